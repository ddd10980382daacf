import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { boughtOrderView, orderRemarks, placeWork } from "../../orders/index.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { failure } from "../errors.ts";
import { Gig } from "../models/gig.ts";
import { GigPackage } from "../models/gig-package.ts";
import { basketOf } from "../rules/basket.ts";

const once = (ids: readonly string[]) => new Set(ids).size === ids.length;

const item = z.strictObject({
  packageId: z.uuid(),
  quantity: z.int().min(1).max(20).default(1),
  /** Extras of the gig, for each of them. */
  extraIds: z.array(z.uuid()).max(20).refine(once, "Every entry may stand once.").default([]),
});

const input = orderRemarks.extend({
  gigId: z.uuid(),
  /** The packages that are bought, each named once. */
  items: z
    .array(item)
    .min(1)
    .max(3)
    .refine((items) => once(items.map(({ packageId }) => packageId)), "Every entry may stand once."),
});

export const placeGigOrder = operation({
  summary:
    "Orders packages of a gig with their extras, at the prices of this moment: an order that waits for its payment.",
  input,
  output: boughtOrderView,
  async run(scope, { gigId, items, ...remarks }) {
    const gig = await readGigForSale(scope, gigId);
    const packages = await scope.read<GigPackage>`select * from ${GigPackage} p where gig_id = ${gigId}`;
    const basket = basketOf(items, { packages, extras: gig.extras });
    if (!basket) throw notFound();
    return placeWork(
      scope,
      {
        subject: { kind: "gig", id: gigId },
        sellerId: gig.sellerId,
        title: gig.title,
        currency: gig.currency,
        questions: gig.requirements,
        ...basket,
      },
      remarks,
    );
  },
});

/** A gig that the caller may buy: one that everybody finds, of somebody else. */
async function readGigForSale(scope: Scope, gigId: string): Promise<Gig> {
  const [gig] = await scope.read<Gig>`select * from ${Gig} g where id = ${gigId}`;
  if (!gig || gig.publishedAt === null) throw notFound();
  if (gig.sellerId === memberIdOf(scope.actor)) throw failure("gigs.own_gig");
  if ((await keptApartFromCaller(scope)).includes(gig.sellerId)) throw notFound();
  const isOnlyPaused =
    gig.state === "paused" && gig.moderation === "approved" && gig.hiddenAt === null && gig.isSellerListed;
  if (isOnlyPaused) throw failure("gigs.paused");
  if (!gig.isVisible) throw notFound();
  return gig;
}
