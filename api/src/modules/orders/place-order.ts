import { z } from "zod";
import { AppError } from "../../platform/errors.ts";
import { takeTransition } from "../../platform/flow/engine.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { post, refuseTooFewCredits, reserveCredits } from "../money/index.ts";
import { bookHold, type KeptSlot, readHold } from "../scheduling/index.ts";
import { addSessionOrder, beginSession } from "./begin-order.ts";
import { failure } from "./errors.ts";
import { Order } from "./models/order.ts";
import { buyingMember } from "./policy.ts";
import { boughtSessionView, presentOrderById } from "./present.ts";
import { creditSessionFlow, flowFor } from "./session/session-flow.ts";
import { creditOrderOf } from "./order-money.ts";
import { orderRemarks, remarksOf } from "./order-remarks.ts";

const input = orderRemarks.extend({
  /** The caller's time, still kept. */
  holdId: z.uuid(),
});

export const placeOrder = operation({
  summary:
    "Buys the session a time is kept for. A free one is agreed at once, the price of one in credits is reserved; the same hold again is the same order.",
  input,
  output: boughtSessionView,
  async run(scope, asked) {
    const buyerId = buyingMember(scope);
    const order = await presentOrderById(scope, await findOrPlace(scope, buyerId, asked));
    if (!order) throw new Error("An order that was placed is missing.");
    return boughtSessionView.parse(order);
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
  remarks: z.output<typeof input>,
): Promise<string> {
  const isInCredits = flowFor(price) === creditSessionFlow;
  if (isInCredits) await refuseTooFewCredits(scope, buyerId, price.amountMinor);
  // A host may keep a time of their own as a visitor, and sign in then.
  if (hostId === buyerId) throw failure("orders.own_session");
  const session = { bookingId: holdId, hostId, startsAt, endsAt, keptUntil: expiresAt, price };
  const order = await addSessionOrder(scope, session, { buyerId, ...remarksOf(scope, remarks) });
  if (!order) return (await findOrder(scope, holdId, buyerId))!;
  const { id } = order;
  const governor = { kind: "order", id } as const;
  await bookHold(scope, { holdId, clientId: buyerId, governor, keepUntil: expiresAt });
  await beginSession(scope, order, session);
  if (isInCredits) await post(scope, [await reserveCredits(scope, creditOrderOf(order), order.amountMinor)]);
  if (order.amountMinor === 0) await confirmFree(scope, id);
  return id;
}

async function confirmFree(scope: Scope, id: string): Promise<void> {
  const outcome = await takeTransition(scope, id, { transition: "confirm_free", by: "client" });
  if (outcome.kind !== "step") throw new Error(`a free order could not be confirmed: ${outcome.kind}`);
}
