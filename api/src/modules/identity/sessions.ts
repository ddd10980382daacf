import { type TokenAudience } from "../../platform/access-tokens.ts";
import { wallClock } from "../../platform/clock.ts";
import { newId } from "../../platform/ids.ts";
import { announce } from "../../platform/outbox/announce.ts";
import { visitorIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { days, plus } from "../../platform/time.ts";
import { Session, type SessionEnd } from "./models/session.ts";
import { forgetSession } from "./session-states.ts";
import { identityOf } from "./settings.ts";

/** Whose session it is. */
export type SessionOwner =
  | { readonly audience: Extract<TokenAudience, "member">; readonly memberId: string }
  | { readonly audience: Extract<TokenAudience, "staff" | "operator">; readonly accountId: string };

/** Begins a session in the scope's tenant, with what is known of the device. */
export async function startSession(scope: Scope, owner: SessionOwner): Promise<Session> {
  const now = wallClock();
  const { request, tenant, actor } = scope;
  return scope.query(Session).insert({
    id: newId(now),
    ...owner,
    visitorId: owner.audience === "member" ? visitorIdOf(actor) : null,
    origin: request.origin,
    userAgent: request.userAgent,
    ip: request.ip,
    startedAt: now,
    seenAt: now,
    expiresAt: plus(now, days(identityOf(tenant).sessions.longestDays)),
  });
}

/** Which sessions are meant. */
export type SessionChoice =
  | { readonly sessionId: string }
  | { readonly memberId: string; readonly except?: string | null }
  | { readonly accountId: string };

/** Ends sessions and with them their tokens: here at once, in other processes within five seconds. Answers how many there were. */
export async function endSessions(scope: Scope, choice: SessionChoice, reason: SessionEnd): Promise<number> {
  const living = scope.query(Session).whereNull("endedAt");
  if ("sessionId" in choice) living.where({ id: choice.sessionId });
  else if ("accountId" in choice) living.where({ accountId: choice.accountId });
  else {
    living.where({ memberId: choice.memberId });
    if (choice.except) living.whereNot({ id: choice.except });
  }
  const ended = await living.patch({ endedAt: wallClock(), endReason: reason }).returning(["id", "memberId"]);
  for (const { id } of ended) forgetSession(scope.tenant.id, id);
  for (const memberId of new Set(ended.map((session) => session.memberId))) {
    if (memberId !== null) await announce(scope, "identity.sessions_ended", { memberId });
  }
  return ended.length;
}
