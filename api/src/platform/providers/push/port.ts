import { type Tenant } from "../../scope/tenant.ts";

/** A browser that takes pushes, as it described itself (the Push API's `PushSubscription`). */
export interface PushTarget {
  readonly endpoint: string;
  /** The browser's P-256 key, as base64url. */
  readonly publicKey: string;
  readonly authSecret: string;
}

/** The keys by which a sender is known to push services (RFC 8292). */
export interface PushKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** One message to one browser. */
export interface Push {
  readonly target: PushTarget;
  readonly keys: PushKeys;
  /** What the page's worker reads; encrypted on its way (RFC 8291). */
  readonly payload: string;
  /** Whether it may wake a device that saves its battery. */
  readonly isUrgent: boolean;
  /** The same key is the same push. */
  readonly key: string;
}

/** The browser takes no pushes at this address any more. */
export class SubscriptionGone extends Error {
  override readonly name = "SubscriptionGone";
}

/** Sends pushes. Throws when one was not accepted, `SubscriptionGone` when it never will be. */
export interface PushProvider {
  readonly name: string;
  send(push: Push, options: { readonly tenant: Tenant; readonly signal: AbortSignal }): Promise<void>;
}
