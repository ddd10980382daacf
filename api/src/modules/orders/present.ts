import { z } from "zod";
import { readStandings, type Standing } from "../../platform/flow/standing.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { creditUnit, payGatewaysOf } from "../money/index.ts";
import { evidenceView, readEvidence } from "./dispute-evidence.ts";
import { Order, orderKinds, sides } from "./models/order.ts";
import { OrderDispute } from "./models/order-dispute.ts";
import { OrderLine } from "./models/order-line.ts";
import { roleIn } from "./policy.ts";
import { isOpen } from "./rules/offered-actions.ts";
import { actionOf, orderActionNames, type Role } from "./rules/order-actions.ts";
import { presentWork, readWorks, type WorkRow, workView } from "./work/present-work.ts";

/** A dispute as its sides and the site's team see it. */
export const disputeView = z.object({
  id: z.uuid(),
  openedBy: z.enum([...sides, "operator"]),
  /** Null when the buyer's bank began it. */
  reason: z.string().nullable(),
  reply: z.string().nullable(),
  outcome: z.enum(["withdrawn", "conceded", "ruled"]).nullable(),
  ruling: z.string().nullable(),
  /** What the sides show to prove what they say. */
  files: z.array(evidenceView),
  openedAt: z.iso.datetime(),
  repliedAt: z.iso.datetime().nullable(),
  /** The other side answers until then, or the site's team is asked; null when nobody is waited for. */
  replyUntil: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
});

/** An order as its two people, the site's team and its servers see it. Names and pictures belong to the members. */
export const orderView = z.object({
  id: z.uuid(),
  /** For people to quote. */
  number: z.string(),
  buyerId: z.uuid(),
  sellerId: z.uuid(),
  /** A session at a time, or work that is delivered. */
  kind: z.enum(orderKinds),
  /** The session it is for; null for work. */
  bookingId: z.uuid().nullable(),
  /** Where it stands, such as `awaiting_payment`, `confirmed` or `cancelled`; for work also `in_progress` or `delivered`. */
  state: z.string(),
  lines: z.array(z.object({ title: z.string(), quantity: z.int(), amountMinor: z.int() })),
  totalMinor: z.int(),
  currency: z.string(),
  /** What of the total went back to the buyer, or is on its way. */
  refundedMinor: z.int(),
  /** Until when it must be paid; null when nothing waits for a payment. */
  payUntil: z.iso.datetime().nullable(),
  /** The gateways to choose from, in the site's order; left out when there is nothing to pay or to choose. */
  gateways: z.array(z.string()).optional(),
  note: z.string().nullable(),
  /** A new time that waits for an answer. */
  proposal: z.object({ by: z.enum(sides), startsAt: z.iso.datetime() }).nullable(),
  /** The work it is for; null for a session. */
  work: workView.nullable(),
  /** The latest dispute. */
  dispute: disputeView.nullable(),
  placedAt: z.iso.datetime(),
  /** Raised with every change. */
  version: z.int(),
});

/** What of an order is shown to whoever pays for it, on a page that pays by the byte; `getOrder` tells the rest. */
export const boughtOrderView = orderView.pick({
  id: true,
  kind: true,
  bookingId: true,
  state: true,
  lines: true,
  totalMinor: true,
  currency: true,
  refundedMinor: true,
  payUntil: true,
  gateways: true,
});

/** The same of a session. */
export const boughtSessionView = boughtOrderView.extend({ bookingId: z.uuid() });

/** An order with what its reader can do. */
export const ownOrderView = orderView.extend({
  /** The reader's part in it. */
  role: z.enum([...sides, "operator"]),
  /** The campaign the buyer came from; for the site's team and servers alone. */
  utm: z.record(z.string(), z.string()).nullable(),
  /** What the reader can do now, or from a moment on. */
  actions: z.array(
    z.object({
      name: z.enum(orderActionNames),
      opensAt: z.iso.datetime().nullable(),
      closesAt: z.iso.datetime().nullable(),
    }),
  ),
});

type LineRow = Pick<OrderLine, "orderId" | "title" | "quantity" | "amountMinor">;

interface Parts {
  readonly lines: readonly LineRow[];
  readonly dispute: OrderDispute | undefined;
  readonly evidence: readonly z.infer<typeof evidenceView>[];
  readonly standing: Standing | undefined;
  readonly work: WorkRow | undefined;
  readonly gateways: string[] | undefined;
}

/** Orders ready to be sent to the caller, in the order given. Reads what hangs on them at once. */
export async function presentOwnOrders(
  scope: Scope,
  orders: readonly Order[],
): Promise<z.infer<typeof ownOrderView>[]> {
  const partsOf = await readParts(scope, orders);
  return orders.map((order) => {
    const role = roleIn(scope.actor, order);
    if (!role) throw new Error("An order is presented to somebody who may not see it.");
    const parts = partsOf(order);
    const utm = role === "operator" ? order.utm : null;
    return { ...presentOrder(order, parts), role, utm, actions: actionsOf(order, parts, role) };
  });
}

/** The same for one. */
export async function presentOwnOrder(scope: Scope, order: Order): Promise<z.infer<typeof ownOrderView>> {
  const [view] = await presentOwnOrders(scope, [order]);
  return view!;
}

/** An order as it now is, for its people alike; null when there is none. */
export async function presentOrderById(scope: Scope, id: string): Promise<z.infer<typeof orderView> | null> {
  const [order] = await scope.read<Order>`select * from ${Order} o where id = ${id}`;
  if (!order) return null;
  return presentOrder(order, (await readParts(scope, [order]))(order));
}

async function readParts(scope: Scope, orders: readonly Order[]): Promise<(order: Order) => Parts> {
  const ids = orders.map(({ id }) => id);
  const workIds = orders.filter(({ kind }) => kind === "work").map(({ id }) => id);
  const [lines, disputes, standings, works] = await Promise.all([
    scope.read<LineRow>`
      select order_id, title, quantity, amount_minor from ${OrderLine} l
      where order_id = any(${ids}::uuid[]) order by order_id, position`,
    scope.read<OrderDispute>`
      select distinct on (order_id) * from ${OrderDispute} d
      where order_id = any(${ids}::uuid[]) order by order_id, opened_at desc, id desc`,
    readStandings(scope, ids),
    readWorks(scope, workIds),
  ]);
  const evidence = await readEvidence(
    scope,
    disputes.map(({ id }) => id),
  );
  const unpaid = orders.filter(({ state, amountMinor }) => state === "awaiting_payment" && amountMinor > 0);
  const currencies = new Set(unpaid.map((order) => order.currency));
  currencies.delete(creditUnit);
  const gateways = new Map<string, string[] | undefined>();
  for (const currency of currencies) gateways.set(currency, await payGatewaysOf(scope, currency));
  return ({ id, currency, state }) => {
    const dispute = disputes.find(({ orderId }) => orderId === id);
    return {
      lines: lines.filter(({ orderId }) => orderId === id),
      dispute,
      evidence: (dispute && evidence.get(dispute.id)) ?? [],
      standing: standings.get(id),
      work: works.get(id),
      gateways: state === "awaiting_payment" ? gateways.get(currency) : undefined,
    };
  };
}

const presentOrder = (
  order: Order,
  { lines, dispute, evidence, standing, work, gateways }: Parts,
): z.infer<typeof orderView> => ({
  id: order.id,
  number: order.number,
  buyerId: order.buyerId,
  sellerId: order.sellerId,
  kind: order.kind,
  bookingId: order.bookingId,
  state: order.state,
  lines: lines.map(({ title, quantity, amountMinor }) => ({ title, quantity, amountMinor })),
  totalMinor: order.amountMinor,
  currency: order.currency,
  refundedMinor: order.refundedMinor,
  payUntil: payUntilOf(order, standing),
  ...(gateways && { gateways }),
  note: order.note,
  proposal:
    order.proposedBy && order.proposedStartsAt
      ? { by: order.proposedBy, startsAt: order.proposedStartsAt.toISOString() }
      : null,
  work: work ? presentWork(work, standing) : null,
  dispute: dispute ? presentDispute(dispute, evidence, standing) : null,
  placedAt: order.placedAt.toISOString(),
  version: order.version,
});

/** A dispute with the files shown in it, as it stands now. */
export const presentDispute = (
  dispute: OrderDispute,
  evidence: Parts["evidence"],
  standing: Standing | undefined,
): z.infer<typeof disputeView> => ({
  id: dispute.id,
  openedBy: dispute.openedBy,
  reason: dispute.reason,
  reply: dispute.reply,
  outcome: dispute.outcome,
  ruling: dispute.ruling,
  files: [...evidence],
  openedAt: dispute.openedAt.toISOString(),
  repliedAt: dispute.repliedAt?.toISOString() ?? null,
  replyUntil: dispute.closedAt ? null : replyUntilOf(standing),
  closedAt: dispute.closedAt?.toISOString() ?? null,
});

/** When a side that was objected to has been silent for too long; null when nobody is waited for. */
function replyUntilOf(standing: Standing | undefined): string | null {
  const timer = standing?.timerFor("escalate");
  return (timer && standing?.dueOf(timer)?.toISOString()) ?? null;
}

const payUntilOf = ({ state, amountMinor }: Order, standing: Standing | undefined): string | null =>
  state === "awaiting_payment" && amountMinor > 0
    ? ((standing?.moments["hold.ends"] ?? standing?.moments["pay.until"])?.toISOString() ?? null)
    : null;

function actionsOf({ amountMinor }: Order, { standing, work }: Parts, role: Role) {
  const choices = standing?.choicesOf(role) ?? [];
  return choices.flatMap(({ transition, opensAt, closesAt }) => {
    const name = actionOf(transition, role);
    if (!name || (name === "pay" && amountMinor === 0) || (work && !isOpen(name, role, work))) return [];
    return [{ name, opensAt: opensAt?.toISOString() ?? null, closesAt: closesAt?.toISOString() ?? null }];
  });
}
