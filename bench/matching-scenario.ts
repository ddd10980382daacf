/** Somebody of the benchmark, as plain code would hold them. */
export interface Person {
  readonly skills: readonly string[];
  /** Hours of the week, 0 to 167, in UTC. */
  readonly hours: readonly number[];
  readonly languages: readonly string[];
  readonly rating: number;
  readonly price: number;
}

/** What is looked for, and up to which price. */
export type Wanted = Omit<Person, "rating">;

/** What counts how much. */
export const weights = { skills: 40, hours: 20, languages: 15, rating: 15, price: 10 } as const;

/** How well each factor fits, by name. */
export type Fits = Record<keyof typeof weights, number>;

export const skills = Array.from({ length: 256 }, (_, at) => `skill-${at}`);
export const languages = ["en", "zh", "es", "ar", "fr", "de", "pt", "ru", "ja", "hi", "it", "ko"];

/** A price so much above the limit counts nothing. */
export const tooExpensive = 1.5;

/** People with three to twelve skills, working hours on weekdays and two languages; the same ones for the same seed. */
export function people(count: number, seed: number): Person[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => person(random));
}

/** What somebody who looks for help wants. */
export function wanted(seed: number): Wanted {
  const { rating: _, ...rest } = person(randomFrom(seed));
  return { ...rest, price: 60 };
}

function person(random: () => number): Person {
  const draw = (below: number): number => Math.floor(random() * below);
  const pick = <Item>(from: readonly Item[], count: number): Item[] => [
    ...new Set(Array.from({ length: count }, () => from[draw(from.length)]!)),
  ];
  const start = draw(24);
  const length = 4 + draw(6);
  const hours = [0, 1, 2, 3, 4].flatMap((day) =>
    Array.from({ length }, (_, hour) => (day * 24 + start + hour) % 168),
  );
  return {
    skills: pick(skills, 3 + draw(10)),
    hours: [...new Set(hours)],
    languages: pick(languages, 1 + draw(3)),
    rating: 3 + draw(21) / 10,
    price: 20 + draw(180),
  };
}

/** Mulberry32: a small generator with the same numbers everywhere. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
