import { stem } from "../stem.ts";
import { type Concept } from "./lexicon.ts";

/** A word of a text and its root. */
export interface Word {
  readonly word: string;
  readonly root: string;
}

/** What a place in a text speaks of: concepts by number, and how many words or characters it takes. */
export interface Match {
  readonly concepts: readonly number[];
  readonly length: number;
}

interface EnglishPhrase {
  readonly roots: readonly string[];
  readonly concepts: number[];
}

const longestGap = 2;
const han = /^\p{Script=Han}+$/u;

/** Whether a text is written in Chinese characters alone. */
export const isHan = (text: string): boolean => han.test(text);

/** The words of a text in small letters, with `+` and `#` kept for `c++` and `c#`. */
export const wordsOf = (text: string): Word[] =>
  (text.replaceAll(/['’](s\b)?/g, "").match(/[\p{L}\p{N}][\p{L}\p{N}+#]*/gu) ?? []).map((word) => ({
    word,
    root: stem(word),
  }));

/** Finds the phrases of a lexicon in texts. */
export class Phrases {
  // English phrases by the root they begin with, the longest first.
  readonly #english = new Map<string, EnglishPhrase[]>();
  readonly #chinese = new Map<string, number[]>();
  readonly #longestChinese: number;

  constructor(concepts: readonly Concept[]) {
    for (const [number, { phrases }] of concepts.entries()) {
      for (const phrase of phrases) {
        if (isHan(phrase)) addOnce(this.#chinese, phrase, number);
        else this.#addEnglish(wordsOf(phrase), number);
      }
    }
    this.#longestChinese = Math.max(...[...this.#chinese.keys()].map((phrase) => phrase.length));
    for (const list of this.#english.values()) list.sort((a, b) => b.roots.length - a.roots.length);
  }

  /** The longest phrase that begins at a word. Others may stand between its words, as in "sell my jewellery online"; they stay free for phrases of their own. */
  matchWords(words: readonly Word[], at: number): Match | null {
    for (const { roots, concepts } of this.#english.get(words[at]!.root) ?? []) {
      const end = endOf(roots, words, at);
      if (end > 0) return { concepts, length: end - at === roots.length ? roots.length : 1 };
    }
    return null;
  }

  /** The longest Chinese phrase that begins at a character. */
  matchChinese(text: string, at: number): Match | null {
    for (let length = Math.min(this.#longestChinese, text.length - at); length > 0; length--) {
      const concepts = this.#chinese.get(text.slice(at, at + length));
      if (concepts) return { concepts, length };
    }
    return null;
  }

  #addEnglish(words: readonly Word[], number: number): void {
    const roots = words.map(({ root }) => root);
    const [first] = roots;
    if (first === undefined) return;
    const list = this.#english.get(first) ?? [];
    const same = list.find((phrase) => phrase.roots.join(" ") === roots.join(" "));
    if (!same) list.push({ roots, concepts: [number] });
    else if (!same.concepts.includes(number)) same.concepts.push(number);
    this.#english.set(first, list);
  }
}

function addOnce(map: Map<string, number[]>, key: string, number: number): void {
  const list = map.get(key);
  if (!list) map.set(key, [number]);
  else if (!list.includes(number)) list.push(number);
}

function endOf(roots: readonly string[], words: readonly Word[], at: number): number {
  let position = at + 1;
  for (const root of roots.slice(1)) {
    const limit = Math.min(position + longestGap, words.length - 1);
    while (position <= limit && words[position]!.root !== root) position++;
    if (position > limit) return 0;
    position++;
  }
  return position;
}
