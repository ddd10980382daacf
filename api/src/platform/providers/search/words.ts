import { stem } from "../ai/stem.ts";
import { simplified } from "./simplified.ts";

/** One word somebody searched for. */
export interface AskedWord {
  /** As it is compared with the words of documents. */
  readonly word: string;
  /** Its form without English endings; the word itself for all others. */
  readonly stem: string;
  /** Part of a Chinese word: it is there or not, nobody mistypes half a character. */
  readonly isHan: boolean;
}

/** Nobody means more words than these; a pasted page must not become a long statement. */
const mostAsked = 12;

/** What a document holds beyond this is not searched: a text of a hundred pages says what it is about earlier. */
const mostLetters = 20_000;

// What stands after a word belongs to it in C++, C# and F#.
const pieces = /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+[+#]*/gv;
const han = /^\p{Script=Han}/u;
// Written without spaces: only a dictionary finds their words.
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });

// They stand in nearly every text and say nothing of it; asked for alone they are words like any other.
const little = new Set(
  "a an and are as at be by for from in is it of on or that the to was were with 的 了 和 是 在 与 及".split(
    " ",
  ),
);

/** Whether a word is of Chinese characters. */
export const isHan = (word: string): boolean => han.test(word);

/** The one form in which texts are compared: small letters without accents, traditional characters simplified. */
export const normalised = (text: string): string =>
  simplified(
    text
      .slice(0, mostLetters)
      .normalize("NFKD")
      // Accents of Latin, Greek and Cyrillic letters, and the vowel signs of Arabic; signs of other scripts are letters of their own.
      .replaceAll(/[\u0300-\u036f\u064b-\u0652\u0670\u0640]/g, "")
      .normalize("NFC")
      .toLowerCase(),
  );

/** The words of a text with their stems, and of Chinese every character and every two that stand together. */
export function wordsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const piece of piecesOf(normalised(text))) {
    if (isHan(piece)) {
      const letters = Array.from(piece);
      letters.forEach((letter, at) => {
        const pair = at > 0 ? `${letters[at - 1]}${letter}` : letter;
        found.set(letter, letter).set(pair, pair);
      });
    } else {
      found.set(piece, stem(piece));
    }
  }
  return found;
}

/** The words somebody asks for. A Chinese word is asked for by each two of its characters, so that it is found inside longer ones. */
export function askedWords(text: string): AskedWord[] {
  const asked = new Map<string, AskedWord>();
  for (const piece of piecesOf(normalised(text))) {
    if (!isHan(piece)) asked.set(piece, { word: piece, stem: stem(piece), isHan: false });
    else
      for (const word of segmented(piece))
        for (const pair of pairsOf(word)) asked.set(pair, { word: pair, stem: pair, isHan: true });
  }
  const telling = [...asked.values()].filter(({ word }) => !little.has(word));
  return (telling.length > 0 ? telling : [...asked.values()]).slice(0, mostAsked);
}

/** The words of a text in their order, whole Chinese words among them. */
export const plainWords = (text: string): string[] =>
  piecesOf(normalised(text)).flatMap((piece) => (isHan(piece) ? segmented(piece) : [piece]));

function piecesOf(text: string): string[] {
  const found = text.match(pieces) ?? [];
  return found.flatMap((piece) => (unspaced.test(piece) ? segmented(piece) : [piece]));
}

const segmented = (text: string): string[] =>
  [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);

function pairsOf(word: string): string[] {
  const letters = Array.from(word);
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}
