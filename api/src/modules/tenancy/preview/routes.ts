import { type Context } from "koa";
import { z } from "zod";
import { invalidFields, notFound } from "../../../platform/errors.ts";
import { type HttpRoute } from "../../../platform/module.ts";
import { readKey } from "../key-format.ts";
import { type Preview, previewPage, previewPolicy, previewScript } from "./page.ts";

const query: z.ZodType<Preview> = z.strictObject({
  key: z.string().refine((key) => readKey(key)?.kind === "publishable"),
  offer: z.uuid(),
  language: z.enum(["en", "zh-CN", "ar"]),
  scheme: z.enum(["light", "dark"]),
});

/**
 * The booking widget as it looks in a colour, for a frame of the admin app's settings. It is a page of the API, so that the admin
 * app runs no script but its own, and so that it can be looked at before a site has told where it is embedded.
 */
export const previewRoutes = (admin: string | null): HttpRoute[] => [
  { method: "GET", path: "/preview/preview.js", handler: (ctx) => sendScript(ctx) },
  { method: "GET", path: "/preview/booking", handler: (ctx) => sendPage(ctx, admin) },
];

function sendPage(ctx: Context, admin: string | null): void {
  if (admin === null) throw notFound();
  const parsed = query.safeParse({ ...ctx.query });
  if (!parsed.success) {
    const [path] = parsed.error.issues[0]?.path ?? [];
    throw invalidFields({
      path: path === undefined ? [] : [String(path)],
      message: "A preview has a publishable key, an offer's id, a language and a scheme in its address.",
    });
  }
  ctx.type = "text/html; charset=utf-8";
  ctx.set("Content-Security-Policy", previewPolicy(admin));
  ctx.set("Cache-Control", "no-store");
  ctx.body = previewPage(parsed.data);
}

function sendScript(ctx: Context): void {
  ctx.type = "text/javascript; charset=utf-8";
  ctx.set("Cache-Control", "public, max-age=300");
  ctx.body = previewScript;
}
