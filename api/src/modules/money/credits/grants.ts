import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { lockMember } from "../../identity/index.ts";
import { issued, wallet } from "../ledger/account.ts";
import { post } from "../ledger/post.ts";
import { transfer } from "../ledger/transfer.ts";
import { CreditGrant } from "../models/credit-grant.ts";
import { creditUnit } from "./credit-unit.ts";
import { announceWallet, issueCredits } from "./issue-credits.ts";

const input = z.strictObject({
  memberId: z.uuid(),
  credits: z.int().min(1).max(1_000_000),
  /** Why; the member reads it. */
  reason: z.string().trim().min(1).max(500),
});

const output = z.object({ id: z.uuid(), memberId: z.uuid(), credits: z.int() });

export const grantCredits = operation({
  summary: "Gives a member credits, for a reason the member reads.",
  input,
  output,
  async run(scope, { memberId, credits, reason }) {
    const id = await note(scope, { memberId, credits, reason });
    const group = await issueCredits(scope, { id, memberId, amount: credits, cause: "credits.granted" });
    await post(scope, [group]);
    return { id, memberId, credits };
  },
});

export const takeCredits = operation({
  summary:
    "Takes credits from a member, for a reason the member reads: what expires first, and never more than there is.",
  input,
  output,
  async run(scope, { memberId, credits, reason }) {
    const id = await note(scope, { memberId, credits: -credits, reason });
    await announceWallet(scope, memberId);
    const movement = { id, debit: wallet(memberId), credit: issued, unit: creditUnit, amount: credits };
    await post(scope, [{ cause: "credits.taken", transfers: [transfer(movement)] }]);
    return { id, memberId, credits: -credits };
  },
});

async function note(
  scope: Scope,
  grant: Pick<CreditGrant, "memberId" | "credits" | "reason">,
): Promise<string> {
  await lockMember(scope, grant.memberId);
  const { id } = await scope.query(CreditGrant).insert({ ...grant, id: newId(scope.now) });
  const { memberId, ...after } = grant;
  const action = grant.credits > 0 ? "money.grant_credits" : "money.take_credits";
  await audit(scope, { action, entity: { kind: "member", id: memberId }, after });
  return id;
}
