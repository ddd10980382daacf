import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { type Middleware } from "koa";

interface Asset {
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly type: string;
  readonly etag: string;
}

const typeOf: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

const hashedName = /-[A-Z0-9]{8}\.\w+$/;

/**
 * Serves a folder of built files from memory under a prefix, compressed once at the start. Names that hold a hash never change
 * and are kept for a year; others are asked for again after five minutes.
 */
export function assets(prefix: string, folder: string): Middleware {
  const files = new Map<string, Asset>();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    const type = typeOf[extname(name)];
    if (type) files.set(`${prefix}/${name.replaceAll("\\", "/")}`, load(join(folder, name), type));
  }
  return (ctx, next) => {
    const asset = files.get(ctx.path);
    if (!asset || (ctx.method !== "GET" && ctx.method !== "HEAD")) return next();
    ctx.set("Access-Control-Allow-Origin", "*");
    ctx.set(
      "Cache-Control",
      hashedName.test(ctx.path) ? "public, max-age=31536000, immutable" : "public, max-age=300",
    );
    ctx.set("ETag", asset.etag);
    ctx.vary("Accept-Encoding");
    ctx.set("Content-Type", asset.type);
    if (ctx.req.headers["if-none-match"] === asset.etag) {
      ctx.status = 304;
      return;
    }
    const isBrotli = ctx.acceptsEncodings("br", "identity") === "br";
    if (isBrotli) ctx.set("Content-Encoding", "br");
    ctx.body = isBrotli ? asset.brotli : asset.plain;
  };
}

function load(file: string, type: string): Asset {
  const plain = readFileSync(file);
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return {
    plain,
    brotli,
    type,
    etag: `"${createHash("sha256").update(plain).digest("base64url").slice(0, 16)}"`,
  };
}
