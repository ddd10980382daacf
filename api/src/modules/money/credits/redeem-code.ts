import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember, Member } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { post } from "../ledger/post.ts";
import { CreditCampaign } from "../models/credit-campaign.ts";
import { issueCredits } from "./issue-credits.ts";
import { claimReferral } from "./referrals.ts";

export const redeemCode = operation({
  summary: "Redeems a code: a campaign's gives its credits, another member's says who brought the caller.",
  input: z.strictObject({ code: z.string().trim().min(3).max(40) }),
  output: z.object({
    kind: z.enum(["campaign", "referral"]),
    /** What came at once; 0 for another member's code. */
    credits: z.int(),
  }),
  async run(scope, input) {
    const memberId = callingMember(scope);
    const code = input.code.toUpperCase();
    const [campaign] =
      await scope.sql<CreditCampaign>`select * from ${CreditCampaign} c where code = ${code}`;
    if (campaign) return redeem(scope, campaign, memberId);
    if (!(await claimReferral(scope, memberId, code))) throw failure("money.code_unknown");
    return { kind: "referral" as const, credits: 0 };
  },
});

async function redeem(scope: Scope, campaign: CreditCampaign, memberId: string) {
  const { id: campaignId, credits, startsAt, endsAt, endedAt } = campaign;
  if (scope.now < startsAt) throw failure("money.campaign_not_started");
  if (endedAt !== null || scope.now >= endsAt) throw failure("money.campaign_over");
  await assertMeant(scope, campaign, memberId);
  const id = derivedId("credits.redeemed", campaignId, memberId);
  const redeemed = await scope.sql`
    insert into credit_redemptions (tenant_id, id, campaign_id, member_id, redeemed_at)
    values (${scope.tenant.id}, ${id}, ${campaignId}, ${memberId}, ${scope.now})
    on conflict do nothing returning id`;
  if (redeemed.length === 0) throw failure("money.already_redeemed");
  const counted = await scope.sql`
    update credit_campaigns set used = used + 1
    where tenant_id = ${scope.tenant.id} and id = ${campaignId} and ended_at is null and (cap is null or used < cap)
    returning id`;
  if (counted.length === 0) throw failure("money.campaign_used_up");
  await post(scope, [
    await issueCredits(scope, { id, memberId, amount: credits, cause: "credits.redeemed" }),
  ]);
  return { kind: "campaign" as const, credits };
}

async function assertMeant(
  scope: Scope,
  { audience, startsAt }: CreditCampaign,
  memberId: string,
): Promise<void> {
  if (audience === "everyone") return;
  const [newcomer] = await scope.sql`
    select id from ${Member} m where id = ${memberId} and created_at >= ${startsAt}`;
  if (!newcomer) throw failure("money.campaign_not_meant");
}
