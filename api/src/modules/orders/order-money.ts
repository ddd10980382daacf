import { type Escrow, type EscrowMove } from "../../platform/flow/escrow.ts";
import { type Step } from "../../platform/flow/interpreter.ts";
import { derivedId } from "../../platform/ids.ts";
import {
  available,
  balanceOf,
  type CreditOrder,
  creditEscrowPostings,
  creditMovements,
  creditUnit,
  escrowMovements,
  escrowOf,
  escrowPostings,
  type EscrowTerms,
  goodwill,
  type Movement,
  payerAccountOf,
  post,
  refundableOfOrder,
  requestRefund,
  returnReserved,
  takeCreditsBack,
  transfer,
  type TransferGroup,
} from "../money/index.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { siteOf } from "../tenancy/index.ts";
import { failure } from "./errors.ts";
import { type Order } from "./models/order.ts";
import { OrderLine } from "./models/order-line.ts";
import { type OrderContext } from "./order-context.ts";

/** What an order's escrow was paid and still holds. */
export const readEscrow = ({ scope, order }: OrderContext): Promise<Escrow> =>
  escrowOf(scope, order.id, order.currency);

/** What goes back to the buyer by a step's moves. */
export const refundIn = (moves: readonly EscrowMove[]): number =>
  moves.reduce((sum, move) => sum + refundOf(move), 0);

/** What leaves the escrow for the seller and the site. */
export const releaseIn = (moves: readonly EscrowMove[]): number =>
  moves.reduce((sum, move) => {
    if (move.escrow === "settle") return sum + move.releaseMinor;
    return sum + (move.escrow === "release" ? move.amountMinor : 0);
  }, 0);

/**
 * Posts everything a step moves, and has the gateway send back what is the buyer's. The last thing of the transaction: the
 * ledger's accounts stay locked until its end.
 */
export async function postStep(context: OrderContext, step: Step): Promise<void> {
  const { scope, order, run, takenBackMinor } = context;
  const moves = context.moves.filter((move) => refundOf(move) + amountOf(move) > 0);
  if (context.isInCredits) return postCredits(context, moves);
  if (moves.length === 0 && takenBackMinor === 0) return;
  const funded = moves.find(({ escrow }) => escrow === "fund");
  const payer = await payerAccountOf(scope, order.id, funded ? amountOf(funded) : 0);
  const keyOf = (part: number | string) => `${run.revision + 1}.${part}`;
  const postings = moves.flatMap((move, part) =>
    escrowPostings(escrowTermsOf(order), move, { payer, key: keyOf(part) }),
  );
  if (takenBackMinor > 0) postings.push(await takenBack(context, payer));
  const refundMinor = refundIn(moves) + takenBackMinor;
  if (refundMinor > 0) {
    const reason = reasonOf(step);
    await requestRefund(scope, { orderId: order.id, amountMinor: refundMinor, reason, key: keyOf("refund") });
  }
  await post(scope, postings);
}

/** The same for an order in credits, which never leave the house. */
async function postCredits(context: OrderContext, moves: readonly EscrowMove[]): Promise<void> {
  const { scope, order, run, takenBackMinor, postings } = context;
  const parties = creditOrderOf(order);
  const keyOf = (part: number | string) => `${run.revision + 1}.${part}`;
  for (const [part, move] of moves.entries())
    postings.push(...(await creditEscrowPostings(scope, parties, move, keyOf(part))));
  if (takenBackMinor > 0) postings.push(await takeCreditsBack(scope, parties, takenBackMinor, keyOf("back")));
  await post(scope, postings);
}

/** An order in credits as the ledger's wallets know it. */
export const creditOrderOf = ({
  id,
  buyerId,
  sellerId,
}: Pick<Order, "id" | "buyerId" | "sellerId">): CreditOrder => ({ orderId: id, buyerId, sellerId });

/** What a step would move in the ledger, and in what order. */
export async function movementsOf(scope: Scope, order: Order, step: Step): Promise<Movement[]> {
  const movements: Movement[] = [];
  for (const move of movesOf(step)) {
    const isInCredits = order.currency === creditUnit;
    movements.push(
      ...(isInCredits
        ? creditMovements(scope, creditOrderOf(order), move)
        : await escrowMovements(scope, escrowTermsOf(order), move)),
    );
  }
  return movements.filter(({ amount }) => amount > 0);
}

/** Gives the credits back that were reserved for an order which is not to be. */
export async function returnReservation({ scope, order, postings }: OrderContext): Promise<void> {
  postings.push(...(await returnReserved(scope, creditOrderOf(order))));
}

/** Refuses to give back more than the buyer paid and has not got back yet. */
export async function refuseBeyondPaid(context: OrderContext, amountMinor: number): Promise<void> {
  const { scope, order } = context;
  const left = context.isInCredits
    ? order.amountMinor - order.refundedMinor
    : await refundableOfOrder(scope, order.id);
  if (amountMinor > left) {
    throw failure("orders.refund_too_large", { available: left, currency: order.currency });
  }
}

const waived = { en: "Given by the site", "zh-CN": "本站赠送", ar: "مقدَّمة من الموقع" } as const;

/** Gives what was ordered for nothing: a line takes the price off, in the site's language, as both sides read it. */
export async function waivePrice({ scope, run, order }: OrderContext): Promise<void> {
  const position = (await scope.query(OrderLine).where({ orderId: order.id }).resultSize()) + 1;
  const off = { title: waived[siteOf(scope.tenant).locale], quantity: 1, amountMinor: -order.amountMinor };
  await scope.query(OrderLine).insert({ orderId: order.id, position, ...off });
  run.setPrice(0);
  order.amountMinor = 0;
}

/** Who earns by an order, and the site's part of it. */
const escrowTermsOf = ({ id, currency, sellerId, terms }: Order): EscrowTerms => ({
  orderId: id,
  unit: currency,
  payees: [{ memberId: sellerId, share: 1 }],
  feeBasisPoints: terms.feeBasisPoints,
  // The flow releases when the time to object is over.
  releasedTo: "available",
});

/** After the escrow is gone: from what the seller has earned, and from the site's own pocket where that is not enough. */
async function takenBack(
  { scope, order, run, takenBackMinor }: OrderContext,
  payer: ReturnType<typeof available>,
): Promise<TransferGroup> {
  const seller = available(order.sellerId);
  const unit = order.currency;
  const earned = await balanceOf(scope, seller, unit);
  const fromSeller = Math.min(Math.max(earned.available, 0), takenBackMinor);
  const take = (debit: typeof seller, amount: number) =>
    transfer({
      id: derivedId("order.taken_back", order.id, String(run.revision + 1), debit.kind),
      debit,
      credit: payer,
      unit,
      amount,
    });
  return {
    cause: "order.taken_back",
    orderId: order.id,
    transfers: [take(seller, fromSeller), take(goodwill, takenBackMinor - fromSeller)],
  };
}

function refundOf(move: EscrowMove): number {
  if (move.escrow === "settle") return move.refundMinor;
  return move.escrow === "refund" ? move.amountMinor : 0;
}

const amountOf = (move: EscrowMove): number =>
  move.escrow === "settle" ? move.releaseMinor : move.amountMinor;

function reasonOf({ region, transition }: Step): "dispute" | "goodwill" | "cancelled" {
  if (region === "dispute") return "dispute";
  return ["refund_part", "take_back"].includes(transition) ? "goodwill" : "cancelled";
}

/** The escrow's part of what a step does. */
export const movesOf = ({ effects }: Pick<Step, "effects">): EscrowMove[] =>
  effects.filter((effect) => "escrow" in effect);
