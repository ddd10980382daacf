import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { hours, plus } from "../../../platform/time.ts";
import { callingMember } from "../../identity/index.ts";
import { CreditPurchase } from "../models/credit-purchase.ts";
import { CreditReferral } from "../models/credit-referral.ts";
import { CreditReferralCode } from "../models/credit-referral-code.ts";
import { Payment } from "../models/payment.ts";
import { creditTermsOf } from "../settings.ts";
import { balanceView, readBalances } from "./read-wallet.ts";

export const getWallet = operation({
  summary:
    "What the caller has of every unit, what of it expires soon, what waits to be paid, and whom they brought.",
  input: z.strictObject({}),
  output: z.object({
    balances: z.array(balanceView),
    /** Packages whose payment has not arrived, newest first. */
    waiting: z.array(z.object({ id: z.uuid(), credits: z.int(), createdAt: z.iso.datetime() })),
    referral: z.object({
      /** Null until the caller asks for one. */
      code: z.string().nullable(),
      /** What the caller gets for each; 0 where the site gives nothing. */
      bonus: z.int(),
      /** Who came by the code. */
      joined: z.int(),
      /** Who of them has had a session or bought something. */
      qualified: z.int(),
    }),
  }),
  async run(scope) {
    const memberId = callingMember(scope);
    return {
      balances: await readBalances(scope, memberId),
      waiting: await readWaiting(scope, memberId),
      referral: await readReferral(scope, memberId),
    };
  },
});

/** How long a payment may be on its way before nobody waits in front of a page for it. */
const waitingHours = 1;

async function readWaiting(scope: Scope, memberId: string) {
  const rows = await scope.read<CreditPurchase>`
    select c.id, c.credits, c.created_at from ${CreditPurchase} c
    where member_id = ${memberId} and credited_at is null and created_at > ${plus(scope.now, hours(-waitingHours))}
      and exists (select from ${Payment} p where p.order_id = c.id and p.status in ('pending', 'succeeded'))
    order by created_at desc, id desc limit 5`;
  return rows.map(({ id, credits, createdAt }) => ({ id, credits, createdAt: createdAt.toISOString() }));
}

async function readReferral(scope: Scope, memberId: string) {
  const [found] = await scope.read<{ code: string | null; joined: number; qualified: number }>`
    select (select code from ${CreditReferralCode} c where member_id = ${memberId}) as code,
      count(*) as joined, count(r.qualified_at) as qualified
    from ${CreditReferral} r where referrer_id = ${memberId}`;
  return { bonus: creditTermsOf(scope.tenant).referral, ...found! };
}
