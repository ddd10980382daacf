/** Text in the one spelling words are looked for in: no accents, no invisible signs, no gaps inside Chinese. */
const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replaceAll(/[\p{Mn}\p{Cf}]/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");

const escaped = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, String.raw`\$&`);

// Chinese, Japanese and Thai write no gaps between words, so a word of theirs counts wherever it stands.
const startsInside = /^[^\p{L}\p{N}]|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const endsInside = /[^\p{L}\p{N}]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]$/u;

const patterns = new WeakMap<readonly string[], RegExp | null>();

function patternOf(list: readonly string[]): RegExp | null {
  const known = patterns.get(list);
  if (known !== undefined) return known;
  const words = list
    .map(plain)
    .map((word) => word.trim())
    .filter((word) => word !== "");
  const pattern =
    words.length === 0
      ? null
      : new RegExp(
          words
            .toSorted((a, b) => b.length - a.length)
            .map(
              (word) =>
                `${startsInside.test(word) ? "" : String.raw`(?<![\p{L}\p{N}])`}${escaped(word)}${endsInside.test(word) ? "" : String.raw`(?![\p{L}\p{N}])`}`,
            )
            .join("|"),
          "gu",
        );
  patterns.set(list, pattern);
  return pattern;
}

/** Those words and phrases of a list that a text holds, whatever their case, accents and gaps. */
export function findWords(text: string, list: readonly string[]): readonly string[] {
  const pattern = patternOf(list);
  return pattern === null ? [] : [...new Set(plain(text).match(pattern) ?? [])];
}
