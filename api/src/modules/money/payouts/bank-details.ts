import { z } from "zod";
import { open, seal } from "../../../platform/secrets.ts";
import { type PayoutAccount } from "../models/payout-account.ts";

const detailsSchema = z.strictObject({
  holder: z.string(),
  /** An IBAN, or the number the bank gives the account. */
  number: z.string(),
  /** BIC, routing number or the like; null beside an IBAN. */
  bankCode: z.string().nullable(),
  bankName: z.string().nullable(),
});

/** What somebody needs to pay to a bank account. */
export type BankDetails = z.infer<typeof detailsSchema>;

const bindingOf = (tenantId: string, accountId: string) => ({
  tenantId,
  purpose: "money.payout_account",
  subject: accountId,
});

/** The details of a bank account, sealed for its row. */
export const sealDetails = (tenantId: string, accountId: string, details: BankDetails): string =>
  seal(JSON.stringify(details), bindingOf(tenantId, accountId));

/** The details of a bank account; null once its member was erased. */
export const openDetails = (
  tenantId: string,
  { id, detailsSealed }: Pick<PayoutAccount, "id" | "detailsSealed">,
): BankDetails | null =>
  detailsSealed === null
    ? null
    : detailsSchema.parse(JSON.parse(open(detailsSealed, bindingOf(tenantId, id))));
