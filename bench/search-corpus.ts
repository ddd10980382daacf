// A market of made-up gigs: how long they are, how often each word stands in them, what is asked for and how it is mistyped.

/** One gig of the market. */
export interface Gig {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly category: string;
  readonly level: string;
  readonly price: number;
}

/** Something somebody asks for, and the gig whose title they have in mind. */
export interface Question {
  readonly words: readonly string[];
  readonly targetId: string;
  readonly atMost: number;
}

/** Numbers from 0 to 1, the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const vocabularySize = 12_000;
const syllables =
  "ba ce di fo gu ha je ki lo mu na pe qui ro su ta ve wi xo zu bra cle dri flo gru sta tre pli sno".split(
    " ",
  );

const pick = <Each>(list: readonly Each[], random: () => number): Each =>
  list[Math.floor(random() * list.length)]!;

/** Words as English has them: short ones, long ones, none that another one contains by its spelling alone. */
function vocabularyOf(random: () => number): string[] {
  const words = new Set<string>();
  while (words.size < vocabularySize) {
    const length = 2 + Math.floor(random() * 3);
    words.add(
      `${Array.from({ length }, () => pick(syllables, random)).join("")}${pick("nrtkmb".split(""), random)}`,
    );
  }
  return [...words];
}

// The commonest Chinese characters begin here in Unicode's order of radicals; which ones they are does not matter to a search.
const firstHan = 0x4e00;
const hanVocabulary = (random: () => number): string[] =>
  Array.from({ length: vocabularySize }, () =>
    String.fromCodePoint(firstHan + Math.floor(random() * 3000), firstHan + Math.floor(random() * 3000)),
  );

/** So many gigs; the frequencies of words fall as one by their rank, and no stop words stand among them. */
export function makeGigs(count: number, script: "latin" | "han", seed = 7): Gig[] {
  const random = randomFrom(seed);
  const vocabulary = script === "latin" ? vocabularyOf(random) : hanVocabulary(random);
  const word = () => vocabulary[Math.floor(vocabularySize ** random()) - 1] ?? vocabulary[0]!;
  const text = (least: number, most: number) =>
    Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, word).join(
      script === "latin" ? " " : "",
    );
  return Array.from({ length: count }, (_, at) => ({
    id: `01936b4e-0000-7000-8000-${String(at).padStart(12, "0")}`,
    title: text(5, 8),
    about: text(30, 49),
    category: `category ${Math.floor(24 * random() ** 2)}`,
    level: `level ${Math.floor(4 * random())}`,
    price: Math.round(5 + 995 * random()),
  }));
}

/** Two words of a title each, every second to third with a slip in one of them. */
export function makeQuestions(gigs: readonly Gig[], count: number, script: "latin" | "han"): Question[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, () => {
    const gig = pick(gigs, random);
    const title = script === "latin" ? gig.title.split(" ") : (gig.title.match(/../gu) ?? []);
    const words = [...new Set([pick(title, random), pick(title, random), pick(title, random)])].slice(0, 2);
    if (script === "latin" && random() < 0.6) words[0] = mistyped(words[0]!, random);
    return { words, targetId: gig.id, atMost: gig.price + Math.round(400 * random()) };
  });
}

function mistyped(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const letter = pick("abcdefghijklmnopqrstuvwxyz".split(""), random);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return word.slice(0, at) + word.slice(at + 1);
  if (kind === 1) return word.slice(0, at) + letter + word.slice(at);
  if (kind === 2) return word.slice(0, at) + letter + word.slice(at + 1);
  return word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
}
