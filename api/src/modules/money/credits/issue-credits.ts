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
  const lotExpiresAt = lotEnd(scope);
  await announceWallet(scope, memberId);
  const movement = { id, debit: issued, credit: wallet(memberId), unit: creditUnit, amount, lotExpiresAt };
  return { cause, transfers: [transfer(movement)] };
}

/** Until when credits that a member gets now can be spent, as the site's terms say; null for ever. */
export function lotEnd({ tenant, now }: Scope): Date | null {
  const { lifeMonths } = creditTermsOf(tenant);
  return lifeMonths === null ? null : expiryAfter(now, lifeMonths);
}

/** Tells a member's pages that their wallet holds something else now. */
export const announceWallet = (scope: Scope, memberId: string): Promise<void> =>
  announce(scope, "wallet.changed", { memberId });
