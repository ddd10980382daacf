import { AppError } from "../../../platform/errors.ts";
import { failure } from "../errors.ts";

/** Says what the ledger refuses in the words of payouts. */
export async function refusedByLedger(
  posting: Promise<void>,
  { available, currency }: { readonly available: number; readonly currency: string },
): Promise<void> {
  try {
    await posting;
  } catch (refusal) {
    if (refusal instanceof AppError && refusal.code === "money.balance_too_low")
      throw failure("money.payout_too_large", { available, currency });
    throw refusal;
  }
}
