import { type Context, type Middleware } from "koa";
import { invalidFields, requestFailure } from "../errors.ts";
import { writeJson } from "../http/answer.ts";
import { credentialsOf } from "../http/request.ts";
import { type Authenticate } from "../rpc/caller.ts";
import { StreamConnection } from "./connection.ts";
import { type Frames } from "./frames.ts";
import { type StreamHub } from "./hub.ts";

const path = "/api/v1/stream";

/** What the stream's route works with. */
export interface StreamParts {
  readonly hub: StreamHub;
  readonly frames: Frames;
  readonly authenticate: Authenticate;
}

/**
 * `GET /api/v1/stream?since=n`: a member's live frames as server-sent events, read with fetch because the token travels in a
 * header. With `Accept: application/json` the same frames once, as a list: the way for pages whose network holds streams back.
 */
export const streamRoute =
  ({ hub, frames, authenticate }: StreamParts): Middleware =>
  async (ctx, next) => {
    if (ctx.path !== path) return next();
    if (ctx.method !== "GET") throw requestFailure("request.method_not_allowed", { allowed: "GET" });
    const credentials = credentialsOf(ctx, null);
    const { tenant, actor } = await authenticate(credentials);
    if (!tenant || actor?.kind !== "member") throw requestFailure("request.unauthenticated");
    const wanted = { tenantId: tenant.id, memberId: actor.memberId, since: sinceOf(ctx) };
    if (ctx.accepts("text/event-stream", "application/json") === "application/json") {
      return answerOnce(ctx, frames, wanted);
    }
    ctx.respond = false;
    ctx.req.setTimeout(0);
    ctx.res.writeHead(200, {
      ...(ctx.response.headers as Record<string, string>),
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      // Proxies such as nginx would otherwise collect frames before they pass them on.
      "X-Accel-Buffering": "no",
    });
    const isStillAllowed = () =>
      authenticate(credentials).then(
        (caller) => caller.actor?.kind === "member",
        () => false,
      );
    await hub.join(new StreamConnection(ctx.res, isStillAllowed), wanted);
  };

async function answerOnce(
  ctx: Context,
  frames: Frames,
  wanted: { tenantId: string; memberId: string; since: number },
): Promise<void> {
  const { last, oldest } = await frames.range(wanted.tenantId, wanted.memberId);
  const isLost = wanted.since > last || (wanted.since < last && (oldest === 0 || wanted.since + 1 < oldest));
  if (isLost || wanted.since === 0)
    return writeJson(ctx, 200, { frames: [], seq: last, resync: isLost && wanted.since !== 0 });
  const found = await frames.find([wanted]);
  const shown = await Promise.all(
    found.map(async (frame) => ({ seq: frame.seq, name: frame.name, data: await frames.present(frame) })),
  );
  writeJson(ctx, 200, {
    frames: shown.filter(({ data }) => data !== null),
    seq: found.at(-1)?.seq ?? wanted.since,
    resync: false,
  });
}

function sinceOf(ctx: Context): number {
  const text = new URLSearchParams(ctx.search).get("since") ?? "0";
  if (!/^\d{1,15}$/.test(text)) {
    throw invalidFields({
      path: ["since"],
      message: "Send the number of the last frame you have, or leave it out.",
    });
  }
  return Number(text);
}
