/** Where in an input something is named: the keys from its root. */
export type Path = readonly (string | number)[];

/** One id or token of an input. */
export interface Position {
  readonly path: Path;
  readonly value: string;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in a value, however deep, and every text that is one of the known tokens. */
export function positionsIn(value: unknown, tokens: ReadonlySet<string>, path: Path = []): Position[] {
  if (typeof value === "string") {
    return idShape.test(value) || tokens.has(value) ? [{ path, value }] : [];
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    positionsIn(inner, tokens, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** What stands at a path. */
export const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string | number, unknown>)[key], value);

/** The same value with another text at a path. */
export function withValueAt<Value>(value: Value, path: Path, text: string): Value {
  const copy = structuredClone(value);
  const parent = valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>;
  parent[path.at(-1)!] = text;
  return copy;
}

/** The form of a value without its content: which fields, of what types, how many items. */
export function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, shapeOf(inner)]),
  );
}
