import { type Scope } from "../../../platform/scope/scope.ts";
import { LedgerLot } from "../models/ledger-lot.ts";

/** What came into a wallet at once, as it is now; null when there is none of this id. */
export async function readLot(
  scope: Scope,
  id: string,
): Promise<Pick<LedgerLot, "remaining" | "expiresAt"> | null> {
  const [lot] =
    await scope.read<LedgerLot>`select remaining, expires_at from ${LedgerLot} l where id = ${id}`;
  return lot ?? null;
}
