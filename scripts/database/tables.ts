/** A table as `api/schema.sql` prints it. */
export interface Table {
  readonly name: string;
  readonly comment: string | null;
  /** Its key, its references and its times; the rest is in the schema. */
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly key: "PK" | "FK" | "PK, FK" | null;
}

interface Reference {
  readonly table: string;
  /** The column that names the other row. */
  readonly by: string;
  readonly isOptional: boolean;
}

/** Reads the tables of a printed schema. */
export function tablesIn(schema: string): Table[] {
  const comments = new Map(
    [...schema.matchAll(/^comment on table (\w+) is '((?:[^']|'')*)';$/gm)].map(
      ([, name = "", text = ""]) => [name, text.replaceAll("''", "'")],
    ),
  );
  return [...schema.matchAll(/^create (?:unlogged )?table (\w+) \(\n([\s\S]*?)\n\)/gm)].map(
    ([, name = "", body = ""]) => tableOf(name, body, comments.get(name) ?? null),
  );
}

function tableOf(name: string, body: string, comment: string | null): Table {
  const primary = columnList(/PRIMARY KEY \(([^)]*)\)/.exec(body)?.[1]);
  const required = new Set([...body.matchAll(/^ {2}(\w+) .*\bnot null/gm)].map(([, column = ""]) => column));
  const references = [...body.matchAll(/FOREIGN KEY \(([^)]*)\) REFERENCES (\w+)/g)].flatMap(
    ([, columns, table = ""]) => {
      const by = columnList(columns).findLast((column) => column !== "tenant_id");
      return by === undefined ? [] : [{ table, by, isOptional: !required.has(by) }];
    },
  );
  const foreign = new Set(references.map(({ by }) => by));
  const columns = [...body.matchAll(/^ {2}(?!constraint )(\w+) (timestamp with time zone|\w+)/gm)].flatMap(
    ([, column = "", type = ""]): Column[] => {
      const key = keyOf(primary.includes(column), foreign.has(column));
      if (column === "tenant_id" || (key === null && !/_(at|on)$|^state$/.test(column))) return [];
      return [{ name: column, type: type.startsWith("timestamp") ? "timestamptz" : type, key }];
    },
  );
  return { name, comment, columns, references };
}

function keyOf(isPrimary: boolean, isForeign: boolean): Column["key"] {
  if (isPrimary) return isForeign ? "PK, FK" : "PK";
  return isForeign ? "FK" : null;
}

const columnList = (text = ""): string[] => text.split(",").map((column) => column.trim());

/** Groups tables by the module whose migration makes or renames them, in the order of the migrations. */
export function byModule(
  tables: readonly Table[],
  migrations: readonly { readonly name: string; readonly text: string }[],
): ReadonlyMap<string, readonly Table[]> {
  const groups = new Map<string, Table[]>();
  for (const { name, text } of migrations) {
    const module = /^\d+_\d+_([a-z]+)/.exec(name)?.[1] ?? name;
    const made = new Set(
      [...text.matchAll(/(?:create (?:unlogged )?table|alter table \w+ rename to) (\w+)/g)].map(
        ([, table = ""]) => table,
      ),
    );
    const own = tables.filter((table) => made.has(table.name));
    if (own.length > 0) groups.set(module, [...(groups.get(module) ?? []), ...own]);
  }
  const missing = tables.filter((table) => ![...groups.values()].flat().includes(table));
  if (missing.length > 0)
    throw new Error(`No migration makes ${missing.map(({ name }) => name).join(", ")}.`);
  return groups;
}
