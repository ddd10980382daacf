import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { issued, wallet } from "../ledger/account.ts";
import { transfer, type TransferGroup } from "../ledger/transfer.ts";
import { expiryAfter } from "../rules/credit-expiry.ts";
import { creditTermsOf } from "../settings.ts";
import { creditUnit } from "./credit-unit.ts";

/** What the ledger has to be told when a member gets credits, which expire as the site's terms say now. The id makes it happen once. */
export async function issueCredits(
  scope: Scope,
  {
    id,
    memberId,
    amount,
    cause,
  }: { readonly id: string; readonly memberId: string; readonly amount: number; readonly cause: string },
): Promise<TransferGroup> {
  const { lifeMonths } = creditTermsOf(scope.tenant);
  const lotExpiresAt = lifeMonths === null ? null : expiryAfter(scope.now, lifeMonths);
  await announceWallet(scope, memberId);
  const movement = { id, debit: issued, credit: wallet(memberId), unit: creditUnit, amount, lotExpiresAt };
  return { cause, transfers: [transfer(movement)] };
}

/** Tells a member's pages that their wallet holds something else now. */
export const announceWallet = (scope: Scope, memberId: string): Promise<void> =>
  announce(scope, "wallet.changed", { memberId });
