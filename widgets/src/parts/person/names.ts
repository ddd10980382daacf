const named = new Map<string, Intl.DisplayNames>();

/** The name of a language or country in the reader's language; the code where it has none. */
export function nameOf(tag: string, type: "language" | "region", code: string): string {
  const key = tag + type;
  const names = named.get(key) ?? new Intl.DisplayNames(tag, { type });
  named.set(key, names);
  return names.of(code) ?? code;
}

/** Several of them in one line, such as `English, French`. */
export const namesOf = (tag: string, type: "language" | "region", codes: readonly string[]): string =>
  new Intl.ListFormat(tag, { style: "narrow" }).format(codes.map((code) => nameOf(tag, type, code)));
