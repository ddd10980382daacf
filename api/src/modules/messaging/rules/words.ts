/** A word of a text and where it stands in it. */
export interface Word {
  /** As it is looked for: small letters, without accents, and English ones in the singular. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const segmenter = new Intl.Segmenter("en", { granularity: "word" });
const han = /\p{Script=Han}/u;

/**
 * The words of a text in the order of their places. Chinese has no spaces and is read differently by every dictionary: it counts as
 * every character and every pair of neighbours, so a word of any length is found wherever it stands.
 */
export function wordsIn(text: string): Word[] {
  const spaced = [...segmenter.segment(text)].flatMap(({ segment, index, isWordLike }) =>
    isWordLike && !han.test(segment)
      ? [{ word: plain(segment), start: index, end: index + segment.length }]
      : [],
  );
  const chinese = [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ 0: run, index }) =>
    piecesOf(run, index),
  );
  return [...spaced, ...chinese].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** The words somebody looks for, each once. Of Chinese ones of two characters and more, the pairs alone: single characters say less. */
export function wordsOfQuery(query: string): string[] {
  const words = wordsIn(query);
  const wanted = words.filter(
    ({ word, start, end }) =>
      !han.test(word) ||
      !/^.$/u.test(word) ||
      !words.some(
        (other) => other.end - other.start > end - start && other.start <= start && other.end >= end,
      ),
  );
  return [...new Set(wanted.map(({ word }) => word))];
}

function piecesOf(run: string, at: number): Word[] {
  const pieces: Word[] = [];
  let [start, before] = [at, ""];
  for (const character of run) {
    const end = start + character.length;
    pieces.push({ word: character, start, end });
    if (before !== "") pieces.push({ word: before + character, start: start - before.length, end });
    [start, before] = [end, character];
  }
  return pieces;
}

function plain(word: string): string {
  const small = word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll("’", "'");
  return small.length > 3 ? small.replace(/'s$|(?<=[^s])s$/, "") : small;
}
