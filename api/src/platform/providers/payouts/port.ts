import { type CallOptions } from "../../rpc/operation.ts";

/** An account of somebody's at the gateway, to be opened. Sent again with the same key it is the same account. */
export interface AccountCommand {
  /** Our id of it; the gateway carries it along. */
  readonly accountId: string;
  readonly key: string;
  /** Where its owner lives or works: ISO 3166. */
  readonly country: string;
}

/** How an account of somebody's stands. */
export interface AccountStanding {
  /** Whether it can be paid to. */
  readonly isReady: boolean;
  /** The end of the number of the bank account behind it; null while none is known. */
  readonly lastDigits: string | null;
}

/** Money to be paid to somebody's account. Sent again with the same key it is the same payout. */
export interface PayoutCommand {
  /** Our id of the payout; the gateway carries it along. */
  readonly payoutId: string;
  readonly key: string;
  /** The gateway's id of the account. */
  readonly gatewayAccountId: string;
  readonly amountMinor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * Something true about a payout, as a gateway tells it. `taken`: it is on its way; `short`: the site's own balance there does not
 * cover it yet, and asking again later helps; `refused`: it will never be paid, and nothing has left; `came_back`: it had left.
 */
export interface PayoutFact {
  readonly payoutId: string;
  readonly gatewayPayoutId: string | null;
  readonly state: "taken" | "arrived" | "short" | "refused" | "came_back";
  /** What the gateway said against it, in its words; null otherwise. */
  readonly note: string | null;
}

/** A gateway that pays people from the site's account there. Every call may be repeated after a crash. */
export interface PayoutProvider {
  /** Opens an account for somebody; answers the gateway's id of it. */
  openAccount(command: AccountCommand, options: CallOptions): Promise<string>;
  /** The gateway's page on which its owner says who they are and where their bank is; they come back to `returnUrl`. */
  accountPage(gatewayAccountId: string, returnUrl: string, options: CallOptions): Promise<string>;
  getAccount(gatewayAccountId: string, options: CallOptions): Promise<AccountStanding>;
  /** Pays, unless it was paid before: a gateway whose keys expire is asked first. */
  send(command: PayoutCommand, options: CallOptions): Promise<PayoutFact>;
}
