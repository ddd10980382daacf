import { z } from "zod";
import { AppError, invalidFields } from "../../platform/errors.ts";
import { takeTransition } from "../../platform/flow/engine.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { post, refuseTooFewCredits, reserveCredits } from "../money/index.ts";
import { bookHold, type KeptSlot, readHold } from "../scheduling/index.ts";
import { isSiteOrigin } from "../tenancy/index.ts";
import { addOrder, beginOrder } from "./begin-order.ts";
import { failure } from "./errors.ts";
import { Order } from "./models/order.ts";
import { buyingMember } from "./policy.ts";
import { boughtOrderView, presentOrderById } from "./present.ts";
import { creditSessionFlow, flowFor } from "./session/session-flow.ts";
import { creditOrderOf } from "./session/session-money.ts";

const campaign = z
  .record(z.string().regex(/^utm_[a-z_]{1,30}$/, "Names of a campaign begin with utm_."), z.string().max(200))
  .refine((fields) => Object.keys(fields).length <= 10, "Send ten fields at most.");

const input = z.strictObject({
  /** The caller's time, still kept. */
  holdId: z.uuid(),
  /** For the seller to read. */
  note: z.string().trim().max(2000).default(""),
  /** The campaign the buyer came from: `utm_source` and the like. */
  utm: campaign.default({}),
  /** The page it is bought on, which links in mails lead back to; without one they open a page of Tessera's own. */
  pageUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

export const placeOrder = operation({
  summary:
    "Buys the session a time is kept for. A free one is agreed at once, the price of one in credits is reserved; the same hold again is the same order.",
  input,
  output: boughtOrderView,
  async run(scope, asked) {
    const buyerId = buyingMember(scope);
    const order = await presentOrderById(scope, await findOrPlace(scope, buyerId, asked));
    if (!order) throw new Error("An order that was placed is missing.");
    return boughtOrderView.parse(order);
  },
});

async function findOrPlace(scope: Scope, buyerId: string, asked: z.output<typeof input>): Promise<string> {
  const known = await findOrder(scope, asked.holdId, buyerId);
  if (known) return known;
  const slot = await readHold(scope, asked.holdId).catch(async (refusal: unknown) => {
    // A request at the same moment was faster: what it placed is the answer.
    const placed = refusal instanceof AppError ? await findOrder(scope, asked.holdId, buyerId) : null;
    if (placed) return placed;
    throw refusal;
  });
  return typeof slot === "string" ? slot : place(scope, buyerId, slot, asked);
}

/** The id of the order a hold has become already. Somebody else's hold is left to be not found. */
async function findOrder(scope: Scope, holdId: string, buyerId: string): Promise<string | null> {
  const [found] = await scope.read<Pick<Order, "id">>`
    select id from ${Order} o where booking_id = ${holdId} and buyer_id = ${buyerId}`;
  return found?.id ?? null;
}

async function place(
  scope: Scope,
  buyerId: string,
  { id: holdId, hostId, startsAt, endsAt, expiresAt, price }: KeptSlot,
  { note, utm, pageUrl }: z.output<typeof input>,
): Promise<string> {
  const isInCredits = flowFor(price) === creditSessionFlow;
  if (isInCredits) await refuseTooFewCredits(scope, buyerId, price.amountMinor);
  // A host may keep a time of their own as a visitor, and sign in then.
  if (hostId === buyerId) throw failure("orders.own_session");
  const session = { bookingId: holdId, hostId, startsAt, endsAt, keptUntil: expiresAt, price };
  const order = await addOrder(scope, session, {
    buyerId,
    note: note || null,
    utm: Object.keys(utm).length > 0 ? utm : null,
    pageUrl: pageOf(scope, pageUrl),
  });
  if (!order) return (await findOrder(scope, holdId, buyerId))!;
  const { id } = order;
  const governor = { kind: "order", id } as const;
  await bookHold(scope, { holdId, clientId: buyerId, governor, keepUntil: expiresAt });
  await beginOrder(scope, order, session);
  if (isInCredits) await post(scope, [await reserveCredits(scope, creditOrderOf(order), order.amountMinor)]);
  if (order.amountMinor === 0) await confirmFree(scope, id);
  return id;
}

async function confirmFree(scope: Scope, id: string): Promise<void> {
  const outcome = await takeTransition(scope, id, { transition: "confirm_free", by: "client" });
  if (outcome.kind !== "step") throw new Error(`a free order could not be confirmed: ${outcome.kind}`);
}

/** A page of the site: links in mails must not lead anywhere else. */
function pageOf({ tenant }: Scope, asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (!isSiteOrigin(tenant, new URL(asked).origin)) {
    throw invalidFields({
      path: ["pageUrl"],
      message: "This page is not on one of the site's allowed origins.",
    });
  }
  return asked;
}
