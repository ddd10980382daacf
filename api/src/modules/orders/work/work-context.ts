import { type FlowRun } from "../../../platform/flow/flow-run.ts";
import { OrderWork } from "../models/order-work.ts";
import { type Order } from "../models/order.ts";
import { type OrderAlong, OrderContext, orderOfRun } from "../order-context.ts";
import { type Answer } from "../rules/questions.ts";

/** What an operation knows beside the request it makes of the flow of work. */
export interface WorkAlong extends OrderAlong {
  /** What the buyer answers. */
  readonly answers?: readonly Answer[];
  /** The share of a proposal that somebody agrees to, as they saw it. */
  readonly answeredShare?: number;
  /** What the seller delivers. */
  readonly delivery?: { readonly message: string; readonly fileIds: readonly string[] };
}

/** What the handlers of one transition of work share. Changes of its row are written once, at the end. */
export class WorkContext extends OrderContext<WorkAlong> {
  readonly work: OrderWork;

  private constructor(run: FlowRun, order: Order, work: OrderWork) {
    super(run, order);
    this.work = work;
  }

  static async open(run: FlowRun): Promise<WorkContext> {
    return new WorkContext(run, await orderOfRun(run), await workOf(run));
  }
}

async function workOf({ scope, id }: FlowRun): Promise<OrderWork> {
  const [work] = await scope.read<OrderWork>`select * from ${OrderWork} w where order_id = ${id}`;
  if (!work) throw new Error(`the order ${id} is for no work`);
  return work;
}
