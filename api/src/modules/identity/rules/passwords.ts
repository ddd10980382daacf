import { commonPasswords } from "./common-passwords.ts";

/** Why a password is refused; null when it is fine. */
export type PasswordProblem = "too_common" | "too_personal" | null;

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^\p{Letter}]/gu, "");

// Digits and signs that people put around a word to please a rule; longer tails make it long enough to be good.
const maxDecoration = 6;

/** Judges a password of allowed length: not one that everybody guesses, nor the person's or the site's own words with decoration. */
export function passwordProblem(password: string, personal: readonly string[]): PasswordProblem {
  const lower = password.toLowerCase();
  const core = bare(password);
  const isDecorated = (word: string) => core === word && password.length - word.length <= maxDecoration;
  if (commonPasswords.has(lower) || new Set(lower).size <= 2 || isSequence(lower)) return "too_common";
  if (core !== "" && commonPasswords.has(core) && isDecorated(core)) return "too_common";
  const words = personal.flatMap((text) => [bare(text), ...text.split(/[^\p{Letter}]+/u).map(bare)]);
  return words.some((word) => word.length >= 4 && isDecorated(word)) ? "too_personal" : null;
}

const isSequence = (text: string): boolean => {
  const steps = new Set(
    Array.from(text.slice(1), (letter, index) => letter.charCodeAt(0) - text.charCodeAt(index)),
  );
  return steps.size === 1 && Math.abs([...steps][0] ?? 2) <= 1;
};
