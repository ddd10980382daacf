import { type Table } from "./tables.ts";

/** The document of the database: for each module its tables with their keys and relations, drawn by Mermaid. */
export function databaseDocument(modules: ReadonlyMap<string, readonly Table[]>): string {
  const sections = [...modules].map(([module, tables]) =>
    [`## ${module}`, "", ...tables.map(described), "", "```mermaid", drawing(tables), "```", ""].join("\n"),
  );
  return [
    "# The database",
    "",
    "Printed from `api/schema.sql` by `npm run diagram`; that file has every column, constraint, index and policy.",
    "A line between two tables is a foreign key; it starts at the table that is named. `tenant_id`, the first part of nearly every key, is left out.",
    "",
    ...sections,
  ].join("\n");
}

const described = ({ name, comment }: Table): string =>
  comment === null ? `- \`${name}\`` : `- \`${name}\`: ${comment}`;

function drawing(tables: readonly Table[]): string {
  const boxes = tables.flatMap(({ name, columns }) => [
    `  ${name} {`,
    ...columns.map(({ type, name: column, key }) => `    ${type} ${column}${key === null ? "" : ` ${key}`}`),
    "  }",
  ]);
  const lines = tables.flatMap(({ name, references }) =>
    references.map(
      ({ table, isOptional, by }) => `  ${table} ${isOptional ? "|o" : "||"}--o{ ${name} : ${by}`,
    ),
  );
  return ["erDiagram", ...boxes, ...lines].join("\n");
}
