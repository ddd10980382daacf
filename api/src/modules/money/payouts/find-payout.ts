import { type Scope } from "../../../platform/scope/scope.ts";
import { Payout } from "../models/payout.ts";
import { PayoutAccount } from "../models/payout-account.ts";

/** A payout as news tells it, with the end of the number it goes to; null when there is none of this id. */
export async function findPayout(
  scope: Scope,
  id: string,
): Promise<
  | (Pick<Payout, "state" | "reference" | "amountMinor" | "currency" | "reason" | "version"> & {
      readonly label: string;
    })
  | null
> {
  const [payout] = await scope.read<Payout & { label: string }>`
    select p.state, p.reference, p.amount_minor, p.currency, p.reason, p.version, a.label
    from ${Payout} p join ${PayoutAccount} a on a.id = p.account_id where p.id = ${id}`;
  return payout ?? null;
}
