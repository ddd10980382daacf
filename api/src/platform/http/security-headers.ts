import { type Middleware } from "koa";

/** Headers for every answer. Pages the API serves itself set a content security policy of their own; `ownHost` is the API's. */
export const securityHeaders =
  ({ isHttps, ownHost }: { isHttps: boolean; ownHost: string }): Middleware =>
  (ctx, next) => {
    ctx.set("X-Content-Type-Options", "nosniff");
    ctx.set("Referrer-Policy", "no-referrer");
    ctx.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    // What lies under a site's own domain is not ours to bind.
    const binding = ctx.hostname === ownHost ? "; includeSubDomains" : "";
    if (isHttps) ctx.set("Strict-Transport-Security", `max-age=63072000${binding}`);
    return next();
  };

/** Sends a caller whom the proxy in front heard without encryption to the same address with it. Only for an installation that has a certificate and trusts that proxy. */
export const onlyHttps: Middleware = (ctx, next) => {
  // What comes without the header did not come through the proxy, such as its health checks.
  if (ctx.get("X-Forwarded-Proto") !== "http") return next();
  // 308 keeps the method (RFC 9110, section 15.4.9).
  ctx.status = 308;
  ctx.redirect(`https://${ctx.host}${ctx.originalUrl}`);
  return undefined;
};
