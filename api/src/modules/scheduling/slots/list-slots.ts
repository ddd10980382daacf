import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Host } from "../models/host.ts";
import { SessionOffer } from "../models/session-offer.ts";
import { findSlots } from "../rules/slots.ts";
import { type OfferShape, readSearches } from "./read-searches.ts";
import { searchFields, searchRange } from "./search-range.ts";

const offerSlotsView = z.object({
  offerId: z.uuid(),
  /** The starts of the free slots, in order. */
  startsAt: z.array(z.iso.datetime()),
});

export const listSlots = operation({
  summary:
    "Lists the free slots of up to 50 offers between two moments. They are the same instants for every viewer.",
  input: z.strictObject({ offerIds: z.array(z.uuid()).min(1).max(50), ...searchFields }),
  /** One item per offer that is open for booking. */
  output: z.object({ items: z.array(offerSlotsView) }),
  async run(scope, { offerIds, from, until }) {
    const range = searchRange({ from, until });
    const offers = await readOpenOffers(scope, offerIds);
    const searches = await readSearches(scope, offers, range);
    const items = offers.flatMap(({ id }) => {
      const search = searches.get(id);
      if (!search) return [];
      const starts = findSlots(search, range.from.getTime(), range.until.getTime());
      const startsAt = starts.map((start) => new Date(start).toISOString());
      return [{ offerId: id, startsAt }];
    });
    return { items };
  },
});

const readOpenOffers = (
  scope: Scope,
  ids: readonly string[],
): Promise<OfferShape[]> => scope.read<OfferShape>`
  select o.id, o.host_id, o.minutes, o.step_minutes, o.buffer_before_minutes, o.buffer_after_minutes,
    o.notice_minutes, o.horizon, o.limits
  from ${SessionOffer} o join ${Host} h on h.id = o.host_id
  where o.id = any(${ids}::uuid[]) and o.is_active and o.hidden_at is null and h.is_accepting and h.is_listed
  order by o.id`;
