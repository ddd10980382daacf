import { readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createCanvas, DOMMatrix, ImageData, Path2D } from "@napi-rs/canvas";

// A process of its own draws the first page of one document: it may read that file, write one other, and is ended when it takes too much.

const [path = "", target = "", pixels = "0"] = process.argv.slice(2);

// PDF.js draws as in a browser.
Object.assign(globalThis, { DOMMatrix, ImageData, Path2D });
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
const own = dirname(dirname(dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/legacy/build/pdf.mjs")))));

const document = await getDocument({
  data: new Uint8Array(await readFile(path)),
  standardFontDataUrl: `${own}/standard_fonts/`,
  cMapUrl: `${own}/cmaps/`,
  wasmUrl: `${own}/wasm/`,
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
}).promise;
const page = await document.getPage(1);
const whole = page.getViewport({ scale: 1 });
const scale = Number(pixels) / Math.max(whole.width, whole.height);
const viewport = page.getViewport({ scale });
const canvas = createCanvas(
  Math.max(1, Math.round(viewport.width)),
  Math.max(1, Math.round(viewport.height)),
);
await page.render({ canvas: canvas as never, viewport }).promise;
await writeFile(target, await canvas.encode("png"));
