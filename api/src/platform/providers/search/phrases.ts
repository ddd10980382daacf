import { normalised, plainWords } from "./words.ts";

/**
 * What to suggest to somebody who typed a text, from the phrases of the things it finds, the best first: phrases that begin with it,
 * then those that hold its words; the ones of more things before others.
 */
export function pickPhrases(
  text: string,
  found: readonly (readonly string[])[],
  most: number,
): readonly string[] {
  const typed = normalised(text).trim();
  const isMeant = holding(text);
  const counted = new Map<string, { phrase: string; begins: boolean; count: number }>();
  for (const phrase of found.flatMap((phrases) => [...new Set(phrases)])) {
    const compared = normalised(phrase).trim();
    if (!isMeant(phrase)) continue;
    const known = counted.get(compared);
    if (known) known.count += 1;
    else counted.set(compared, { phrase, begins: compared.startsWith(typed), count: 1 });
  }
  return [...counted.values()]
    .toSorted(
      (a, b) => Number(b.begins) - Number(a.begins) || b.count - a.count || a.phrase.length - b.phrase.length,
    )
    .slice(0, most)
    .map(({ phrase }) => phrase);
}

/** Tells of phrases whether every word of a text begins one of theirs; Chinese words may stand anywhere in it. */
export function holding(text: string): (phrase: string) => boolean {
  const asked = plainWords(text);
  return (phrase) => {
    const [compared, words] = [normalised(phrase), plainWords(phrase)];
    return (
      asked.length > 0 &&
      asked.every((word) =>
        /^\p{Script=Han}/u.test(word) ? compared.includes(word) : words.some((held) => held.startsWith(word)),
      )
    );
  };
}
