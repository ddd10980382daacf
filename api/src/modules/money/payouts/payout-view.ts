import { z } from "zod";
import { readAccounts } from "./read-account.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type PayoutAccount } from "../models/payout-account.ts";
import { type Payout } from "../models/payout.ts";
import { payoutStates, payoutWays } from "./payout-states.ts";

const at = z.iso.datetime();

/** Where a member is paid, as they and the team see it. */
export const payoutAccountView = z.object({
  id: z.uuid(),
  way: z.enum(payoutWays),
  /** How it is shown: the end of its number. */
  label: z.string(),
  country: z.string(),
  /** Whether it can be paid to; the gateway says so once it knows its owner. */
  isReady: z.boolean(),
  createdAt: at,
});

/** A payout as its payee sees it. */
export const payoutView = z.object({
  id: z.uuid(),
  /** What it is called on bank statements. */
  reference: z.string(),
  amountMinor: z.int(),
  currency: z.string(),
  state: z.enum(payoutStates),
  /** Where it goes. */
  account: payoutAccountView.pick({ id: true, way: true, label: true }),
  /** Why it was rejected, failed or came back; null when nobody said so. */
  reason: z.string().nullable(),
  requestedAt: at,
  /** When it was handed to the bank or taken by the gateway. */
  sentAt: at.nullable(),
  endedAt: at.nullable(),
});

/** A payout as the team sees it. */
export const teamPayoutView = payoutView.extend({
  memberId: z.uuid(),
  decidedAt: at.nullable(),
  gatewayPayoutId: z.string().nullable(),
  /** What the gateway said against it. */
  gatewayNote: z.string().nullable(),
  /** What the team can do with it now. */
  choices: z.array(z.enum(["approve", "reject", "send", "mark_paid", "mark_failed", "mark_returned"])),
});

export const presentAccount = (account: PayoutAccount): z.input<typeof payoutAccountView> => ({
  id: account.id,
  way: account.way,
  label: account.label,
  country: account.country,
  isReady: account.isReady,
  createdAt: account.createdAt.toISOString(),
});

/** Payouts as their payees see them, in the order given. */
export async function presentPayouts(
  scope: Scope,
  payouts: readonly Payout[],
): Promise<z.input<typeof payoutView>[]> {
  const accounts = await readAccounts(
    scope,
    payouts.map(({ accountId }) => accountId),
  );
  return payouts.map((payout) => {
    const account = accounts.get(payout.accountId);
    if (!account) throw new Error(`the payout ${payout.id} has no account`);
    return {
      id: payout.id,
      reference: payout.reference,
      amountMinor: payout.amountMinor,
      currency: payout.currency,
      state: payout.state,
      account: { id: account.id, way: account.way, label: account.label },
      reason: payout.reason,
      requestedAt: payout.createdAt.toISOString(),
      sentAt: payout.sentAt?.toISOString() ?? null,
      endedAt: payout.endedAt?.toISOString() ?? null,
    };
  });
}
