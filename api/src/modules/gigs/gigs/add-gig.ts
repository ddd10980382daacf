import { type Scope } from "../../../platform/scope/scope.ts";
import { lockMember } from "../../identity/index.ts";
import { consumeLimit } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { Gig } from "../models/gig.ts";
import { isListedSeller } from "../policy.ts";
import { gigsOf } from "../settings.ts";

/** What a gig begins with. */
export type NewGig = Pick<
  Gig,
  | "sellerId"
  | "title"
  | "description"
  | "categoryId"
  | "tags"
  | "language"
  | "currency"
  | "extras"
  | "requirements"
  | "faq"
>;

/** Adds a draft for a member, as long as they have fewer gigs than the site allows, and the site fewer than its plan does. */
export async function addGig(scope: Scope, gig: NewGig): Promise<Gig> {
  const { sellerId } = gig;
  // Two at once are counted one after the other.
  await lockMember(scope, sellerId);
  const { mostPerSeller } = gigsOf(scope.tenant);
  const count = await scope.query(Gig).where({ sellerId }).resultSize();
  if (count >= mostPerSeller) throw failure("gigs.too_many", { most: mostPerSeller });
  const isSellerListed = await isListedSeller(scope, sellerId);
  await consumeLimit(scope, "gigs.gigs");
  return scope.query(Gig).insert({
    ...gig,
    fromAmountMinor: null,
    state: "draft",
    moderation: "none",
    moderationReason: null,
    submittedAt: null,
    hiddenAt: null,
    isSellerListed,
    publishedAt: null,
    version: 1,
  });
}
