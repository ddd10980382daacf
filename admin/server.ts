import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { type RequestListener } from "node:http";
import { extname, join } from "node:path";

/** What the admin app's server is told. */
export interface AdminOptions {
  /** The API's origin, the only place the app talks to. */
  readonly apiUrl: string;
}

const dist = join(import.meta.dirname, "dist");

const typeOf: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** Serves the built admin app: its files, and its one page at every other path. */
export function adminListener({ apiUrl }: AdminOptions): RequestListener {
  const api = new URL(apiUrl).origin;
  const page = readFileSync(join(dist, "page.html"), "utf8").replaceAll("{{apiUrl}}", api);
  const headers = {
    "Content-Security-Policy": [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' https: data:",
      `connect-src ${api}`,
      `frame-src ${api}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types lit-html",
    ].join("; "),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
  };
  return (request, answer) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      answer.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const { pathname } = new URL(request.url ?? "/", "http://admin");
    const name = /^\/files\/([\w-]+\.\w+)$/.exec(pathname)?.[1];
    if (name === undefined) {
      answer.writeHead(200, {
        ...headers,
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
      });
      answer.end(page);
      return;
    }
    readFile(join(dist, "files", name)).then(
      (content) => {
        const caching = { "Cache-Control": "public, max-age=31536000, immutable" };
        answer.writeHead(200, { ...headers, ...caching, "Content-Type": typeOf[extname(name)] }).end(content);
      },
      () => answer.writeHead(404, { "Content-Type": "text/plain" }).end("There is no such file."),
    );
  };
}
