import { type Middleware } from "koa";

/** Headers for every answer. Pages the API serves itself set a content security policy of their own. */
export const securityHeaders =
  ({ isHttps }: { isHttps: boolean }): Middleware =>
  (ctx, next) => {
    ctx.set("X-Content-Type-Options", "nosniff");
    ctx.set("Referrer-Policy", "no-referrer");
    ctx.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    if (isHttps) ctx.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    return next();
  };
