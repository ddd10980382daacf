import { type Context } from "koa";
import { answerFailure, type FailureAnswer } from "../rpc/answer.ts";
import { type CallAnswer } from "../rpc/dispatcher.ts";
import { type LimitDecision } from "../rpc/limits.ts";
import { type Deprecation } from "../rpc/procedure.ts";
import { factsOf } from "./request.ts";

/** Writes what every answer to a call carries: time, limits, visitor token, and the end of a procedure that will go. */
export function writeCallHeaders(
  ctx: Context,
  { now, limit, visitorToken, isReplay, deprecation }: CallAnswer,
): void {
  ctx.set("Tessera-Now", now.toISOString());
  if (limit) writeLimit(ctx, limit);
  if (visitorToken !== null) ctx.set("Tessera-Visitor", visitorToken);
  if (isReplay) ctx.set("Idempotent-Replayed", "true");
  if (deprecation) writeDeprecation(ctx, deprecation);
}

// RFC 9745 and RFC 8594.
function writeDeprecation(ctx: Context, { since, sunset }: Deprecation): void {
  ctx.set("Deprecation", `@${Date.parse(since) / 1000}`);
  ctx.set("Sunset", new Date(sunset).toUTCString());
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
export function writeFailure(
  ctx: Context,
  thrown: unknown,
  bodyOf: (failure: FailureAnswer) => object = ({ body }) => body,
): unknown {
  const failure = answerFailure(thrown, factsOf(ctx));
  const { status, bug } = failure;
  if (status === 413 || status === 400) ctx.set("Connection", "close");
  if (status === 503) ctx.set("Retry-After", "5");
  writeJson(ctx, status, bodyOf(failure));
  return bug;
}
