import { z } from "zod";
import { beginFlow } from "../../../platform/flow/engine.ts";
import { newId } from "../../../platform/ids.ts";
import { isCurrency } from "../../../platform/money.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { available } from "../ledger/account.ts";
import { balanceOf } from "../ledger/balance.ts";
import { post } from "../ledger/post.ts";
import { Payout } from "../models/payout.ts";
import { minimumFor, refusedPayout } from "../rules/payout-limits.ts";
import { payoutReference } from "../rules/payout-reference.ts";
import { payoutTermsOf } from "../settings.ts";
import { announcePayout } from "./announce-payout.ts";
import { memberPayoutFlow } from "./payout-flow.ts";
import { reserveForPayout } from "./payout-money.ts";
import { payoutView, presentPayouts } from "./payout-view.ts";
import { readCurrentAccounts } from "./read-account.ts";
import { watchPayout } from "./watch-payout.ts";
import { refusedByLedger } from "./refused-by-ledger.ts";

export const requestPayout = operation({
  summary:
    "Asks that an amount of what the caller earned is paid to where they are paid. It is reserved at once, and the team decides.",
  input: z.strictObject({
    amountMinor: z.int().min(1),
    currency: z.string().refine(isCurrency, "Write a currency such as EUR.").meta({ example: "EUR" }),
  }),
  output: payoutView,
  async run(scope, { amountMinor, currency }) {
    const memberId = callingMember(scope);
    const { current } = await readCurrentAccounts(scope, memberId);
    if (!current) throw failure("money.no_payout_account");
    const balance = await balanceOf(scope, available(memberId), currency);
    const minimum = minimumFor(payoutTermsOf(scope.tenant).minimums, currency);
    const refusal = refusedPayout(amountMinor, { minimum, available: balance.available });
    if (refusal?.why === "too_small") throw failure("money.payout_too_small", { minimum, currency });
    if (refusal) throw failure("money.payout_too_large", { available: refusal.available, currency });
    const id = newId(scope.now);
    const payout = await scope.query(Payout).insertAndFetch({
      id,
      reference: payoutReference(id),
      memberId,
      accountId: current.id,
      way: current.way,
      amountMinor,
      currency,
      state: "requested",
      version: 0,
      reason: null,
      gatewayPayoutId: null,
      gatewayNote: null,
      decidedAt: null,
      sentAt: null,
      endedAt: null,
    });
    await beginFlow(scope, memberPayoutFlow, { id, priceMinor: amountMinor, parameters: {}, moments: {} });
    await watchPayout(scope, payout);
    await announcePayout(scope, payout);
    const [view] = await presentPayouts(scope, [payout]);
    // Last: of two who ask at the same moment for what is there once, the ledger refuses one.
    await refusedByLedger(post(scope, [reserveForPayout(payout)]), {
      available: balance.available,
      currency,
    });
    return view!;
  },
});
