import { z } from "zod";
import { AppError, invalidFields } from "../../platform/errors.ts";
import { beginFlow, takeTransition } from "../../platform/flow/engine.ts";
import { newId } from "../../platform/ids.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { bookHold, type KeptSlot, readHold } from "../scheduling/index.ts";
import { isSiteOrigin } from "../tenancy/index.ts";
import { failure } from "./errors.ts";
import { announceOrder } from "./events.ts";
import { Order } from "./models/order.ts";
import { OrderLine } from "./models/order-line.ts";
import { buyingMember, readOrder } from "./policy.ts";
import { ownOrderView, presentOwnOrder } from "./present.ts";
import { orderNumberOf } from "./rules/order-number.ts";
import { sessionFlow } from "./session/session-flow.ts";
import { flowParametersOf, termsOf } from "./settings.ts";

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
    "Buys the session a time is kept for. A free one is agreed at once; the same hold again is the same order.",
  input,
  output: ownOrderView,
  async run(scope, asked) {
    const buyerId = buyingMember(scope);
    const { order } = await readOrder(scope, await findOrPlace(scope, buyerId, asked));
    return presentOwnOrder(scope, order);
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
  slot: KeptSlot,
  asked: z.output<typeof input>,
): Promise<string> {
  // A host may keep a time of their own as a visitor, and sign in then.
  if (slot.hostId === buyerId) throw failure("orders.own_session");
  const order = await addOrder(scope, buyerId, slot, asked);
  if (!order) return (await findOrder(scope, asked.holdId, buyerId))!;
  const { id } = order;
  const governor = { kind: "order", id } as const;
  await bookHold(scope, { holdId: slot.id, clientId: buyerId, governor, keepUntil: slot.expiresAt });
  await beginFlow(scope, sessionFlow, {
    id,
    priceMinor: order.amountMinor,
    parameters: flowParametersOf(scope.tenant),
    moments: { "hold.ends": slot.expiresAt, "booking.start": slot.startsAt, "booking.end": slot.endsAt },
  });
  await announceOrder(scope, "order.placed", order);
  if (order.amountMinor === 0) await confirmFree(scope, id);
  return id;
}

async function confirmFree(scope: Scope, id: string): Promise<void> {
  const outcome = await takeTransition(scope, id, { transition: "confirm_free", by: "client" });
  if (outcome.kind !== "step") throw new Error(`a free order could not be confirmed: ${outcome.kind}`);
}

/** Adds the order's rows; null when the same hold was ordered by a request at the same moment. */
async function addOrder(
  scope: Scope,
  buyerId: string,
  { id: bookingId, hostId, price }: KeptSlot,
  { note, utm, pageUrl }: z.output<typeof input>,
): Promise<Order | null> {
  const id = newId(scope.now);
  const { title, amountMinor, currency } = price;
  const campaign = Object.keys(utm).length > 0 ? JSON.stringify(utm) : null;
  const [order] = await scope.sql<Order>`
    insert into orders (tenant_id, id, number, buyer_id, seller_id, booking_id, amount_minor, currency, terms, state, version,
      note, utm, page_url, placed_at)
    values (${scope.tenant.id}, ${id}, ${orderNumberOf(id)}, ${buyerId}, ${hostId}, ${bookingId}, ${amountMinor}, ${currency},
      ${JSON.stringify(termsOf(scope.tenant))}, 'awaiting_payment', 0,
      ${note || null}, ${campaign}, ${pageOf(scope, pageUrl)}, ${scope.now})
    on conflict (tenant_id, booking_id) do nothing
    returning *`;
  if (!order) return null;
  await scope.query(OrderLine).insert({ orderId: id, position: 1, title, quantity: 1, amountMinor });
  return order;
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
