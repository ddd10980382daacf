/** How somebody is drawn. */
export interface Look {
  readonly skin: keyof typeof skins;
  readonly hair: keyof typeof hairs;
  readonly hairColour: keyof typeof hairColours;
  readonly clothes: string;
  readonly backdrop: readonly [light: string, deep: string];
  readonly glasses?: boolean;
  readonly beard?: boolean;
}

const skins = {
  porcelain: ["#f6d9c6", "#e9bfa6"],
  sand: ["#efc9a6", "#dcab83"],
  honey: ["#dda77b", "#c48a5e"],
  amber: ["#b97f56", "#9d6640"],
  chestnut: ["#8d5a3c", "#744529"],
  umber: ["#6b4230", "#533022"],
} as const;

const hairColours = {
  black: "#211c1d",
  brown: "#4a3226",
  auburn: "#7c3f27",
  blond: "#c99a55",
  silver: "#b9b8b6",
  white: "#e4e1dc",
  teal: "#2c5f63",
  plum: "#5b3350",
} as const;

/** What falls behind the head, and what lies on it. */
const hairs = {
  short: ["", "M79 104c-3-34 14-54 42-54 29 0 45 20 41 54-3-12-8-20-15-27-14 5-38 6-54-1-7 7-11 16-14 28z"],
  parted: ["", "M78 108c-5-38 13-60 43-60 31 0 47 23 41 60-2-15-7-26-16-34-10 7-34 9-50-3-9 10-15 22-18 37z"],
  bob: [
    "M70 150c-6-62 8-104 50-104s57 42 50 104c-1 10-16 14-22 6H92c-6 8-21 4-22-6z",
    "M79 110c0-24 8-38 20-46 16 14 38 20 62 22-1-26-18-40-41-40-29 0-46 22-41 64z",
  ],
  long: [
    "M66 196c-4-40-10-66-6-96 4-36 26-56 60-56s56 20 60 56c4 30-2 56-6 96-14 8-94 8-108 0z",
    "M78 112c2-26 14-44 42-50 28 6 40 24 42 50 6-44-14-66-42-66s-48 22-42 66z",
  ],
  bun: [
    "M120 12c16 0 26 10 26 23s-10 22-26 22-26-9-26-22 10-23 26-23z",
    "M79 106c-3-36 14-58 41-58s45 22 42 58c-5-20-18-32-42-34-24 2-36 14-41 34z",
  ],
  curly: [
    "M120 34c34-8 66 14 66 48 0 20-4 34-14 42 2-26-10-40-52-40s-54 14-52 40c-10-8-14-22-14-42 0-34 32-56 66-48z",
    "M76 100c-6-20 4-44 20-50 14-8 34-8 48 0 18 6 26 30 20 50-4-10-8-14-14-18-8 6-14 2-18-2-6 6-18 6-24 0-6 6-14 6-18 2-6 4-10 8-14 18z",
  ],
  cropped: [
    "",
    "M80 100c-3-30 14-48 41-48 26 0 43 18 40 48-3-14-10-24-16-28-14-6-36-6-49 0-7 5-13 14-16 28z",
  ],
  scarf: [
    "M120 38c42 0 62 32 62 78 0 30 6 54 14 80-40 18-112 18-152 0 8-26 14-50 14-80 0-46 20-78 62-78z",
    "M82 116c0-34 14-54 38-54s38 20 38 54c0 16-4 30-10 40 16-6 26-22 26-44 0-42-20-66-54-66s-54 24-54 66c0 22 10 38 26 44-6-10-10-24-10-40z",
  ],
} as const;

/** A face as an SVG picture: the same look is always the same picture. */
export function portrait({ skin, hair, hairColour, clothes, backdrop, glasses, beard }: Look): string {
  const [face, shade] = skins[skin];
  const [behind, above] = hairs[hair];
  const tint = hair === "scarf" ? clothes : hairColours[hairColour];
  const brow = hair === "scarf" ? hairColours[hairColour] : tint;
  const [light, deep] = backdrop;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 240" role="img">
<defs><linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>
<path d="M0 0h240v240H0z" fill="url(#b)"/>
<circle cx="186" cy="62" r="46" fill="#fff" opacity=".16"/>
<path d="M0 196c46-22 84-10 120 4s76 12 120-10v50H0z" fill="#fff" opacity=".1"/>
${behind && `<path d="${behind}" fill="${tint}"${hair === "scarf" ? "" : ' opacity=".96"'}/>`}
<path d="M102 146h36v34c0 12-36 12-36 0z" fill="${shade}"/>
<path d="M28 240c2-42 38-62 74-66 8 12 28 12 36 0 36 4 72 24 74 66z" fill="${clothes}"/>
<path d="M102 174c4 16 32 16 36 0l8 2c-6 24-46 24-52 0z" fill="#fff" opacity=".22"/>
${hair === "scarf" ? "" : `<circle cx="79" cy="114" r="9" fill="${shade}"/><circle cx="161" cy="114" r="9" fill="${shade}"/>`}
<path d="M120 62c26 0 41 18 41 46 0 32-17 58-41 58s-41-26-41-58c0-28 15-46 41-46z" fill="${face}"/>
${beard ? `<path d="M80 116c3 12 11 18 21 16 7-4 31-4 38 0 10 2 18-4 21-16 0 32-16 54-40 54s-40-22-40-54z" fill="${tint}" opacity=".94"/>` : ""}
<path d="M94 100c4-4 12-4 16-1M130 99c4-3 12-3 16 1" fill="none" stroke="${brow}" stroke-width="3.4" stroke-linecap="round"/>
<circle cx="103" cy="112" r="3.6" fill="#241d1c"/><circle cx="137" cy="112" r="3.6" fill="#241d1c"/>
<path d="M120 116c-2 7-4 11-3 13 2 2 5 2 7 1" fill="none" stroke="${shade}" stroke-width="3" stroke-linecap="round"/>
<path d="M106 143c8 8 20 8 28 0" fill="none" stroke="${beard ? "#f3d9cf" : "#8e3f36"}" stroke-width="3.4" stroke-linecap="round"/>
${beard ? "" : `<circle cx="93" cy="131" r="7" fill="#d9705c" opacity=".2"/><circle cx="147" cy="131" r="7" fill="#d9705c" opacity=".2"/>`}
<path d="${above}" fill="${tint}"/>
${glasses ? '<g fill="none" stroke="#2a2f35" stroke-width="2.6"><circle cx="103" cy="112" r="12.5"/><circle cx="137" cy="112" r="12.5"/><path d="M115.5 110c3-2 6-2 9 0M90.5 110l-9-2M149.5 110l9-2"/></g>' : ""}
</svg>
`;
}
