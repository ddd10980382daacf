import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields, notFound } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { pageInput, pageOf } from "../../../platform/rpc/paging.ts";
import { type SortedRow, sorting } from "../../../platform/rpc/sorting.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { failure } from "../errors.ts";
import { CreditCampaign } from "../models/credit-campaign.ts";

const at = z.iso.datetime();
const audiences = z.enum(["everyone", "newcomers"]);

const campaignView = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  credits: z.int(),
  startsAt: at,
  endsAt: at,
  /** How many members may redeem it; null for any number. */
  cap: z.int().nullable(),
  audience: audiences,
  /** How many have. */
  used: z.int(),
  state: z.enum(["planned", "running", "used_up", "over"]),
  createdAt: at,
});

const present = (campaign: CreditCampaign, now: Date): z.input<typeof campaignView> => {
  const { id, code, name, credits, cap, audience, used } = campaign;
  return {
    id,
    code,
    name,
    credits,
    startsAt: campaign.startsAt.toISOString(),
    endsAt: campaign.endsAt.toISOString(),
    cap,
    audience,
    used,
    state: stateOf(campaign, now),
    createdAt: campaign.createdAt.toISOString(),
  };
};

function stateOf({ startsAt, endsAt, endedAt, cap, used }: CreditCampaign, now: Date) {
  if (endedAt !== null || now >= endsAt) return "over";
  if (cap !== null && used >= cap) return "used_up";
  return now < startsAt ? "planned" : "running";
}

const sorts = sorting(
  {
    createdAt: { by: fragment`c.created_at`, kind: "instant" },
    endsAt: { by: fragment`c.ends_at`, kind: "instant" },
    used: { by: fragment`c.used`, kind: "integer" },
  },
  "-createdAt",
);

export const listCampaigns = operation({
  summary: "Lists the site's campaigns, newest first unless another order is asked for.",
  input: z.strictObject({ ...pageInput, ...sorts.input }),
  output: pageOf(campaignView),
  async run(scope, { limit, cursor, sort }) {
    const { key, after, by, page } = sorts.at(scope.tenant, { sort, cursor }, fragment`c.id`);
    const rows = await scope.read<CreditCampaign & SortedRow>`
      select c.*, ${key} from ${CreditCampaign} c where true ${after} ${by} limit ${limit + 1}`;
    return page(rows, limit, (campaign) => present(campaign, scope.now));
  },
});

export const createCampaign = operation({
  summary: "Begins a campaign: a code that gives members credits, in a period and so many times.",
  input: z.strictObject({
    /** Letters, digits and hyphens; case plays no part. */
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{3,40}$/, "Write 3 to 40 letters, digits and hyphens."),
    name: z.string().trim().min(1).max(120),
    credits: z.int().min(1).max(1_000_000),
    startsAt: at,
    endsAt: at,
    /** How many members may redeem it; any number when not given. */
    cap: z.int().min(1).max(1_000_000_000).nullable().default(null),
    /** `newcomers`: members who joined since it began. */
    audience: audiences.default("everyone"),
  }),
  output: campaignView,
  async run(scope, { startsAt, endsAt, ...campaign }) {
    if (endsAt <= startsAt)
      throw invalidFields({ path: ["endsAt"], message: "A campaign ends after it begins." });
    const id = newId(scope.now);
    const [created] = await scope.sql<CreditCampaign>`
      insert into credit_campaigns (tenant_id, id, code, name, credits, starts_at, ends_at, cap, audience, created_at, updated_at)
      values (${scope.tenant.id}, ${id}, ${campaign.code}, ${campaign.name}, ${campaign.credits}, ${startsAt}, ${endsAt},
        ${campaign.cap}, ${campaign.audience}, ${scope.now}, ${scope.now})
      on conflict (tenant_id, code) do nothing returning *`;
    if (!created) throw failure("money.code_taken");
    const { code: _, ...told } = campaign;
    const after = { ...told, startsAt, endsAt };
    await audit(scope, { action: "money.create_campaign", entity: { kind: "campaign", id }, after });
    return present(created, scope.now);
  },
});

export const endCampaign = operation({
  summary:
    "Ends a campaign before its time; what was redeemed stays. Ending one that is over changes nothing.",
  input: z.strictObject({ id: z.uuid() }),
  output: campaignView,
  async run(scope, { id }) {
    const campaign = await scope.query(CreditCampaign).findOne({ id }).forUpdate();
    if (!campaign) throw notFound();
    if (stateOf(campaign, scope.now) === "over") return present(campaign, scope.now);
    await scope.query(CreditCampaign).findById([scope.tenant.id, id]).patch({ endedAt: scope.now });
    const after = { name: campaign.name, endsAt: scope.now };
    await audit(scope, { action: "money.end_campaign", entity: { kind: "campaign", id }, after });
    campaign.endedAt = scope.now;
    return present(campaign, scope.now);
  },
});
