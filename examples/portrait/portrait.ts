import { type Backdrop, drawBackdrop } from "./backdrop.ts";
import { type Clothes, drawClothes } from "./clothes.ts";
import { shade } from "./colour.ts";
import { type Cover, drawCover, hidesEars } from "./cover.ts";
import { beards, freckles, glasses, lines, mouths, outlines, skins } from "./face.ts";
import { hairAbove, hairBehind, type HairStyle } from "./hair.ts";

/** How somebody is drawn. */
export interface Look {
  readonly skin: keyof typeof skins;
  readonly face?: keyof typeof outlines;
  readonly hair: HairStyle;
  readonly hairColour: keyof typeof hairColours;
  readonly cover?: Cover;
  readonly beard?: keyof typeof beards;
  readonly glasses?: keyof typeof glasses;
  readonly mouth?: keyof typeof mouths;
  readonly age?: "old";
  readonly freckles?: true;
  /** Their colour. */
  readonly earrings?: string;
  readonly clothes: Clothes;
  readonly backdrop: Backdrop;
}

const hairColours = {
  black: "#26201f",
  brown: "#55392a",
  auburn: "#80452b",
  copper: "#b5623a",
  blond: "#cfa35f",
  silver: "#a9a8a8",
  white: "#e6e3de",
  teal: "#2f6d70",
  plum: "#5f3352",
} as const;

/** A face as an SVG picture: the same look is always the same picture. */
export function portrait(look: Look): string {
  const [face, shadow] = skins[look.skin];
  const tint = hairColours[look.hairColour];
  const cover = drawCover(look.cover);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240">
${drawBackdrop(look.backdrop)}
${hairBehind(look.hair, tint)}
${cover.behind}
<path d="M101 146h38v30c0 14-38 14-38 0z" fill="${shadow}"/>
${drawClothes(look.clothes, shadow)}
${hidesEars(look.cover) ? "" : ears(look, shadow)}
${head(look, face, shadow)}
${hairAbove(look.hair, tint)}
${cover.above}
${look.glasses ? glasses[look.glasses] : ""}
</svg>
`;
}

function ears({ earrings }: Look, shadow: string): string {
  const sides = [78, 162];
  const rings = sides.map((x) => `<circle cx="${x}" cy="129" r="4" fill="${earrings}"/>`);
  const both = sides.map((x) => `<ellipse cx="${x}" cy="114" rx="8" ry="11" fill="${shadow}"/>`);
  return [...both, ...(earrings ? rings : [])].join("");
}

function head(look: Look, face: string, shadow: string): string {
  const [outline, drop] = outlines[look.face ?? "oval"];
  const tint = hairColours[look.hairColour];
  const isDark = ["chestnut", "umber", "ebony"].includes(look.skin);
  const isInBeard = look.beard === "short" || look.beard === "full" || look.beard === "goatee";
  const lips = isInBeard ? shade(shadow, 0.35) : isDark ? "#a2524b" : "#a8483f";
  // Grey hair has brows that can still be seen, and a covered head has brows of its hair's colour.
  const brow = shade(tint, look.hairColour === "white" || look.hairColour === "silver" ? -0.3 : -0.05);
  const mouth = mouths[look.mouth ?? "smile"](lips);
  return `<clipPath id="f"><path d="${outline}"/></clipPath><path d="${outline}" fill="${face}"/>
<path d="M150 76c10 14 12 34 6 54-6 22-18 36-36 37 24 0 42-27 42-60 0-12-4-23-12-31z" fill="${shadow}" opacity=".32"/>
<ellipse cx="92" cy="130" rx="9" ry="6.5" fill="#d8604f" opacity="${isDark ? ".18" : ".22"}"/><ellipse cx="148" cy="130" rx="9" ry="6.5" fill="#d8604f" opacity="${isDark ? ".18" : ".22"}"/>
${look.age ? lines(shade(shadow, -0.12)) : ""}${look.freckles ? freckles(shadow) : ""}
${look.beard ? beards[look.beard](tint, drop) : ""}
<path d="M92 100c5-5 14-5 19-1M129 99c5-4 14-4 19 1" fill="none" stroke="${brow}" stroke-width="3.6" stroke-linecap="round"/>
<g fill="#241c1a"><ellipse cx="102" cy="112" rx="4" ry="4.6"/><ellipse cx="138" cy="112" rx="4" ry="4.6"/></g><g fill="#fff"><circle cx="103.5" cy="110.3" r="1.4"/><circle cx="139.5" cy="110.3" r="1.4"/></g>
<path d="M120 113c-2 8-5 12-4 15 2 3 6 3 9 1" fill="none" stroke="${shade(shadow, -0.08)}" stroke-width="3" stroke-linecap="round"/>
${mouth}`;
}
