import ipaddr from "ipaddr.js";
import { type Actor } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { fingerprint } from "../../../platform/secrets.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { failure } from "../errors.ts";
import { Booking } from "../models/booking.ts";
import { Hold } from "../models/hold.ts";
import { brokenHoldLimit, type HoldCounts, holdLimits, mostLiveOfMember } from "../rules/holds.ts";

/** Refuses one more hold to somebody who keeps enough already, so that nobody blocks a host's whole week. */
export async function refuseTooManyHolds(scope: Scope, hostId: string): Promise<void> {
  const { actor } = scope;
  if (actor.kind === "member") await refuseMember(scope, actor);
  if (actor.kind === "visitor") await refuseVisitor(scope, actor, hostId);
}

/** A keyed fingerprint of the network a call came from; null when it came from none. An IPv6 subscriber has a whole /64. */
export function networkKeyOf({ tenant, request }: Scope): string | null {
  if (request.ip === null || !ipaddr.isValid(request.ip)) return null;
  const address = ipaddr.process(request.ip);
  const bytes = address.toByteArray();
  const network = address.kind() === "ipv6" ? bytes.slice(0, 8) : bytes;
  return fingerprint("scheduling.network", JSON.stringify([tenant.id, ...network]));
}

async function refuseMember(scope: Scope, { memberId }: Extract<Actor, { kind: "member" }>): Promise<void> {
  await countAlone(scope, [memberId]);
  const [row] = await scope.read<{ live: number }>`
    select (select count(*) from ${Hold} h
        where h.member_id = ${memberId} and h.state = 'live' and h.expires_at > ${scope.now})
      + (select count(*) from ${Booking} b
        where b.client_id = ${memberId} and b.state = 'pending' and b.starts_at > ${scope.now}) as live`;
  if (row!.live >= mostLiveOfMember) throw failure("scheduling.too_many_holds", { most: mostLiveOfMember });
}

async function refuseVisitor(
  scope: Scope,
  { visitorId }: Extract<Actor, { kind: "visitor" }>,
  hostId: string,
): Promise<void> {
  const { now } = scope;
  const ipKey = networkKeyOf(scope);
  await countAlone(scope, ipKey === null ? [visitorId] : [visitorId, ipKey]);
  const [counts] = await scope.read<HoldCounts>`
    select
      count(*) filter (where h.visitor_id = ${visitorId} and h.state = 'live' and h.expires_at > ${now}) as live_by_visitor,
      count(*) filter (where h.ip_key = ${ipKey} and h.state = 'live' and h.expires_at > ${now}) as live_by_ip,
      count(*) filter (where h.host_id = ${hostId} and h.held_at > ${plus(now, -hours(1))}) as on_host_in_last_hour
    from ${Hold} h
    where (h.visitor_id = ${visitorId} or h.ip_key = ${ipKey}) and h.member_id is null and h.held_at > ${plus(now, -days(1))}`;
  const broken = brokenHoldLimit(counts!);
  if (broken === "perHostAndHour") throw failure("scheduling.too_many_tries");
  if (broken) throw failure("scheduling.too_many_holds", { most: holdLimits[broken] });
}

/** Makes callers known by the same names count one after the other: what is counted here is true until the transaction ends. */
async function countAlone(scope: Scope, names: readonly string[]): Promise<void> {
  const keys = names.map((name) => `${scope.tenant.id} hold ${name}`).sort();
  for (const key of keys) await scope.sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
