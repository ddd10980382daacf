import { type Scope } from "../../../platform/scope/scope.ts";
import { type NotificationDelivery } from "../models/notification-delivery.ts";

/** What came of writing a delivery: what sends it, or why it is not sent. */
export type Written = Sending | "dropped" | "suppressed";

/** Sends what was written, outside any transaction. Throws to be tried again; `Refused` when it never will be accepted. */
export type Sending = (options: { readonly signal: AbortSignal }) => Promise<void>;

/** The other side will never take it: trying again would be no use. */
export class Refused extends Error {
  override readonly name = "Refused";
}

/** A way by which something leaves the house. */
export interface SendingChannel {
  /** Writes a delivery as things now are. */
  readonly write: (scope: Scope, delivery: NotificationDelivery) => Promise<Written>;
  /** What follows from a refusal for ever. */
  readonly refused: (scope: Scope, delivery: NotificationDelivery, said: string) => Promise<void>;
}
