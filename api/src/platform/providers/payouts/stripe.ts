import { Stripe } from "stripe";
import { z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";
import { toStripe } from "../payments/stripe/amounts.ts";
import {
  type AccountCommand,
  type AccountStanding,
  type PayoutCommand,
  type PayoutFact,
  type PayoutProvider,
} from "./port.ts";

type Ask = <Answer>(options: CallOptions, work: (stripe: Stripe) => Promise<Answer>) => Promise<Answer>;

/** Stripe Connect: members have Express accounts, and the site transfers to them from its balance; Stripe pays them on to their bank. */
export class StripePayouts implements PayoutProvider {
  readonly #ask: Ask;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  openAccount({ accountId, key, country }: AccountCommand, options: CallOptions): Promise<string> {
    return this.#ask(options, async (stripe) => {
      const account = await stripe.accounts.create(
        {
          type: "express",
          country,
          capabilities: { transfers: { requested: true } },
          metadata: { accountId },
        },
        { idempotencyKey: key },
      );
      return account.id;
    });
  }

  accountPage(gatewayAccountId: string, returnUrl: string, options: CallOptions): Promise<string> {
    return this.#ask(options, async (stripe) => {
      const link = await stripe.accountLinks.create({
        account: gatewayAccountId,
        type: "account_onboarding",
        refresh_url: returnUrl,
        return_url: returnUrl,
      });
      return link.url;
    });
  }

  getAccount(gatewayAccountId: string, options: CallOptions): Promise<AccountStanding> {
    return this.#ask(options, async (stripe) => {
      const account = await stripe.accounts.retrieve(gatewayAccountId);
      const [bank] = account.external_accounts?.data ?? [];
      return {
        isReady: account.capabilities?.transfers === "active" && account.payouts_enabled,
        lastDigits: bank && "last4" in bank ? bank.last4 : null,
      };
    });
  }

  send(
    { payoutId, key, gatewayAccountId, amountMinor, currency }: PayoutCommand,
    options: CallOptions,
  ): Promise<PayoutFact> {
    return this.#ask(options, async (stripe) => {
      // Stripe forgets keys after a day, and a payout is asked about for a month.
      const { data } = await stripe.transfers.list({ transfer_group: payoutId, limit: 1 });
      const [known] = data;
      if (known) return transferFact(known, payoutId);
      try {
        const transfer = await stripe.transfers.create(
          {
            amount: toStripe(amountMinor, currency),
            currency: currency.toLowerCase(),
            destination: gatewayAccountId,
            transfer_group: payoutId,
            metadata: { payoutId },
          },
          { idempotencyKey: key },
        );
        return transferFact(transfer, payoutId);
      } catch (refusal) {
        if (!(refusal instanceof Stripe.errors.StripeInvalidRequestError)) throw refusal;
        const state = refusal.code === "balance_insufficient" ? "short" : "refused";
        return { payoutId, gatewayPayoutId: null, state, note: (refusal.code ?? refusal.type).slice(0, 500) };
      }
    });
  }
}

/** What a transfer says of our payout; null when it is none of ours. */
export function transferNews(transfer: Stripe.Transfer): PayoutFact | null {
  const read = z.uuid().safeParse(transfer.metadata["payoutId"]);
  return read.success ? transferFact(transfer, read.data) : null;
}

// A transfer is in the other account at once. One that was taken back in part is for a person to decide: it stays paid.
const transferFact = ({ id, reversed }: Stripe.Transfer, payoutId: string): PayoutFact => ({
  payoutId,
  gatewayPayoutId: id,
  state: reversed ? "came_back" : "arrived",
  note: null,
});
