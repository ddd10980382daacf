type Values = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Stored settings with changes laid over them, key by key; inside a group such as `brand` as well. */
export function mergeSettings(stored: Values, changes: Values): Values {
  const merged: Record<string, unknown> = { ...stored };
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key];
    merged[key] = isGroup(value) && isGroup(before) ? { ...before, ...value } : value;
  }
  return merged;
}

/** Paths of changed keys that the settings do not have, by the settings as they come out with every default. */
export function unknownKeys(changes: Values, complete: Values): string[][] {
  return Object.entries(changes).flatMap(([key, value]) => {
    if (!Object.hasOwn(complete, key)) return [[key]];
    const group = complete[key];
    if (!isGroup(value) || !isGroup(group)) return [];
    return Object.keys(value).flatMap((inner) => (Object.hasOwn(group, inner) ? [] : [[key, inner]]));
  });
}

/** The parts of settings that changes touch, for the audit log. */
export const touchedBy = (changes: Values, settings: Values): Values =>
  Object.fromEntries(Object.keys(changes).map((key) => [key, settings[key] ?? null]));
