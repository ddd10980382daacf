import { type EscrowMove } from "../../platform/flow/escrow.ts";
import { type FlowRun } from "../../platform/flow/flow-run.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { creditUnit, type TransferGroup } from "../money/index.ts";
import { Order } from "./models/order.ts";
import { type OrderDispute } from "./models/order-dispute.ts";

/** What an operation knows beside the request it makes of any order's flow. */
export interface OrderAlong {
  /** When the pay session ends that the buyer enters. */
  readonly paySessionEndsAt?: Date;
  /** Why somebody cancels, for the other side to read. */
  readonly reason?: string | null;
  /** The files somebody shows with what they say in a dispute. */
  readonly evidence?: readonly string[];
}

/** What the handlers of one transition of an order share. Changes of the order are written once, at the end. */
export class OrderContext<Along extends OrderAlong = OrderAlong> {
  readonly scope: Scope;
  readonly run: FlowRun;
  readonly order: Order;
  readonly along: Partial<Along>;
  /** Escrow money that moves, in order. */
  readonly moves: EscrowMove[] = [];
  /** What is to be given back although the escrow is empty. */
  takenBackMinor = 0;
  /** What the ledger has to be told beside the moves of the escrow. */
  readonly postings: TransferGroup[] = [];
  /** The dispute this transition opened or closed. */
  dispute: OrderDispute | null = null;
  /** The dispute this transition answered. */
  answered: OrderDispute | null = null;

  constructor(run: FlowRun, order: Order) {
    this.scope = run.scope;
    this.run = run;
    this.order = order;
    this.along = run.along ?? {};
  }

  /** Whether it is paid in credits, and not through a gateway. */
  get isInCredits(): boolean {
    return this.order.currency === creditUnit;
  }
}

/** The order whose flow runs. */
export async function orderOfRun({ scope, id }: FlowRun): Promise<Order> {
  const [order] = await scope.read<Order>`select * from ${Order} o where id = ${id}`;
  if (!order) throw new Error(`the flow ${id} has no order`);
  return order;
}
