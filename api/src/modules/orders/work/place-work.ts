import { type z } from "zod";
import { beginFlow } from "../../../platform/flow/engine.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { feeOf } from "../../money/index.ts";
import { addOrder } from "../begin-order.ts";
import { announceOrder } from "../events.ts";
import { OrderWork } from "../models/order-work.ts";
import { boughtOrderView, presentOrderById } from "../present.ts";
import { type Question } from "../rules/questions.ts";
import { type orderRemarks, remarksOf } from "../order-remarks.ts";
import { workParametersOf } from "../settings.ts";
import { buyingMember } from "../policy.ts";
import { paidWorkFlow } from "./work-flow.ts";

/** Work as its seller sells it at this moment; the order keeps it as it is. */
interface SoldWork {
  /** What it is bought from: the kind of thing, such as `gig`, and its id. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly sellerId: string;
  readonly title: string;
  readonly currency: string;
  /** What it is made of; the price is their sum. */
  readonly lines: readonly {
    readonly title: string;
    readonly quantity: number;
    readonly amountMinor: number;
  }[];
  /** From the start of the work to its delivery. */
  readonly days: number;
  /** How often the buyer may ask for changes; null for as often as they like. */
  readonly revisions: number | null;
  /** What the buyer is asked before the work starts. */
  readonly questions: readonly Question[];
}

/** Orders work for the caller, or for whom a server calls: an order that waits for its payment. */
export async function placeWork(
  scope: Scope,
  { subject, sellerId, title, currency, lines, days, revisions, questions }: SoldWork,
  remarks: z.output<typeof orderRemarks>,
): Promise<z.infer<typeof boughtOrderView>> {
  const buyerId = buyingMember(scope);
  const { tenant, now } = scope;
  const order = await addOrder(
    scope,
    { kind: "work", bookingId: null, sellerId, currency, terms: { feeBasisPoints: feeOf(tenant) }, lines },
    { buyerId, ...remarksOf(scope, remarks) },
  );
  if (!order) throw new Error("An order for work has no booking that another could have.");
  await scope.query(OrderWork).insert({
    orderId: order.id,
    subjectKind: subject.kind,
    subjectId: subject.id,
    title,
    days,
    revisions,
    revisionsUsed: 0,
    questions,
  });
  const parameters = workParametersOf(tenant);
  await beginFlow(scope, paidWorkFlow, {
    id: order.id,
    priceMinor: order.amountMinor,
    parameters,
    moments: { "pay.until": plus(now, minutes(parameters.unpaidMinutes)), "work.due": null },
  });
  await announceOrder(scope, "order.placed", order);
  return boughtOrderView.parse(await presentOrderById(scope, order.id));
}
