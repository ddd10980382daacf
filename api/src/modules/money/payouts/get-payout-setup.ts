import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { payoutTermsOf } from "../settings.ts";
import { payoutAccountView, presentAccount } from "./payout-view.ts";
import { payoutPayerFor } from "./payout-payer.ts";
import { payoutWays } from "./payout-states.ts";
import { readCurrentAccounts } from "./read-account.ts";

export const getPayoutSetup = operation({
  summary: "Where the caller is paid, in what ways the site pays, and how little it pays out.",
  input: z.strictObject({}),
  output: z.object({
    /** Null until there is one. */
    account: payoutAccountView.nullable(),
    /** One that the gateway does not pay to yet; it takes the place of the other once it does. */
    coming: payoutAccountView.nullable(),
    ways: z.array(z.enum(payoutWays)),
    /** Any amount in a currency that is not named. */
    minimums: z.array(z.object({ currency: z.string(), amountMinor: z.int() })),
  }),
  async run(scope) {
    const { current, coming } = await readCurrentAccounts(scope, callingMember(scope));
    const hasPayer = (await payoutPayerFor(scope)) !== null;
    return {
      account: current && presentAccount(current),
      coming: coming && presentAccount(coming),
      ways: hasPayer ? ["bank" as const, "stripe" as const] : ["bank" as const],
      minimums: [...payoutTermsOf(scope.tenant).minimums],
    };
  },
});
