import { type Context, type Middleware } from "koa";
import { invalidFields, requestFailure } from "../errors.ts";
import { writeJson } from "../http/answer.ts";
import { credentialsOf } from "../http/request.ts";
import { type Authenticate } from "../rpc/caller.ts";
import { StreamConnection } from "./connection.ts";
import { type FoundEvent, type Frames, type Listener } from "./frames.ts";
import { type StreamHub } from "./hub.ts";

const path = "/api/v1/stream";

/** What the stream's route works with. */
export interface StreamParts {
  readonly hub: StreamHub;
  readonly frames: Frames;
  readonly authenticate: Authenticate;
}

/**
 * `GET /api/v1/stream?since=n`: a member's live frames after a number, or from now on, as server-sent events, read with fetch because the token travels in a
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
    const member = { tenantId: tenant.id, memberId: actor.memberId };
    const since = sinceOf(ctx);
    if (ctx.accepts("text/event-stream", "application/json") === "application/json") {
      return answerOnce(ctx, frames, member, since);
    }
    ctx.respond = false;
    ctx.req.setTimeout(0);
    // A stream lasts as long as its connection. Without chunks a frame is one write to the socket instead of four.
    ctx.res.useChunkedEncodingByDefault = false;
    ctx.res.shouldKeepAlive = false;
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
    await hub.join(new StreamConnection(ctx.res, isStillAllowed), member, since);
  };

async function answerOnce(
  ctx: Context,
  frames: Frames,
  member: Listener,
  since: number | null,
): Promise<void> {
  const { from, mustResync } = await frames.startOf(member, since);
  if (since === null || mustResync) return writeJson(ctx, 200, { frames: [], seq: from, resync: mustResync });
  const found = await frames.find([{ ...member, since }]);
  // One member has one frame of an event.
  const inOrder = found.toSorted((one, other) => seqOf(one) - seqOf(other));
  const shown = await frames.present(inOrder);
  writeJson(ctx, 200, {
    frames: inOrder.flatMap((event, nth) => {
      const frame = shown[nth];
      return frame ? [{ seq: seqOf(event), ...frame }] : [];
    }),
    seq: inOrder.map(seqOf).at(-1) ?? since,
    resync: false,
  });
}

const seqOf = ({ frames }: FoundEvent): number => frames[1] ?? 0;

function sinceOf(ctx: Context): number | null {
  const text = new URLSearchParams(ctx.search).get("since");
  if (text === null) return null;
  if (!/^\d{1,15}$/.test(text)) {
    throw invalidFields({
      path: ["since"],
      message: "Send the number of the last frame you have, or leave it out.",
    });
  }
  return Number(text);
}
