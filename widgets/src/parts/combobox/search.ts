/** One of many things to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  /** Other words it is found by. */
  readonly words?: string;
}

// Letters without their marks: "a" finds "Åland".
const fold = (text: string): string =>
  text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase().replaceAll(/[_/]/g, " ").trim();

/** The options in which the text is found: those whose name begins with it first. All of them for no text. */
export function search(options: readonly Option[], typed: string): readonly Option[] {
  const sought = fold(typed);
  if (sought === "") return options;
  const ranked = options.map((option) => ({ option, rank: rankOf(option, sought) }));
  return [0, 1, 2].flatMap((rank) => ranked.filter((one) => one.rank === rank).map(({ option }) => option));
}

function rankOf({ label, value, words = "" }: Option, sought: string): number {
  const name = fold(label);
  if (name.startsWith(sought) || fold(value) === sought) return 0;
  if (name.includes(` ${sought}`) || fold(words).startsWith(sought)) return 1;
  return name.includes(sought) || fold(`${value} ${words}`).includes(sought) ? 2 : 3;
}
