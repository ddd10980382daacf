import { shade } from "./colour.ts";

const shoulders = "M24 240c2-44 40-62 77-67 8 13 30 13 38 0 37 5 75 23 77 67z";

/** What is drawn over the shoulders of each kind, in the colour of the clothes and of the skin. */
const kinds = {
  crew: (colour: string) =>
    `<path d="M99 173c4 20 38 20 42 0l8 2c-6 29-52 29-58 0z" fill="${shade(colour, -0.16)}"/>`,
  vneck: (colour: string, skin: string) =>
    `<path d="M100 172l20 38 20-38z" fill="${skin}"/><path d="M100 172l20 38 20-38 8 3-28 52-28-52z" fill="${shade(colour, -0.16)}"/>`,
  shirt: (colour: string) =>
    `<path d="M120 192v48" stroke="${shade(colour, -0.2)}" stroke-width="2.4"/><path d="M100 170l20 22-16 18-14-34zM140 170l-20 22 16 18 14-34z" fill="${shade(colour, 0.24)}"/><circle cx="120" cy="212" r="2" fill="${shade(colour, -0.3)}"/><circle cx="120" cy="230" r="2" fill="${shade(colour, -0.3)}"/>`,
  blazer: (colour: string, skin: string) =>
    `<path d="M96 174l24 66 24-66z" fill="#f7f4ee"/><path d="M104 173l16 22 16-22z" fill="${skin}"/><path d="M98 172l-16 8 14 26-6 6 30 28-12-34zM142 172l16 8-14 26 6 6-30 28 12-34z" fill="${shade(colour, -0.2)}"/>`,
  roll: (colour: string) =>
    `<path d="M99 158c12 8 30 8 42 0l3 24c-12 11-36 11-48 0z" fill="${shade(colour, 0.08)}"/><path d="M98 170c14 8 30 8 44 0" fill="none" stroke="${shade(colour, -0.2)}" stroke-width="2.4" opacity=".7"/>`,
  hoodie: (colour: string) =>
    `<path d="M82 180c4-14 16-18 20-10 6 14 30 14 36 0 4-8 16-4 20 10-14 24-62 24-76 0z" fill="${shade(colour, -0.2)}"/><g stroke="#f4efe6" stroke-width="2.6" stroke-linecap="round"><path d="M106 194l-3 30M134 194l3 26"/></g>`,
  mandarin: (colour: string) =>
    `<path d="M99 164l21 12 21-12 2 14-23 14-23-14z" fill="${shade(colour, 0.14)}"/><path d="M120 190v50" stroke="${shade(colour, -0.24)}" stroke-width="2.4"/><g stroke="${shade(colour, 0.34)}" stroke-width="3" stroke-linecap="round"><path d="M114 206h12M114 224h12"/></g>`,
  shawl: (colour: string) =>
    `<path d="M78 182c14-12 28-10 42-2 14-8 28-10 42 2 20 8 40 24 48 58H168c-12-20-30-34-52-42-16 8-30 22-40 42H30c8-34 28-50 48-58z" fill="${shade(colour, 0.18)}"/><g fill="none" stroke="${shade(colour, -0.1)}" stroke-width="2.4" opacity=".7"><path d="M84 186c-18 12-30 28-36 50M156 186c18 12 30 28 36 50"/></g>`,
} as const;

/** The name of a kind of clothes, and their colour. */
export type Clothes = readonly [kind: keyof typeof kinds, colour: string];

/** Draws shoulders in clothes. */
export const drawClothes = ([kind, colour]: Clothes, skin: string): string =>
  `<path d="${shoulders}" fill="${colour}"/>${kinds[kind](colour, skin)}`;
