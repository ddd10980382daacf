import { type FlowRun } from "../../../platform/flow/flow-run.ts";
import { type OrderAlong, OrderContext, orderOfRun } from "../order-context.ts";
import { bookingOf } from "../models/order.ts";

/** What an operation knows beside the request it makes of a session's flow. */
export interface SessionAlong extends OrderAlong {
  /** The proposed time that somebody answers, as they saw it. */
  readonly answeredStartsAt?: Date;
}

/** What the handlers of one transition of a session share. */
export class SessionContext extends OrderContext<SessionAlong> {
  static async open(run: FlowRun): Promise<SessionContext> {
    return new SessionContext(run, await orderOfRun(run));
  }

  /** The booking, and the order as the one that governs it. */
  get governed() {
    return { bookingId: bookingOf(this.order), governorId: this.order.id };
  }
}
