import { randomUUID } from "node:crypto";
import { type Scene } from "../../../widgets/states/scene.ts";
import { Markup, markup } from "../markup.ts";
import { type Look } from "./looks.ts";

const escapes = /[&<>"']/g;

const attributesOf = ({ attributes = {} }: Scene): Markup =>
  new Markup(
    Object.entries(attributes)
      .map(([name, value]) => ` ${name}="${value.replaceAll(escapes, (sign) => `&#${sign.charCodeAt(0)};`)}"`)
      .join(""),
  );

/** A page with one widget in one state, as a tenant would embed it; `scene.js` stands for the network. */
export function scenePage(tag: string, at: number, scene: Scene, { lang, scheme }: Look): string {
  const element = new Markup(`<${tag}`);
  const end = new Markup(`></${tag}>`);
  const token = scene.isSignedIn ? markup` data-member-token="token"` : "";
  return markup`<!doctype html>
<html lang="${lang}" dir="${lang === "ar" ? "rtl" : "ltr"}" data-tag="${tag}" data-scene="${at}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="${scheme}" />
    <title>${tag}: ${scene.title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/scene.css" />
    <script type="module" src="/scene.js"></script>
    <script type="module" src="/widgets/v1/tessera.js" data-key="pk_test_${randomUUID()}" data-session="memory"${token}></script>
  </head>
  <body>
    <main>${element}${attributesOf(scene)}${end}</main>
  </body>
</html>`.text;
}
