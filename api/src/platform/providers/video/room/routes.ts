import { type Context } from "koa";
import { z } from "zod";
import { businessTime } from "../../../clock.ts";
import { invalidFields, notFound, requestFailure } from "../../../errors.ts";
import { writeJson } from "../../../http/answer.ts";
import { readJson } from "../../../http/body.ts";
import { factsOf } from "../../../http/request.ts";
import { tenantDoor } from "../../../http/tenant-door.ts";
import { type HttpRoute } from "../../../module.ts";
import { type Scope } from "../../../scope/scope.ts";
import { type Admission, iceServers, videoSetup } from "../for-tenant.ts";
import { readRoomPass } from "../local.ts";
import { type RoomPass } from "../port.ts";
import { roomPage, roomScript } from "./page.ts";
import { findOther, keepSeat, leaveSeat, sendSignals, takeSignals } from "./seats.ts";

/** The room's page, its script, and the one call through which its two pages find each other. */
export const roomRoutes: readonly HttpRoute[] = [
  { method: "GET", path: "/meet/room.js", handler: (ctx) => sendScript(ctx) },
  { method: "GET", path: "/meet/:room", handler: (ctx) => sendPage(ctx) },
  { method: "POST", path: "/meet/:room/sync", handler: (ctx) => sync(ctx) },
];

/** The page asks twice a second while connecting. */
const callsPerMinute = 300;

const syncInput = z.strictObject({
  pass: z.string().max(300),
  seat: z.uuid(),
  /** Who knocks is told where the session takes place, and takes no seat. */
  does: z.enum(["knock", "enter", "stay", "leave"]),
  heard: z.strictObject({ from: z.uuid(), seq: z.int().min(1) }).nullable(),
  send: z
    .array(z.strictObject({ to: z.uuid(), seq: z.int().min(1).max(1_000_000), body: z.string().max(30_000) }))
    .max(50),
});

type SyncInput = z.infer<typeof syncInput>;

/** What the page is answered; a provider is asked for an address first, outside the transaction. */
interface Answer {
  readonly reply: object;
  readonly away?: Away;
}

const reply = (answer: object): Answer => ({ reply: answer });

type Away = Extract<Admission, { readonly state: "away" }>;

function sendPage(ctx: Context): void {
  const { html, policy } = roomPage(ctx.get("accept-language"));
  ctx.type = "text/html; charset=utf-8";
  ctx.set("Content-Security-Policy", policy);
  ctx.set("Permissions-Policy", "camera=(self), microphone=(self), display-capture=(self)");
  ctx.set("Cache-Control", "no-store");
  ctx.set("Cross-Origin-Resource-Policy", "same-origin");
  ctx.set("Cross-Origin-Opener-Policy", "same-origin");
  ctx.body = html;
}

function sendScript(ctx: Context): void {
  ctx.type = "text/javascript; charset=utf-8";
  ctx.set("Cache-Control", "public, max-age=300");
  ctx.body = roomScript;
}

async function sync(ctx: Context): Promise<void> {
  const parsed = syncInput.safeParse(await readJson(ctx.req));
  if (!parsed.success) throw invalidFields({ path: [], message: "This is not what the room's page sends." });
  const input = parsed.data;
  const pass = readRoomPass(input.pass);
  const { scopes, loadTenant, limiter } = tenantDoor();
  const tenant = pass && (await loadTenant(pass.tenantId));
  if (!tenant || tenant.status === "suspended") throw notFound();
  if (pass.roomId !== (ctx["params"] as { room: string }).room) throw notFound();
  const limit = limiter.take(`room:${pass.roomId}:${pass.personId}`, callsPerMinute, performance.now());
  if (!limit.isAllowed) throw requestFailure("request.rate_limited", { seconds: limit.seconds });
  const now = businessTime(tenant);
  const answer = await scopes.transact(
    {
      tenant,
      actor: {
        kind: "member",
        memberId: pass.personId,
        roles: [],
        pendingRoles: [],
        sessionId: null,
        visitorId: null,
      },
      now,
      request: factsOf(ctx),
    },
    async (scope) => (now < pass.expiresAt ? await answerTo(scope, pass, input) : reply({ state: "over" })),
  );
  writeJson(ctx, 200, answer.away ? await leadAway(answer.away) : answer.reply);
}

const titles: Readonly<Record<string, string>> = { zoom: "Zoom", daily: "Daily" };

/** How long a provider is waited for. */
const patienceMs = 8000;

const leadAway = async ({ provider, open }: Away): Promise<object> => ({
  state: "away",
  provider: titles[provider] ?? provider,
  url: await open({ signal: AbortSignal.timeout(patienceMs) }),
});

async function answerTo(
  scope: Scope,
  { roomId, personId }: RoomPass,
  { seat: seatId, does, heard, send }: SyncInput,
): Promise<Answer> {
  const mine = { roomId, personId, seatId };
  if (does === "leave") {
    await leaveSeat(scope, mine);
    return reply({ state: "left" });
  }
  const isEntering = does === "enter";
  const admission = await videoSetup().admit(scope, { roomId, personId, isEntering });
  if (admission.state === "early") {
    return reply({ state: "early", opensAt: admission.opensAt.toISOString() });
  }
  if (admission.state === "away") return { reply: {}, away: admission };
  if (admission.state !== "open" || does === "knock") {
    return reply({ state: admission.state });
  }
  if (!(await keepSeat(scope, mine, isEntering))) return reply({ state: "elsewhere" });
  const { seat: other, hasLeft } = await findOther(scope, mine);
  if (other) await sendSignals(scope, mine, other, send);
  return reply({
    state: "open",
    otherName: admission.otherName,
    otherSeat: other?.seatId ?? null,
    otherLeft: hasLeft,
    offers: admission.isHost,
    signals: other ? await takeSignals(scope, mine, other, heard) : [],
    ...(isEntering && { iceServers: iceServers() }),
  });
}
