import { shade } from "./colour.ts";

/** What falls behind the head and what lies on it: paths, and strands or curls where a path alone would be stiff. */
interface Hair {
  readonly behind?: string;
  readonly above?: string;
  /** Drawn as thick round strokes, behind the head. */
  readonly strands?: string;
  /** Drawn over the hair in a darker tone. */
  readonly lines?: string;
  /** Round curls on the head: centre and radius. */
  readonly curls?: readonly (readonly [x: number, y: number, radius: number])[];
}

const drawnBack = "M79 106c-3-38 14-60 41-60s45 22 42 60c-5-20-18-32-42-34-24 2-36 14-41 34z";
const centreParted = "M77 114c1-28 15-46 43-54 28 8 42 26 43 54 6-46-14-70-43-70s-49 24-43 70z";

const hairs = {
  bald: {},
  short: {
    above: "M79 104c-4-36 14-58 42-58 29 0 46 22 42 58-3-12-8-20-15-27-14 5-38 6-54-1-7 7-12 16-15 28z",
  },
  parted: {
    above: "M78 108c-5-40 13-64 43-64 31 0 47 25 42 64-2-15-7-26-16-34-10 7-34 9-50-3-10 10-16 22-19 37z",
  },
  swept: {
    above: "M78 104c-7-38 12-64 46-66 30-1 46 24 39 66-3-13-7-22-14-30-18 0-34-4-46-12-12 10-21 24-25 42z",
    lines: "M104 60c8-10 20-14 32-12M116 64c8-7 18-9 28-6",
  },
  cropped: {
    above: "M80 100c-3-32 14-51 41-51 26 0 43 19 40 51-3-14-10-24-16-28-14-6-36-6-49 0-7 5-13 14-16 28z",
  },
  fringed: {
    above:
      "M78 108c-5-40 14-64 43-64 30 0 46 24 42 64-3-8-5-14-8-20-14 1-20-4-25-8-9 9-27 13-44 11-3 5-6 10-8 17z",
  },
  receding: {
    above:
      "M77 112c-5-22-2-42 9-52 5 8 3 18 0 26-3 9-6 17-9 26zM163 112c5-22 2-42-9-52-5 8-3 18 0 26 3 9 6 17 9 26z",
  },
  curls: {
    above: "M80 102c-2-30 14-48 41-48s42 18 40 48c-4-14-10-22-16-26-14 4-34 4-48 0-8 4-14 14-17 26z",
    curls: [
      [81, 92, 10],
      [85, 76, 12],
      [95, 63, 13],
      [109, 55, 14],
      [125, 53, 14],
      [141, 58, 13],
      [153, 69, 13],
      [159, 84, 11],
      [161, 97, 8],
    ],
  },
  afro: {
    behind: "M120 18c42 0 70 28 70 66 0 32-14 54-30 60H80c-16-6-30-28-30-60 0-38 28-66 70-66z",
    above: "M79 104c-5-32 13-52 41-52s46 20 41 52c-3-15-12-26-21-31-12 4-28 4-40 0-9 5-18 16-21 31z",
  },
  bob: {
    behind: "M70 150c-6-62 8-106 50-106s57 44 50 106c-1 10-16 14-22 6H92c-6 8-21 4-22-6z",
    above: "M78 112c0-26 8-40 20-48 16 14 38 20 64 24-1-28-18-44-42-44-29 0-47 24-42 68z",
  },
  fringe: {
    behind: "M68 152c-6-64 8-110 52-110s59 46 52 110c-1 10-16 13-22 6H90c-6 7-21 4-22-6z",
    above: "M78 118c-4-44 12-72 42-72s46 28 42 72c-2-9-4-16-7-22-22 5-48 5-70 0-3 6-5 13-7 22z",
    lines: "M100 68c-2 8-3 16-3 24M120 66v26M140 68c2 8 3 16 3 24",
  },
  long: {
    behind: "M66 200c-4-42-10-70-6-100 4-37 26-58 60-58s56 21 60 58c4 30-2 58-6 100-14 8-94 8-108 0z",
    above: centreParted,
  },
  shoulder: {
    behind: "M72 176c-8-26-10-52-8-76 3-36 24-56 56-56s53 20 56 56c2 24 0 50-8 76-8 8-88 8-96 0z",
    above: centreParted,
    lines: "M92 74c-6 10-9 20-10 32M148 74c6 10 9 20 10 32",
  },
  wavy: {
    behind:
      "M68 182c-14-8-12-22-5-31-9-10-7-24 0-33-2-44 19-76 57-76s59 32 57 76c7 9 9 23 0 33 7 9 9 23-5 31-12 8-24 2-26-7H94c-2 9-14 15-26 7z",
    above: "M77 114c-1-28 12-46 30-54 12 13 34 17 56 32 0-30-18-50-45-50-31 0-47 27-41 72z",
  },
  curly: {
    behind:
      "M120 30c38-8 70 16 70 54 0 24-6 42-12 54-2 14-16 20-26 12-4 8-60 8-64 0-10 8-24 2-26-12-6-12-12-30-12-54 0-38 32-62 70-54z",
    above:
      "M78 104c-4-24 2-36 14-44 14-8 42-8 56 0 12 8 18 20 14 44-5-12-9-18-16-24-8 5-15 4-20-2-5 6-11 6-17 1-8 5-18 5-31 25z",
    curls: [
      [70, 92, 15],
      [76, 70, 16],
      [92, 53, 16],
      [112, 44, 16],
      [132, 45, 16],
      [150, 55, 16],
      [164, 72, 16],
      [170, 94, 15],
    ],
  },
  pixie: {
    above:
      "M77 112c-7-42 12-70 45-70 31 0 48 25 41 68-3-10-6-17-11-24-16-2-30-8-40-18-8 12-20 19-28 26-3 6-6 12-7 18z",
    lines: "M112 68c3-8 9-14 17-17",
  },
  bun: {
    behind: "M120 8c17 0 27 11 27 24s-11 24-27 24-27-11-27-24 10-24 27-24z",
    above: drawnBack,
    lines: "M102 56c-8 5-13 12-16 20M138 56c8 5 13 12 16 20M120 50v18",
  },
  topknot: {
    behind: "M122 14c13-2 22 6 22 17s-9 20-22 20-22-9-22-20 9-15 22-17zM70 128c-4-40 8-76 50-76s54 36 50 76z",
    above: drawnBack,
    lines: "M104 56c-7 5-12 11-15 19M137 56c7 5 12 11 15 19",
  },
  ponytail: {
    behind: "M146 46c34 0 50 30 44 66-3 22-12 42-26 54 4-22 2-44-8-66z",
    above: drawnBack,
    lines: "M104 54c-8 5-14 12-17 22M120 49c-2 6-3 12-3 18M138 54c8 4 14 12 17 22",
  },
  braids: {
    behind: "M72 128c-6-50 8-86 48-86s54 36 48 86z",
    strands: "M72 112c-4 26-3 56-2 84M84 122c-3 24-2 50-1 78M168 112c4 26 3 56 2 84M156 122c3 24 2 50 1 78",
    above: centreParted,
    lines:
      "M120 46v16M106 49c-3 7-9 13-15 20M134 49c3 7 9 13 15 20M93 58c-5 7-9 15-11 26M147 58c5 7 9 15 11 26",
  },
  locs: {
    behind: "M72 120c-6-46 8-80 48-80s54 34 48 80z",
    strands: "M74 84c-8 18-10 40-8 60M80 72c-10 24-8 60-4 84M166 84c8 18 10 40 8 60M160 72c10 24 8 60 4 84",
    above: "M78 106c-5-38 13-64 42-64s47 26 42 64c-4-16-10-25-17-31-16 4-34 4-50 0-7 6-13 15-17 31z",
    lines: "M100 46c-5 8-9 16-11 26M113 43c-2 9-4 18-4 29M127 43c2 9 4 18 4 29M140 46c5 8 9 16 11 26",
  },
} as const satisfies Record<string, Hair>;

/** The name of a way to wear one's hair. */
export type HairStyle = keyof typeof hairs;

/** What is drawn before the head. */
export function hairBehind(style: HairStyle, tint: string): string {
  const { behind, strands }: Hair = hairs[style];
  return [
    behind && `<path d="${behind}" fill="${shade(tint, -0.16)}"/>`,
    strands &&
      `<path d="${strands}" fill="none" stroke="${tint}" stroke-width="11" stroke-linecap="round"/><path d="${strands}" fill="none" stroke="${shade(tint, -0.3)}" stroke-width="8" stroke-dasharray="1.6 7" opacity=".7"/>`,
  ]
    .filter(Boolean)
    .join("");
}

/** What is drawn after the face. */
export function hairAbove(style: HairStyle, tint: string): string {
  const { above, curls, lines }: Hair = hairs[style];
  const curl = ([x, y, radius]: readonly [number, number, number], at: number) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" fill="${at % 2 ? shade(tint, 0.07) : tint}"/>`;
  return [
    above && `<path d="${above}" fill="${tint}"/>`,
    ...(curls ?? []).map(curl),
    lines &&
      `<path d="${lines}" fill="none" stroke="${shade(tint, 0.16)}" stroke-width="2.2" stroke-linecap="round" opacity=".55"/>`,
  ]
    .filter(Boolean)
    .join("");
}
