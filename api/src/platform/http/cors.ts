import { type Middleware } from "koa";

const allowedHeaders = [
  "authorization",
  "content-type",
  "idempotency-key",
  "tessera-key",
  "tessera-locale",
  "tessera-proof",
  "tessera-visitor",
  "x-request-id",
].join(", ");
const exposedHeaders = "retry-after, ratelimit, ratelimit-policy, tessera-now, tessera-visitor, x-request-id";

/**
 * Lets pages of allowed origins read answers. A preflight names no tenant, so it passes for an origin of any tenant; the call
 * itself is then held against the list of its own tenant (by `authenticate`). No credentials: nothing here uses cookies.
 */
export const cors =
  (isKnownOrigin: (origin: string) => Promise<boolean>): Middleware =>
  async (ctx, next) => {
    const { origin } = ctx.req.headers;
    ctx.vary("Origin");
    const isPreflight =
      ctx.method === "OPTIONS" && ctx.req.headers["access-control-request-method"] !== undefined;
    if (origin !== undefined && (await isKnownOrigin(origin))) {
      ctx.set("Access-Control-Allow-Origin", origin);
      ctx.set("Access-Control-Expose-Headers", exposedHeaders);
      if (isPreflight) {
        ctx.set("Access-Control-Allow-Methods", "GET, POST, PATCH, DELETE, PUT");
        ctx.set("Access-Control-Allow-Headers", allowedHeaders);
        ctx.set("Access-Control-Max-Age", "7200");
      }
    }
    if (isPreflight) {
      ctx.status = 204;
      return;
    }
    await next();
    if (ctx.status === 403 && isOriginRefused(ctx.body)) ctx.remove("Access-Control-Allow-Origin");
  };

const isOriginRefused = (body: unknown): boolean =>
  typeof body === "string" && body.includes('"request.origin_not_allowed"');
