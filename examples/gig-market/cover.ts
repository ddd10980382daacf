/** What the covers of gigs show, drawn within 400 by 300 around the middle, in white lines and faces. */
const motifs = {
  mark: '<circle cx="200" cy="150" r="86"/><path class="f" d="M200 84l58 100H142z"/><circle class="f" cx="200" cy="206" r="16"/>',
  pages:
    '<path d="M120 70h120l44 44v126H120z"/><path class="f" d="M240 70v44h44z"/><path d="M146 140h112M146 170h112M146 200h70"/>',
  screen:
    '<rect x="86" y="62" width="228" height="150" rx="12"/><path d="M86 96h228M160 240h80M200 212v28"/><rect class="f" x="110" y="116" width="80" height="74" rx="6"/><path d="M210 126h80M210 152h80M210 178h50"/>',
  brush:
    '<path class="f" d="M252 70l26 26-98 104-34-34z"/><path d="M146 166c-26 4-36 26-38 60 32 2 60-6 72-26"/><circle cx="286" cy="204" r="22"/><circle class="f" cx="236" cy="236" r="10"/>',
  box: '<path d="M200 62l98 46v92l-98 46-98-46v-92z"/><path d="M102 108l98 46 98-46M200 154v92"/><path class="f" d="M150 85l98 47v34l-24-11v-23l-98-46z"/>',
  chart:
    '<path d="M104 70v160h196"/><rect class="f" x="130" y="160" width="30" height="54"/><rect class="f" x="180" y="124" width="30" height="90"/><rect class="f" x="230" y="92" width="30" height="122"/><path d="M128 134l54-34 46-16 56-30"/>',
  house:
    '<path d="M96 150l104-84 104 84"/><path d="M122 132v102h156V132"/><rect class="f" x="178" y="170" width="44" height="64"/>',
  gauge:
    '<path d="M104 206a96 96 0 1 1 192 0"/><path class="f" d="M192 200l60-74-40 86a14 14 0 0 1-20-12z"/><path d="M104 206h24M272 206h24M200 110v22"/>',
  phone:
    '<rect x="144" y="50" width="112" height="202" rx="18"/><path d="M184 68h32"/><rect class="f" x="164" y="96" width="72" height="52" rx="8"/><path d="M164 172h72M164 196h44"/><circle cx="200" cy="230" r="6"/>',
  cart: '<path d="M84 82h34l26 106h118l24-78H126"/><circle class="f" cx="160" cy="222" r="16"/><circle class="f" cx="246" cy="222" r="16"/>',
  spark:
    '<path class="f" d="M200 58l20 68 68 22-68 22-20 68-20-68-68-22 68-22z"/><path d="M288 66v44M266 88h44M106 196v36M88 214h36"/>',
  quill:
    '<path class="f" d="M282 62c-84 8-132 58-146 136l28-16c60-6 104-46 118-120z"/><path d="M236 118l-118 122M118 240h92"/>',
  globe:
    '<circle cx="200" cy="150" r="92"/><path d="M108 150h184M200 58c54 54 54 130 0 184M200 58c-54 54-54 130 0 184M122 102h156M122 198h156"/>',
  badge:
    '<rect x="104" y="74" width="192" height="156" rx="14"/><circle class="f" cx="156" cy="138" r="24"/><path d="M124 202c6-28 58-28 64 0M216 126h56M216 154h56M216 182h36"/>',
  megaphone:
    '<path class="f" d="M116 128h46l94-54v152l-94-54h-46z"/><path d="M150 172l14 62h28l-12-58M282 118c18 18 18 46 0 64M302 96c32 32 32 76 0 108"/>',
  lens: '<circle cx="182" cy="134" r="70"/><path d="M234 186l62 58"/><path class="f" d="M150 150v22h18v-22zM176 126v46h18v-46zM202 104v68h18v-68z"/>',
  film: '<rect x="92" y="80" width="216" height="140" rx="12"/><path d="M92 112h216M92 188h216M130 80v32M176 80v32M222 80v32M268 80v32M130 188v32M176 188v32M222 188v32M268 188v32"/><path class="f" d="M186 130v40l36-20z"/>',
  camera:
    '<path d="M92 108h54l18-30h72l18 30h54v120H92z"/><circle cx="200" cy="164" r="44"/><circle class="f" cx="200" cy="164" r="22"/>',
  wave: '<path d="M96 150v0M124 124v52M152 92v116M180 116v68M208 72v156M236 108v84M264 88v124M292 128v44"/><circle class="f" cx="200" cy="254" r="6"/>',
  note: '<path d="M164 214V84l110-22v130"/><ellipse class="f" cx="140" cy="216" rx="26" ry="20"/><ellipse class="f" cx="250" cy="194" rx="26" ry="20"/><path d="M164 122l110-22"/>',
  cup: '<path d="M112 112h150v60c0 40-30 62-75 62s-75-22-75-62z"/><path d="M262 128h20c34 0 34 60-10 60h-14M160 58c-14 16 14 20 0 38M204 58c-14 16 14 20 0 38"/><path class="f" d="M126 148h122v24c0 30-22 46-61 46s-61-16-61-46z"/>',
  scales:
    '<path d="M200 62v170M150 238h100M116 92h168"/><path class="f" d="M84 168l32-76 32 76c-10 26-54 26-64 0zM252 168l32-76 32 76c-10 26-54 26-64 0z"/>',
  book: '<path d="M200 92c-30-22-70-26-110-20v144c40-6 80-2 110 20 30-22 70-26 110-20V72c-40-6-80-2-110 20zM200 92v144"/><path class="f" d="M222 112c20-10 42-13 66-12v22c-24-1-46 2-66 12z"/>',
  mountain:
    '<path class="f" d="M84 232l78-122 46 66 30-40 78 96z"/><circle cx="268" cy="92" r="28"/><path d="M84 250h232"/>',
  seal: '<rect class="f" x="128" y="78" width="144" height="144" rx="8"/><path class="d" d="M158 108h84v84h-84zM200 108v84M158 150h84"/>',
} as const;

/** What a cover shows. */
export type Motif = keyof typeof motifs;

/** The cover of a gig as an SVG picture of 960 by 600: the same motif, hue and name are always the same picture. */
export function cover(motif: Motif, hue: number, slug: string): string {
  const spin = Array.from(slug, (letter) => letter.charCodeAt(0)).reduce(
    (sum, code) => (sum * 31 + code) % 360,
    7,
  );
  const tone = (turn: number, saturation: number, light: number) =>
    `hsl(${(hue + turn) % 360} ${saturation}% ${light}%)`;
  const rings = Array.from({ length: 5 }, (_, at) => {
    const x = 80 + ((spin * (at + 3) * 37) % 800);
    const y = 40 + ((spin * (at + 5) * 53) % 520);
    return `<circle cx="${x}" cy="${y}" r="${60 + ((spin * (at + 1)) % 120)}" opacity=".${5 + at}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 600" width="960" height="600">
<defs><linearGradient id="g" gradientTransform="rotate(${20 + (spin % 50)})"><stop stop-color="${tone(0, 46, 38)}"/><stop offset="1" stop-color="${tone(28, 52, 54)}"/></linearGradient></defs>
<style>.m{fill:none;stroke:#fff;stroke-width:9;stroke-linecap:round;stroke-linejoin:round}.f{fill:#fff;fill-opacity:.85;stroke:none}.d{fill:none;stroke:${tone(0, 52, 40)};stroke-width:12}</style>
<rect width="960" height="600" fill="url(#g)"/>
<g fill="${tone(40, 70, 82)}" fill-opacity=".22">${rings.join("")}</g>
<g class="m" transform="translate(180 75) scale(1.5)">${motifs[motif]}</g>
</svg>
`;
}
