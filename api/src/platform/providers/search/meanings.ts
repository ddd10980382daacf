import { stem } from "../ai/stem.ts";
import { type AskedWord } from "./words.ts";

/** What a word somebody typed may mean among the words of the documents. */
export interface KnownWord {
  /** Which of the looked-up words it was found for, from 1. */
  readonly at: number;
  readonly word: string;
  /** In how many documents it stands, as last counted. */
  readonly documents: number;
  readonly how: "same" | "begins" | "slips" | "resembles";
}

/** A word as documents are asked for it. */
export interface Meaning {
  /** The stem of the word as it was typed. */
  readonly same: readonly string[];
  /** The stems of what it may mean beside: longer words, or the one that was mistyped. */
  readonly near: readonly string[];
  /** What finding it says: a rare word says more. */
  readonly weight: number;
  /** In how many documents the commonest of them stands, as last counted; null for Chinese, of which nobody counts it. */
  readonly documents: number | null;
}

/** The meanings of all words asked for; null when one of them stands in no document, whatever it was meant to be. */
export function meaningsOf(asked: readonly AskedWord[], known: readonly KnownWord[]): Meaning[] | null {
  let at = 0;
  const meant: Meaning[] = [];
  for (const { word, stem: root, isHan } of asked) {
    if (isHan) {
      meant.push({ same: [word], near: [], weight: 1, documents: null });
      continue;
    }
    at += 1;
    const found = known.filter((each) => each.at === at && isMeant(word, each));
    if (found.length === 0) return null;
    const near = found.filter(({ how }) => how !== "same");
    const closest = Math.min(...near.filter(isMistake).map((each) => slipsBetween(word, each.word)));
    const kept = near.filter((each) => !isMistake(each) || slipsBetween(word, each.word) === closest);
    const documents = Math.max(...found.map((each) => each.documents));
    meant.push({
      same: [root],
      near: [...new Set(kept.map((each) => stem(each.word)))].filter((each) => each !== root),
      weight: 1 / Math.log(Math.E + documents),
      documents,
    });
  }
  return meant;
}

const isMistake = ({ how }: KnownWord): boolean => how === "slips" || how === "resembles";

function isMeant(asked: string, known: KnownWord): boolean {
  if (!isMistake(known)) return true;
  return slipsBetween(asked, known.word) <= (asked.length < 9 ? 1 : 2);
}

/** How many letters are wrong, missing, too many or swapped with their neighbour. */
export function slipsBetween(left: string, right: string): number {
  const [a, b] = [Array.from(left), Array.from(right)];
  let before: number[] = [];
  let last = b.map((_, at) => at + 1);
  last.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, last[j]! + 1, row[j - 1]! + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
