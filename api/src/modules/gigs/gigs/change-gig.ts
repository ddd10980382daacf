import { notFound, requestFailure } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hideFromSearch } from "../../../platform/search/index-thing.ts";
import { gigFactOf } from "../events.ts";
import { Gig } from "../models/gig.ts";
import { mayManage } from "../policy.ts";
import { newsOf } from "../rules/news.ts";
import { gigsSearch } from "../search-kind.ts";

/** What of a gig can change; whether it is visible follows from it. */
export type GigChange = Partial<
  Pick<
    Gig,
    | "categoryId"
    | "title"
    | "description"
    | "tags"
    | "language"
    | "currency"
    | "extras"
    | "requirements"
    | "faq"
    | "fromAmountMinor"
    | "state"
    | "moderation"
    | "moderationReason"
    | "submittedAt"
    | "hiddenAt"
    | "isSellerListed"
    | "publishedAt"
  >
>;

/** The gig locked for a change by its seller or the site's team; anybody else finds nothing. Refuses when it was to be changed on an older version. */
export async function openGig(scope: Scope, id: string, changedOn?: number): Promise<Gig> {
  const gig = await scope.query(Gig).findOne({ id }).forUpdate();
  if (!gig || !mayManage(scope.actor, gig.sellerId)) throw notFound();
  if (changedOn !== undefined && changedOn !== gig.version) throw requestFailure("request.conflict");
  return gig;
}

/** Changes a locked gig and announces it, so that the seller's lowest price follows; the search loses at once what nobody may find. */
export async function changeGig(scope: Scope, gig: Gig, change: GigChange): Promise<Gig> {
  const { id } = gig;
  await scope
    .query(Gig)
    .where({ id })
    .patch({ ...change, version: gig.version + 1 });
  let changed = await readGig(scope, id);
  if (changed.isVisible && changed.publishedAt === null) {
    await scope.query(Gig).where({ id }).patch({ publishedAt: scope.now });
    changed = await readGig(scope, id);
  }
  if (gig.isVisible && !changed.isVisible)
    await hideFromSearch(scope, { kind: gigsSearch.kind, id, version: changed.version });
  await announce(scope, newsOf(gig, changed), gigFactOf(changed));
  await announcePrice(scope, gig, changed);
  return changed;
}

/** Tells what the gig costs from now on, and whether it can be bought; nothing while both stay as they are. */
export async function announcePrice(scope: Scope, before: Gig, after: Gig): Promise<void> {
  const isSold = ({ isVisible, fromAmountMinor }: Gig) => isVisible && fromAmountMinor !== null;
  const isSame =
    isSold(before) === isSold(after) &&
    before.fromAmountMinor === after.fromAmountMinor &&
    before.currency === after.currency;
  if (isSame || (!isSold(before) && !isSold(after))) return;
  await announce(scope, "offer.changed", {
    offerId: after.id,
    hostId: after.sellerId,
    isActive: isSold(after),
    amountMinor: after.fromAmountMinor ?? before.fromAmountMinor ?? 0,
    currency: after.currency,
    version: after.version,
  });
}

async function readGig(scope: Scope, id: string): Promise<Gig> {
  const gig = await scope.query(Gig).findOne({ id });
  if (!gig) throw new Error("A gig that was locked is not there.");
  return gig;
}
