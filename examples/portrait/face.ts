import { shade } from "./colour.ts";

/** Light and shaded skin. */
export const skins = {
  porcelain: ["#f7dcc9", "#e8bca2"],
  rose: ["#f2cdb6", "#dfa98c"],
  sand: ["#ecc5a1", "#d6a47b"],
  olive: ["#dfb48a", "#c4946a"],
  honey: ["#d5a076", "#b9825a"],
  amber: ["#b97f56", "#9a653f"],
  chestnut: ["#8f5c3e", "#74462c"],
  umber: ["#6f4532", "#553123"],
  ebony: ["#54342a", "#3e251d"],
} as const;

/** A face's outline, and how far its chin is below that of the others. */
export const outlines = {
  oval: ["M120 60c27 0 42 19 42 47 0 33-18 60-42 60s-42-27-42-60c0-28 15-47 42-47z", 0],
  round: ["M120 62c29 0 45 18 45 45 0 33-19 57-45 57s-45-24-45-57c0-27 16-45 45-45z", -2],
  square: [
    "M120 60c28 0 43 17 43 44 0 17-3 33-9 45-6 11-18 19-34 19s-28-8-34-19c-6-12-9-28-9-45 0-27 15-44 43-44z",
    1,
  ],
  long: ["M120 57c26 0 40 18 40 46 0 37-16 70-40 70s-40-33-40-70c0-28 14-46 40-46z", 5],
} as const;

/** A beard, in the colour of the hair; `stubble` is a shadow. */
export const beards = {
  stubble: (tint: string, drop: number) =>
    `<path d="M79 114c3 16 11 22 20 20 8-4 34-4 42 0 9 2 17-4 20-20 0 34-16 ${54 + drop}-41 ${54 + drop}s-41-20-41-${54 + drop}z" fill="${tint}" opacity=".26" clip-path="url(#f)"/>`,
  short: (tint: string, drop: number) =>
    `<path d="M79 114c3 14 11 20 21 18 7-4 33-4 40 0 10 2 18-4 21-18 0 34-16 ${56 + drop}-41 ${56 + drop}s-41-22-41-${56 + drop}z" fill="${tint}"/>`,
  full: (tint: string, drop: number) =>
    `<path d="M77 110c4 16 12 24 23 21 7-4 33-4 40 0 11 3 19-5 23-21 3 40-14 ${80 + drop}-43 ${80 + drop}s-46-40-43-${80 + drop}z" fill="${tint}"/>`,
  goatee: (tint: string, drop: number) =>
    `<path d="M101 137c6-6 32-6 38 0 3 16-4 ${31 + drop}-19 ${31 + drop}s-22-15-19-${31 + drop}z" fill="${tint}"/>`,
  moustache: (tint: string) =>
    `<path d="M120 132c-10-5-22-1-26 8 9 3 19 2 26-3 7 5 17 6 26 3-4-9-16-13-26-8z" fill="${tint}"/>`,
} as const;

/** Mouths; in a beard they are light. */
export const mouths = {
  smile: (lips: string) =>
    `<path d="M105 143c8 9 22 9 30 0" fill="none" stroke="${lips}" stroke-width="3.4" stroke-linecap="round"/>`,
  gentle: (lips: string) =>
    `<path d="M108 144c7 5 17 5 24 0" fill="none" stroke="${lips}" stroke-width="3.4" stroke-linecap="round"/>`,
  wide: (lips: string) =>
    `<path d="M102 140c9 4 27 4 36 0-2 11-9 16-18 16s-16-5-18-16z" fill="${lips}"/><path d="M104 141c9 3 23 3 32 0-1 3-2 4-3 5-8 2-18 2-26 0-1-1-2-3-3-5z" fill="#fff"/>`,
  open: (lips: string) =>
    `<path d="M106 141c8 3 20 3 28 0-1 9-6 14-14 14s-13-5-14-14z" fill="${lips}"/><path d="M108 142c7 2 17 2 24 0-1 3-1 3-2 4-6 1-14 1-20 0-1-1-2-2-2-4z" fill="#fff"/>`,
} as const;

/** Glasses before the eyes. */
export const glasses = {
  round:
    '<g fill="#fff" fill-opacity=".14" stroke="#2a2f35" stroke-width="2.6"><circle cx="102" cy="112" r="14"/><circle cx="138" cy="112" r="14"/></g><path d="M116 110c3-2 5-2 8 0M88 109l-9-2M152 109l9-2" fill="none" stroke="#2a2f35" stroke-width="2.6"/>',
  square:
    '<g fill="#fff" fill-opacity=".14" stroke="#23272c" stroke-width="3.2" stroke-linejoin="round"><path d="M88 102h27v14c0 5-3 8-8 8H96c-5 0-8-3-8-8zM125 102h27v14c0 5-3 8-8 8h-11c-5 0-8-3-8-8z"/></g><path d="M115 106c3-2 7-2 10 0M88 105l-9-1M152 105l9-1" fill="none" stroke="#23272c" stroke-width="3"/>',
  half: '<g fill="#fff" fill-opacity=".14" stroke="#8a6f3c" stroke-width="2.4"><path d="M89 114h26c0 9-5 14-13 14s-13-5-13-14zM125 114h26c0 9-5 14-13 14s-13-5-13-14z"/></g><path d="M115 116c3-2 7-2 10 0M89 115l-10-5M151 115l10-5" fill="none" stroke="#8a6f3c" stroke-width="2.4"/>',
} as const;

/** Lines of somebody who has laughed for many years. */
export const lines = (skin: string): string =>
  `<g fill="none" stroke="${skin}" stroke-width="2" stroke-linecap="round" opacity=".75"><path d="M86 120c-3 1-5 3-6 5M85 116c-3 0-5 0-7 2M154 120c3 1 5 3 6 5M155 116c3 0 5 0 7 2M103 131c-4 4-6 8-6 13M137 131c4 4 6 8 6 13M104 82c10-3 22-3 32 0M108 89c8-2 16-2 24 0"/></g>`;

const freckle = (x: number, y: number) => `<circle cx="${x}" cy="${y}" r="1.3"/>`;

/** Freckles over nose and cheeks. */
export const freckles = (skin: string): string =>
  `<g fill="${shade(skin, -0.16)}" opacity=".8">${[
    [92, 124],
    [98, 128],
    [88, 129],
    [104, 123],
    [148, 124],
    [142, 128],
    [152, 129],
    [136, 123],
    [116, 122],
    [124, 122],
  ]
    .map(([x = 0, y = 0]) => freckle(x, y))
    .join("")}</g>`;
