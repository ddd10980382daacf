import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember, lockMember } from "../../identity/index.ts";
import { PayoutAccount } from "../models/payout-account.ts";
import { maskedNumber, readAccountNumber, readBankCode, readIban } from "../rules/bank-account.ts";
import { sealDetails } from "./bank-details.ts";
import { payoutAccountView, presentAccount } from "./payout-view.ts";

const holder = z.string().trim().min(2).max(100);

/** A bank account as somebody types it. */
const typed = z.union([
  z.strictObject({
    holder,
    iban: z
      .string()
      .max(60)
      .refine((text) => readIban(text) !== null, "This is no IBAN: check its digits."),
  }),
  z.strictObject({
    holder,
    /** Where the bank is: two capitals such as US. */
    country: z.string().regex(/^[A-Z]{2}$/, "Write a country such as US."),
    accountNumber: z
      .string()
      .max(60)
      .refine(
        (text) => readAccountNumber(text) !== null,
        "Write the 4 to 34 letters and digits of the account.",
      ),
    /** BIC, routing number, CNAPS code or the like. */
    bankCode: z
      .string()
      .max(40)
      .refine(
        (text) => readBankCode(text) !== null,
        "Write the 4 to 20 letters and digits the bank is known by.",
      ),
    bankName: z.string().trim().min(2).max(100),
  }),
]);

export const savePayoutAccount = operation({
  summary:
    "Has the caller paid to a bank account from now on. What is on its way to an earlier one still goes there.",
  input: typed.meta({ example: { holder: "Ada Jones", iban: "DE89370400440532013000" } }),
  output: payoutAccountView,
  async run(scope, input) {
    const memberId = callingMember(scope);
    await lockMember(scope, memberId);
    const id = newId(scope.now);
    const { number, country, ...bank } = readTyped(input);
    const details = { holder: input.holder, number, ...bank };
    await replaceAccounts(scope, memberId);
    const account = await scope.query(PayoutAccount).insertAndFetch({
      id,
      memberId,
      way: "bank",
      country,
      label: maskedNumber(number),
      detailsSealed: sealDetails(scope.tenant.id, id, details),
      connectionId: null,
      gatewayAccountId: null,
      isReady: true,
      removedAt: null,
    });
    await noteAccount(scope, account);
    return presentAccount(account);
  },
});

export const removePayoutAccount = operation({
  summary:
    "Forgets where the caller is paid. What is on its way there still arrives; a new payout needs a new account.",
  input: z.strictObject({}),
  output: z.object({ removed: z.boolean() }),
  async run(scope) {
    const memberId = callingMember(scope);
    await lockMember(scope, memberId);
    const count = await replaceAccounts(scope, memberId);
    if (count > 0)
      await audit(scope, { action: "money.remove_payout_account", entity: { kind: "member", id: memberId } });
    return { removed: count > 0 };
  },
});

/** Takes the accounts of a member out of use; those with a state of readiness when one is named. */
export const replaceAccounts = async (
  scope: Scope,
  memberId: string,
  which: { isReady?: boolean } = {},
): Promise<number> =>
  scope
    .query(PayoutAccount)
    .where({ memberId, ...which })
    .whereNull("removedAt")
    .patch({ removedAt: scope.now });

/** Tells the member that they are paid somewhere else now: somebody else might have changed it. */
export async function noteAccount(scope: Scope, { id, memberId, way }: PayoutAccount): Promise<void> {
  await audit(scope, {
    action: "money.save_payout_account",
    entity: { kind: "member", id: memberId },
    after: { kind: way },
  });
  await announce(scope, "payout_account.changed", { accountId: id, memberId });
}

function readTyped(input: z.output<typeof typed>) {
  if ("iban" in input) {
    const number = readIban(input.iban) ?? "";
    return { number, country: number.slice(0, 2), bankCode: null, bankName: null };
  }
  return {
    number: readAccountNumber(input.accountNumber) ?? "",
    country: input.country,
    bankCode: readBankCode(input.bankCode),
    bankName: input.bankName,
  };
}
