/** One field that an entry of the audit log tells of. */
export interface FieldChange {
  /** The field's name in the API, and the way to it where the field is a part of another. */
  readonly path: readonly [string, ...string[]];
  /** Null when there was nothing, or nothing is told. */
  readonly before: unknown;
  readonly after: unknown;
}

type Fields = Readonly<Record<string, unknown>> | null;

/** Field by field, what an entry says was changed; what stayed the same is left out, and groups are told by their parts. */
export function changesOf(before: Fields, after: Fields): FieldChange[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return names.flatMap((name) => changesAt([name], before?.[name] ?? null, after?.[name] ?? null));
}

function changesAt(path: FieldChange["path"], before: unknown, after: unknown): FieldChange[] {
  const isGroups = (isGroup(before) || before === null) && (isGroup(after) || after === null);
  if (isGroups && (before !== null || after !== null)) {
    return changesOf(before, after).map((change) => ({ ...change, path: [...path, ...change.path] }));
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }];
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
