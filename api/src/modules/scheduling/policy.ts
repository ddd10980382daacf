import { invalidFields, notFound } from "../../platform/errors.ts";
import { type Actor, memberIdOf, visitorIdOf } from "../../platform/scope/actor.ts";
import { type Booking } from "./models/booking.ts";
import { type Hold } from "./models/hold.ts";
import { type Party } from "./rules/booking-states.ts";

/** Whether the caller works for the site itself: its team and servers, whose permission was checked at the door, and its own timers. */
export const isOffice = ({ kind }: Actor): boolean =>
  kind === "staff" || kind === "server" || kind === "system";

/**
 * Whose calendar a caller means. A member has one calendar, its own, and need not name it; the site's team and servers name one.
 * Somebody else's is not found.
 */
export function hostMeant(actor: Actor, hostId: string | undefined): string {
  const own = memberIdOf(actor);
  const meant = hostId ?? own;
  if (meant === null)
    throw invalidFields({ path: ["hostId"], message: "Name the host whose calendar it is." });
  if (!mayManageHost(actor, meant)) throw notFound();
  return meant;
}

/** Whether the caller may change a host's offers, hours and absences. */
export const mayManageHost = (actor: Actor, hostId: string): boolean =>
  isOffice(actor) || memberIdOf(actor) === hostId;

/** Whether a hold is kept for the caller: by the member who signed in with it, else by the visitor. */
export function holdsFor(
  actor: Actor,
  { memberId, visitorId }: Pick<Hold, "memberId" | "visitorId">,
): boolean {
  if (isOffice(actor)) return true;
  return memberId === null ? visitorId === visitorIdOf(actor) : memberId === memberIdOf(actor);
}

/** What a caller is to a booking; null when it is none of their business. */
export function partyOf(
  actor: Actor,
  { hostId, clientId }: Pick<Booking, "hostId" | "clientId">,
): Party | null {
  if (actor.kind === "staff" || actor.kind === "server" || actor.kind === "system") return actor.kind;
  if (actor.kind !== "member") return null;
  if (actor.memberId === hostId) return "provider";
  return actor.memberId === clientId ? "client" : null;
}
