import { type ClientBase } from "pg";
import { parts, statements } from "./schema-queries.ts";

interface Line {
  readonly object: string;
  readonly line: string;
}

const HEADER = "-- The schema as the migrations leave it, printed from the catalogue by `npm run schema`.";

/** Prints the public schema as SQL, the same text for the same schema whatever order it was made in. */
export async function dumpSchema(client: ClientBase): Promise<string> {
  const blocks = [HEADER];
  for (const sql of [statements.extensions, statements.types, statements.functions]) {
    blocks.push((await linesOf(client, sql)).map(({ line }) => line).join("\n"));
  }
  const body = await grouped(client, [parts.columns, parts.constraints]);
  const options = await grouped(client, [parts.options]);
  const after = await grouped(client, [
    parts.indexes,
    parts.triggers,
    parts.security,
    parts.policies,
    parts.owners,
    parts.grants,
    parts.comments,
  ]);
  for (const { object, line } of await linesOf(client, statements.tables)) {
    const columns = (body.get(object) ?? []).map((each) => `  ${each}`).join(",\n");
    const create = `${line} (\n${columns}\n)${options.get(object)?.join("") ?? ""};`;
    blocks.push([create, ...(after.get(object) ?? [])].join("\n"));
  }
  for (const { object, line } of await linesOf(client, statements.views)) {
    blocks.push([line, ...(after.get(object) ?? [])].join("\n"));
  }
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

async function linesOf(client: ClientBase, sql: string): Promise<Line[]> {
  return (await client.query<Line>(sql)).rows;
}

async function grouped(client: ClientBase, queries: readonly string[]): Promise<Map<string, string[]>> {
  const groups = new Map<string, string[]>();
  for (const sql of queries) {
    for (const { object, line } of await linesOf(client, sql)) {
      groups.set(object, [...(groups.get(object) ?? []), line]);
    }
  }
  return groups;
}
