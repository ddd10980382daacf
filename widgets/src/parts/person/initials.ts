/** The first letters of the first and last name; one character for names written without spaces. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  return words
    .filter((_, at) => at === 0 || at === words.length - 1)
    .map((word) => /./u.exec(word)?.[0])
    .join("")
    .toLocaleUpperCase();
}
