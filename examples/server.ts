import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { type Backend } from "./backend/backend.ts";
import { pushWorker } from "./push-worker.ts";
import { scriptOf } from "./script.ts";
import { type Site, type SitePage, type SiteSetup } from "./site.ts";
import { fill } from "./template.ts";

const typeOf: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves a tenant's site as a careful tenant would: nothing but its own files and Tessera may load, and no script writes markup. */
export function siteListener(site: Site, setup: SiteSetup, backend?: Backend): RequestListener {
  const folder = join(import.meta.dirname, site.folder);

  const sendPage = async (
    answer: ServerResponse,
    status: number,
    { file, values, runsScripts = false }: SitePage,
  ) => {
    const [text, parts] = await Promise.all([readFile(join(folder, "pages", file), "utf8"), partsOf(folder)]);
    const html = fill({ text, part: (name) => parts.get(name) ?? missing(name) }, values);
    const headers = pageHeaders(setup.apiUrl, runsScripts);
    answer.writeHead(status, { ...headers, "Content-Type": "text/html; charset=utf-8" }).end(html);
  };

  const serve = async (path: string, seen: string | undefined, answer: ServerResponse) => {
    const page = await site.page(path, setup);
    if (page) return sendPage(answer, 200, page);
    const script = site.scripts[path];
    const content =
      path === "/tessera-push.js"
        ? pushWorker(setup.apiUrl)
        : script
          ? await scriptOf(join(import.meta.dirname, script))
          : (site.picture(path) ?? (await fileAt(folder, path)));
    if (content === null) return sendPage(answer, 404, site.notFound(setup));
    const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 16)}"`;
    const caching = { ETag: etag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff" };
    if (seen === etag) answer.writeHead(304, caching).end();
    else answer.writeHead(200, { ...caching, "Content-Type": typeOf[extname(path)] }).end(content);
  };

  const respond = async (request: IncomingMessage, answer: ServerResponse) => {
    const { pathname } = new URL(request.url ?? "/", "http://site");
    const path = pathname.length > 1 ? pathname.replace(/\/+$/, "") : pathname;
    if (await backend?.(request, answer, path)) return;
    if (request.method === "GET" || request.method === "HEAD")
      await serve(path, request.headers["if-none-match"], answer);
    else answer.writeHead(405, { Allow: "GET, HEAD" }).end();
  };

  return (request, answer) => {
    respond(request, answer).catch((error: Error) => {
      answer
        .writeHead(500, { "Content-Type": "text/plain; charset=utf-8" })
        .end(`This page is broken: ${error.message}`);
    });
  };
}

/** What the pages of a site allow; see docs/embedding.md for why each part is there. */
function pageHeaders(apiUrl: string, runsScripts: boolean): Record<string, string> {
  return {
    "Content-Security-Policy": [
      "default-src 'none'",
      `script-src ${runsScripts ? "'self' " : ""}${apiUrl}`,
      "worker-src 'self'",
      `connect-src ${apiUrl}`,
      "style-src 'self'",
      `img-src 'self' ${apiUrl}`,
      `media-src ${apiUrl}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html tessera-push",
    ].join("; "),
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(self), microphone=(self), geolocation=()",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "X-Content-Type-Options": "nosniff",
  };
}

// Asked for afresh each time, so that an edit shows on the next reload.
async function partsOf(folder: string): Promise<Map<string, string>> {
  const names = ["head", "top", "bottom"];
  const texts = await Promise.all(
    names.map((name) => readFile(join(folder, "parts", `${name}.html`), "utf8")),
  );
  return new Map(names.map((name, at) => [name, texts[at] ?? ""]));
}

async function fileAt(folder: string, path: string): Promise<Buffer | null> {
  // One plain name and no more: a path cannot leave the folder.
  if (!/^\/[\w-]+\.\w+$/.test(path) || typeOf[extname(path)] === undefined) return null;
  return readFile(join(folder, "files", path)).catch(() => null);
}

function missing(name: string): never {
  throw new Error(`There is no part ${name}.`);
}
