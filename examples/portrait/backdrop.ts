/** What is behind somebody, over a gradient from a light colour to a deeper one. */
const scenes = {
  plain: '<circle cx="186" cy="58" r="50" fill="#fff" opacity=".2"/>',
  sun: '<circle cx="172" cy="84" r="62" fill="#fff" opacity=".26"/><circle cx="172" cy="84" r="40" fill="#fff" opacity=".22"/>',
  moon: '<path d="M196 30a36 36 0 1 0 16 56 42 42 0 0 1-16-56z" fill="#fff" opacity=".5"/><g fill="#fff" opacity=".7"><circle cx="34" cy="44" r="2.4"/><circle cx="62" cy="24" r="1.6"/><circle cx="24" cy="92" r="1.6"/><circle cx="206" cy="126" r="2"/></g>',
  hills:
    '<path d="M0 148c40-34 70-34 104-6s84 22 136-30v128H0z" fill="#fff" opacity=".26"/><path d="M0 186c54-26 92-14 128 2s76 8 112-14v66H0z" fill="#fff" opacity=".2"/>',
  waves:
    '<g fill="none" stroke="#fff" stroke-width="5" stroke-linecap="round" opacity=".32"><path d="M-6 62c20-14 40-14 60 0s40 14 60 0 40-14 60 0 40 14 72 0"/><path d="M-6 98c20-14 40-14 60 0s40 14 60 0 40-14 60 0 40 14 72 0"/><path d="M-6 134c20-14 40-14 60 0s40 14 60 0 40-14 60 0 40 14 72 0"/></g>',
  dunes:
    '<circle cx="58" cy="56" r="26" fill="#fff" opacity=".42"/><path d="M0 172c66-46 116-44 156-16 32 22 56 22 84 8v76H0z" fill="#fff" opacity=".24"/><path d="M96 152c44 4 64 30 104 42 18 6 30 6 40 4v42H60z" fill="#fff" opacity=".14"/>',
  leaves:
    '<g fill="#fff" opacity=".3"><path d="M20 240c-8-50-4-92 20-128 14 42 8 86-4 128z"/><path d="M-6 168c6-36 18-58 40-72 4 34-8 62-30 88z"/><path d="M220 240c8-50 4-92-20-128-14 42-8 86 4 128z"/><path d="M246 168c-6-36-18-58-40-72-4 34 8 62 30 88z"/></g>',
  window:
    '<path d="M34 20h172v160H34z" fill="#fff" opacity=".3"/><g stroke="#fff" stroke-width="5" opacity=".5" fill="none"><path d="M34 20h172v160H34zM120 20v160M34 96h172"/></g>',
  books:
    '<g fill="#fff" opacity=".32"><path d="M8 36h12v52H8zM24 28h15v60H24zM43 40h10v48H43zM57 32h13v56H57zM170 34h13v54h-13zM187 26h11v62h-11zM202 38h16v50h-16zM222 30h12v58h-12z"/><path d="M0 90h76v5H0zM164 90h76v5h-76z"/><path d="M10 116h14v50H10zM28 124h11v42H28zM43 112h15v54H43zM182 114h12v52h-12zM198 122h15v44h-15zM217 112h12v54h-12z"/><path d="M0 168h66v5H0zM174 168h66v5h-66z"/></g>',
} as const;

/** The name of a scene, and the light and the deep colour of it. */
export type Backdrop = readonly [scene: keyof typeof scenes, light: string, deep: string];

/** Draws a backdrop over the whole picture. */
export const drawBackdrop = ([scene, light, deep]: Backdrop): string =>
  `<defs><linearGradient id="b" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${light}"/><stop offset="1" stop-color="${deep}"/></linearGradient></defs>
<path d="M0 0h240v240H0z" fill="url(#b)"/>
${scenes[scene]}`;
