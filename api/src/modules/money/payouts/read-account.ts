import { type Scope } from "../../../platform/scope/scope.ts";
import { PayoutAccount } from "../models/payout-account.ts";

/** Accounts by id, those that were replaced included. */
export async function readAccounts(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PayoutAccount>> {
  const rows = await scope.read<PayoutAccount>`
    select * from ${PayoutAccount} a where id = any(${[...new Set(ids)]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

/** Where a member is paid now, and what is to replace it; null where there is none. */
export async function readCurrentAccounts(
  scope: Scope,
  memberId: string,
): Promise<{ readonly current: PayoutAccount | null; readonly coming: PayoutAccount | null }> {
  const rows = await scope.read<PayoutAccount>`
    select * from ${PayoutAccount} a where member_id = ${memberId} and removed_at is null`;
  return {
    current: rows.find(({ isReady }) => isReady) ?? null,
    coming: rows.find(({ isReady }) => !isReady) ?? null,
  };
}
