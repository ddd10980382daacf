import { randomBytes } from "node:crypto";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { Member } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { type TransferGroup } from "../ledger/transfer.ts";
import { CreditReferral } from "../models/credit-referral.ts";
import { CreditReferralCode } from "../models/credit-referral-code.ts";
import { creditTermsOf } from "../settings.ts";
import { issueCredits } from "./issue-credits.ts";

/** How long after joining somebody can still say who brought them. */
const newcomerDays = 30;

// Without what is easily mistaken: 0 and O, 1 and I.
const alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** A member's referral code; made when they have none. */
export async function referralCodeOf(scope: Scope, memberId: string): Promise<string> {
  const code = [...randomBytes(8)].map((byte) => alphabet[byte % alphabet.length]!).join("");
  await scope.sql`
    insert into credit_referral_codes (tenant_id, member_id, code, created_at)
    values (${scope.tenant.id}, ${memberId}, ${code}, ${scope.now})
    on conflict (tenant_id, member_id) do nothing`;
  const [known] = await scope.sql<CreditReferralCode>`
    select code from ${CreditReferralCode} c where member_id = ${memberId}`;
  return known!.code;
}

/** Notes that a member came by somebody's code; false when nobody has this code. */
export async function claimReferral(scope: Scope, memberId: string, code: string): Promise<boolean> {
  const [owner] = await scope.sql<CreditReferralCode>`
    select member_id from ${CreditReferralCode} c where code = ${code}`;
  if (!owner) return false;
  if (owner.memberId === memberId) throw failure("money.own_code");
  const since = plus(scope.now, days(-newcomerDays));
  const [newcomer] = await scope.sql`
    select id from ${Member} m where id = ${memberId} and created_at > ${since}`;
  if (!newcomer) throw failure("money.not_newcomer", { days: newcomerDays });
  // Two who name each other would both earn by it.
  const claimed = await scope.sql`
    insert into credit_referrals (tenant_id, referred_id, referrer_id, claimed_at)
    select ${scope.tenant.id}, ${memberId}, ${owner.memberId}, ${scope.now}
    where not exists (
      select from ${CreditReferral} r where referred_id = ${owner.memberId} and referrer_id = ${memberId})
    on conflict (tenant_id, referred_id) do nothing returning referred_id`;
  if (claimed.length === 0) throw failure("money.already_referred");
  return true;
}

/** What the ledger has to be told when somebody who was brought has had a first session or bought something; once. */
export async function qualifyReferral(scope: Scope, referredId: string): Promise<TransferGroup[]> {
  const [qualified] = await scope.sql<CreditReferral>`
    update credit_referrals set qualified_at = ${scope.now}
    where tenant_id = ${scope.tenant.id} and referred_id = ${referredId} and qualified_at is null
    returning referrer_id`;
  const { referral: amount } = creditTermsOf(scope.tenant);
  if (!qualified || amount === 0) return [];
  const { referrerId: memberId } = qualified;
  const id = derivedId("credits.referred", referredId);
  return [await issueCredits(scope, { id, memberId, amount, cause: "credits.referred" })];
}
