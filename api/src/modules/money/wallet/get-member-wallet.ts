import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { readMember } from "../../identity/index.ts";
import { readPeople } from "../../people/index.ts";
import { CreditStanding } from "../models/credit-standing.ts";
import { isPremium } from "../rules/credit-price.ts";
import { creditTermsOf } from "../settings.ts";
import { balanceView, readBalances } from "./read-wallet.ts";

export const getMemberWallet = operation({
  summary: "What a member has of every unit, and the prices in credits that they may ask for a session.",
  input: z.strictObject({ memberId: z.uuid() }),
  output: z.object({
    balances: z.array(balanceView),
    prices: z.object({
      /** The most that everybody may ask. */
      standard: z.int(),
      /** What the member may ask instead; null for who is not proven enough. */
      premium: z.object({ from: z.int(), to: z.int() }).nullable(),
    }),
  }),
  async run(scope, { memberId }) {
    if (!(await readMember(scope, memberId))) throw notFound();
    const terms = creditTermsOf(scope.tenant);
    const { standardPrice: standard, premium } = terms;
    const person = (await readPeople(scope, [memberId])).get(memberId);
    const [standing] = await scope.read<CreditStanding>`
      select given_sessions from ${CreditStanding} s where member_id = ${memberId}`;
    const shown = { rating: person?.rating ?? null, givenSessions: standing?.givenSessions ?? 0 };
    return {
      balances: await readBalances(scope, memberId),
      prices: {
        standard,
        premium: isPremium(terms, shown) ? { from: premium.fromPrice, to: premium.toPrice } : null,
      },
    };
  },
});
