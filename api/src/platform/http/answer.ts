import { type Context } from "koa";
import { answerFailure } from "../rpc/answer.ts";
import { type CallAnswer } from "../rpc/dispatcher.ts";
import { type LimitDecision } from "../rpc/limits.ts";
import { requestIdFor } from "./request.ts";

/** Writes what every answer to a call carries: time, limits, visitor token, request id. */
export function writeCallHeaders(ctx: Context, { now, limit, visitorToken, isReplay }: CallAnswer): void {
  ctx.set("Tessera-Now", now.toISOString());
  if (limit) writeLimit(ctx, limit);
  if (visitorToken !== null) ctx.set("Tessera-Visitor", visitorToken);
  if (isReplay) ctx.set("Idempotent-Replayed", "true");
}

function writeLimit(ctx: Context, { limit, remaining, seconds, isAllowed }: LimitDecision): void {
  ctx.set("RateLimit-Policy", `"default";q=${limit};w=60`);
  ctx.set("RateLimit", `"default";r=${remaining};t=${seconds}`);
  if (!isAllowed) ctx.set("Retry-After", String(seconds));
}

/** Writes a JSON body with the length known, and nothing a cache may keep unless said otherwise before. */
export function writeJson(ctx: Context, status: number, body: unknown): void {
  ctx.status = status;
  ctx.type = "application/json";
  if (!ctx.response.get("Cache-Control")) ctx.set("Cache-Control", "no-store");
  ctx.body = JSON.stringify(body);
}

/** Writes the refusal of something thrown outside the dispatcher, and answers the bug behind it, if it was one. */
export function writeFailure(ctx: Context, thrown: unknown): unknown {
  const { status, body, bug } = answerFailure(thrown, requestIdFor(ctx));
  if (status === 413 || status === 400) ctx.set("Connection", "close");
  if (status === 503) ctx.set("Retry-After", "5");
  writeJson(ctx, status, body);
  return bug;
}
