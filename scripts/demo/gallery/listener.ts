import { readFile } from "node:fs/promises";
import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { allScenes } from "../../../widgets/states/all.ts";
import { common } from "../../widgets/bundle.ts";
import { widgetDeclarations } from "../../widgets/declarations.ts";
import { root } from "../folder.ts";
import { eventDetails } from "./event-details.ts";
import { lookOf } from "./looks.ts";
import { galleryPage, type ShownWidget } from "./page.ts";
import { scenePage } from "./scene-page.ts";

const here = import.meta.dirname;

/** What a page of a tenant allows (docs/embedding.md), with this server in the API's place. */
const scenePolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types lit-html";
const pagePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const headers = { "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" };

/** Shows every widget in every state: `/` for people, `/scene/<tag>/<number>` the page of one state. */
export function galleryListener(): RequestListener {
  const widgets = shownWidgets();
  const scripts = new Map<string, Promise<string>>();
  const script = (name: string) => {
    const known = scripts.get(name) ?? bundle(name);
    scripts.set(name, known);
    return known;
  };

  const respond = async (request: IncomingMessage, answer: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://gallery");
    const send = (type: string, body: string | Buffer, policy?: string) =>
      answer
        .writeHead(200, {
          ...headers,
          "Content-Type": type,
          ...(policy && { "Content-Security-Policy": policy }),
        })
        .end(body);
    const look = lookOf(searchParams);
    if (pathname === "/") return send(html, galleryPage(widgets, look), pagePolicy);

    const [, tag = "", at] = /^\/scene\/([\w-]+)\/(\d+)$/.exec(pathname) ?? [];
    const scene = widgets.find(({ tagName }) => tagName === tag)?.scenes[Number(at)];
    if (scene) return send(html, scenePage(tag, Number(at), scene, look), scenePolicy);

    const [, name] = /^\/(gallery|scene)\.js$/.exec(pathname) ?? [];
    if (name) return send(javascript, await script(name));
    const [, sheet] = /^\/(gallery|scene)\.css$/.exec(pathname) ?? [];
    if (sheet) return send("text/css; charset=utf-8", await readFile(join(here, `${sheet}.css`)));
    const [, built] = /^\/widgets\/v1\/([\w-][\w.-]*\.js)$/.exec(pathname) ?? [];
    const file = built && (await readFile(join(root, "widgets/dist/v1", built)).catch(() => null));
    if (file) return send(javascript, file);
    answer
      .writeHead(404, { ...headers, "Content-Type": "text/plain; charset=utf-8" })
      .end("There is nothing here.");
  };

  return (request, answer) => {
    respond(request, answer).catch((error: Error) => {
      answer.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" }).end(error.message);
    });
  };
}

/** The widgets of the manifest, each with its states and with what its events tell, as the SDK types it. */
function shownWidgets(): readonly ShownWidget[] {
  const details = eventDetails();
  return widgetDeclarations().map((widget) => ({
    ...widget,
    scenes: allScenes.find(({ tag }) => tag === widget.tagName)?.scenes ?? [],
    details,
  }));
}

async function bundle(name: string): Promise<string> {
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(here, "browser", `${name}.ts`)],
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}

const html = "text/html; charset=utf-8";
const javascript = "text/javascript; charset=utf-8";
