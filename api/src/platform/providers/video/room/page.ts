import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type RoomTexts, roomTextsFor } from "./texts.ts";

const style = readFileSync(join(import.meta.dirname, "room.css"), "utf8");

/** The script of the room's page, the same for everybody. */
export const roomScript = readFileSync(join(import.meta.dirname, "room.js"), "utf8");

const styleHash = createHash("sha256").update(style).digest("base64");

// Its own script, style and calls, and nothing from anywhere else.
const policy = `default-src 'none'; script-src 'self'; style-src 'sha256-${styleHash}'; connect-src 'self'; media-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;

/** The room's page in a language. It says nothing of any session: that comes with the pass, which only the page itself knows. */
export function roomPage(locale: string): { readonly html: string; readonly policy: string } {
  const texts = roomTextsFor(locale);
  // A data block is not run; its end must not stand in it.
  const data = JSON.stringify(texts).replaceAll("<", "\\u003c");
  return {
    policy,
    html: `<!doctype html><html lang="${texts.language}" dir="${texts.direction}" data-state="ready"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${texts.title}</title><style>${style}</style>
<script type="application/json" id="texts">${data}</script><script type="module" src="/meet/room.js"></script></head>
<body><main><header><h1>${texts.title}</h1><p id="status" role="status">${texts.ready}</p></header>
<section id="stage">${videos(texts)}
<div class="row" id="choices"><button class="primary" id="join">${texts.join}</button>
<button class="primary" id="again" hidden>${texts.again}</button><button id="without" hidden>${texts.joinWithout}</button>
<button class="primary" id="back" hidden>${texts.back}</button>
<a class="primary" id="away" rel="noreferrer" hidden></a></div></section>
<footer><div class="row" id="controls" role="group" aria-label="${texts.controls}" hidden>
<button id="microphone" aria-pressed="true">${texts.microphone}</button><button id="camera" aria-pressed="true">${texts.camera}</button>
<button id="screen" aria-pressed="false">${texts.screen}</button><button id="leave">${texts.leave}</button></div>
<p class="row quiet" id="privacy">${texts.privacy}</p></footer></main></body></html>`,
  };
}

const videos = ({ you, other }: RoomTexts): string =>
  `<video id="remote" autoplay playsinline aria-label="${other}"></video><video id="local" autoplay playsinline muted aria-label="${you}"></video>`;
