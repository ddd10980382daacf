import { wallClock } from "../../platform/clock.ts";
import { notFound, requestFailure } from "../../platform/errors.ts";
import { type Actor, memberIdOf } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { minutes, plus } from "../../platform/time.ts";
import { failure } from "./errors.ts";
import { Member } from "./models/member.ts";
import { Session } from "./models/session.ts";
import { refusedRoles } from "./rules/roles.ts";
import { identityOf } from "./settings.ts";

/** The member who calls, or for whom a server calls. Refuses anybody else. */
export function callingMember(scope: Scope): string {
  const memberId = memberIdOf(scope.actor);
  if (memberId === null) throw requestFailure("request.unauthenticated");
  return memberId;
}

/** The team member who calls. Refuses anybody else. */
export function callingStaff(scope: Scope): Extract<Actor, { kind: "staff" }> {
  if (scope.actor.kind !== "staff") throw requestFailure("request.forbidden");
  return scope.actor;
}

/** People take only roles that the site offers to everybody. */
export function assertMayTakeRoles(scope: Scope, wanted: readonly string[]): void {
  const [role] = refusedRoles(wanted, identityOf(scope.tenant).signUpRoles);
  if (role !== undefined) throw failure("identity.role_refused", { role });
}

/** Only owners make, change and remove owners. */
export function assertMayTouchOwners(scope: Scope, ...touched: readonly (string | undefined)[]): void {
  if (touched.includes("owner") && callingStaff(scope).staffRole !== "owner")
    throw failure("identity.owners_only");
}

/** Offering services waits until the address is proven, where the site asks for that. */
export async function assertVerifiedEmail(scope: Scope, memberId: string): Promise<void> {
  if (!identityOf(scope.tenant).requiresVerifiedEmail) return;
  const [proven] = await scope.read`
    select id from ${Member} m where id = ${memberId} and email_verified_at is not null`;
  if (!proven) throw failure("identity.email_unverified");
}

/** Somebody else's session does not exist. */
export function assertOwnSession(
  scope: Scope,
  session: { readonly memberId: string | null } | undefined,
): void {
  if (!session || session.memberId !== callingMember(scope)) throw notFound();
}

/** The session a member calls in; null when a server calls for them. */
export const callingSession = ({ actor }: Scope): string | null =>
  actor.kind === "member" ? actor.sessionId : null;

const freshMinutes = 15;

/** Refuses unless the caller signed in a moment ago: a stolen session must not become something that outlives it. */
export async function assertFreshSession(scope: Scope): Promise<void> {
  const id = callingSession(scope);
  const session = id === null ? undefined : await scope.query(Session).findOne({ id });
  if (!session || session.startedAt < plus(wallClock(), -minutes(freshMinutes)))
    throw failure("identity.sign_in_again", { minutes: freshMinutes });
}
