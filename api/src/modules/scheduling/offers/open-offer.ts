import { notFound } from "../../../platform/errors.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";

/** An offer that can be booked now. One that nobody is shown is not found; a host who takes no bookings says so. */
export async function findOpenOffer(scope: Scope, id: string): Promise<SessionOffer> {
  const [offer] = await scope.read<SessionOffer & Pick<Host, "isAccepting">>`
    select o.*, h.is_accepting from ${SessionOffer} o join ${Host} h on h.id = o.host_id
    where o.id = ${id} and o.is_active and o.hidden_at is null and h.is_listed`;
  if (!offer) throw notFound();
  if (!offer.isAccepting) throw failure("scheduling.not_accepting");
  return offer;
}
