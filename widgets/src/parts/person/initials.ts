/** The first letters of the first and last name; one character for names written without spaces. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word = "") => /./u.exec(word)?.[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
