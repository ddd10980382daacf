import { type Scope } from "../../../platform/scope/scope.ts";
import { readRating } from "../../people/index.ts";
import { failure } from "../errors.ts";
import { CreditStanding } from "../models/credit-standing.ts";
import { mayAsk } from "../rules/credit-price.ts";
import { creditTermsOf } from "../settings.ts";

/** Refuses a price in credits that a teacher may not ask, and any on a site without credits. */
export async function refuseCreditPrice(scope: Scope, memberId: string, credits: number): Promise<void> {
  if (!scope.tenant.activeModules.includes("wallet")) throw failure("money.no_credits_here");
  // Free of charge is no price.
  if (credits === 0) return;
  const terms = creditTermsOf(scope.tenant);
  const [standing] = await scope.read<Pick<CreditStanding, "givenSessions">>`
    select given_sessions from ${CreditStanding} s where member_id = ${memberId}`;
  const rating = await readRating(scope, memberId);
  if (mayAsk(terms, { rating, givenSessions: standing?.givenSessions ?? 0 }, credits)) return;
  throw failure("money.credit_price_too_high", { standardPrice: terms.standardPrice, ...terms.premium });
}
