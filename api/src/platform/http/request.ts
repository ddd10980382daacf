import { type Context } from "koa";
import { requestIdOf } from "../rpc/answer.ts";
import { type Credentials } from "../rpc/caller.ts";
import { type RequestFacts } from "../scope/scope.ts";

const headerOf = (ctx: Context, name: string): string | null => {
  const value = ctx.req.headers[name];
  return typeof value === "string" && value !== "" ? value : null;
};

/** The request id of a request, the same each time it is asked for. */
export function requestIdFor(ctx: Context): string {
  const state = ctx.state as { requestId?: string };
  return (state.requestId ??= requestIdOf(headerOf(ctx, "x-request-id") ?? undefined));
}

/** What the platform keeps of a request. The address counts proxies only when Koa was told to trust them. */
export const factsOf = (ctx: Context): RequestFacts => ({
  requestId: requestIdFor(ctx),
  ip: ctx.ip || null,
  origin: headerOf(ctx, "origin"),
  locale: headerOf(ctx, "tessera-locale") ?? headerOf(ctx, "accept-language")?.split(/[,;]/)[0]?.trim() ?? "",
  userAgent: headerOf(ctx, "user-agent")?.slice(0, 300) ?? null,
});

/** The credentials a request carries. A key in the URL counts for public reads only; nothing secret ever travels there. */
export function credentialsOf(ctx: Context, urlKey: string | null): Credentials {
  const [scheme, bearer] = (headerOf(ctx, "authorization") ?? "").split(" ");
  return {
    bearer: scheme?.toLowerCase() === "bearer" && bearer ? bearer : null,
    publishableKey: headerOf(ctx, "tessera-key") ?? urlKey,
    visitorToken: headerOf(ctx, "tessera-visitor"),
    actingFor: headerOf(ctx, "tessera-acting-for"),
    origin: headerOf(ctx, "origin"),
    // From `X-Forwarded-Host` where Koa was told to trust a proxy.
    host: ctx.hostname.toLowerCase() || null,
  };
}

/** A header that guards a write: the caller's Idempotency-Key or proof of work. */
export const sentHeader = headerOf;
