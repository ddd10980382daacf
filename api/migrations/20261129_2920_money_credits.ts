import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table credit_purchases (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      package_id text not null,
      credits bigint not null check (credits > 0),
      amount_minor bigint not null check (amount_minor > 0),
      currency text not null,
      credited_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index credit_purchases_member on credit_purchases (tenant_id, member_id, created_at);
    comment on table credit_purchases is 'Packages of credits that members buy, at the price of the moment they chose them.';
    comment on column credit_purchases.id is 'What its payments know as their order.';
    comment on column credit_purchases.member_id is 'Who buys.';
    comment on column credit_purchases.package_id is 'Which of the site''s packages it was.';
    comment on column credit_purchases.credited_at is 'When the credits came; empty until it is paid.';

    create table credit_grants (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      credits bigint not null check (credits <> 0),
      reason text not null check (length(reason) between 1 and 500),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index credit_grants_member on credit_grants (tenant_id, member_id, created_at);
    comment on table credit_grants is 'Credits the team gave a member or took from them.';
    comment on column credit_grants.id is 'The transfer that moved them.';
    comment on column credit_grants.credits is 'Below zero when they were taken.';
    comment on column credit_grants.reason is 'Why, in the words of the team; the member reads it.';

    create table credit_campaigns (
      tenant_id uuid not null,
      id uuid not null,
      code text not null check (code ~ '^[A-Z0-9-]{3,40}$'),
      name text not null,
      credits bigint not null check (credits > 0),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      cap integer check (cap > 0),
      audience text not null check (audience in ('everyone', 'newcomers')),
      used integer not null default 0,
      ended_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint credit_campaigns_code unique (tenant_id, code),
      constraint credit_campaigns_period check (starts_at < ends_at),
      constraint credit_campaigns_within_cap check (used >= 0 and (cap is null or used <= cap))
    );
    create index credit_campaigns_newest on credit_campaigns (tenant_id, created_at, id);
    create index credit_campaigns_ends on credit_campaigns (tenant_id, ends_at, id);
    create index credit_campaigns_used on credit_campaigns (tenant_id, used, id);
    comment on table credit_campaigns is 'Codes that give members credits, in a period and so many times.';
    comment on column credit_campaigns.cap is 'How many members may redeem it; empty for any number.';
    comment on column credit_campaigns.audience is 'newcomers: members who joined since it began.';
    comment on column credit_campaigns.used is 'How many members have redeemed it.';
    comment on column credit_campaigns.ended_at is 'When the team ended it before its time.';

    create table credit_redemptions (
      tenant_id uuid not null,
      id uuid not null,
      campaign_id uuid not null,
      member_id uuid not null,
      redeemed_at timestamptz not null,
      primary key (tenant_id, id),
      constraint credit_redemptions_once unique (tenant_id, campaign_id, member_id),
      foreign key (tenant_id, campaign_id) references credit_campaigns (tenant_id, id) on delete restrict,
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index credit_redemptions_member on credit_redemptions (tenant_id, member_id);
    comment on table credit_redemptions is 'Who redeemed which campaign.';
    comment on column credit_redemptions.id is 'The transfer that brought the credits.';
    comment on column credit_redemptions.member_id is 'Who redeemed it.';

    create table credit_referral_codes (
      tenant_id uuid not null,
      member_id uuid not null,
      code text not null check (code ~ '^[A-Z0-9]{8}$'),
      created_at timestamptz not null,
      primary key (tenant_id, member_id),
      constraint credit_referral_codes_code unique (tenant_id, code),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table credit_referral_codes is 'Codes by which members bring others to the site.';
    comment on column credit_referral_codes.member_id is 'Whose code it is.';

    create table credit_referrals (
      tenant_id uuid not null,
      referred_id uuid not null,
      referrer_id uuid not null,
      claimed_at timestamptz not null,
      qualified_at timestamptz,
      primary key (tenant_id, referred_id),
      constraint credit_referrals_other check (referred_id <> referrer_id),
      foreign key (tenant_id, referred_id) references members (tenant_id, id) on delete cascade,
      foreign key (tenant_id, referrer_id) references members (tenant_id, id) on delete cascade
    );
    create index credit_referrals_referrer on credit_referrals (tenant_id, referrer_id);
    comment on table credit_referrals is 'Members who came by another member''s code: each once.';
    comment on column credit_referrals.referred_id is 'Who came.';
    comment on column credit_referrals.referrer_id is 'Who brought them.';
    comment on column credit_referrals.qualified_at is 'First completed session or purchase, which brings the bonus; empty before.';

    create table credit_standings (
      tenant_id uuid not null,
      member_id uuid not null,
      given_sessions integer not null check (given_sessions > 0),
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table credit_standings is 'What a teacher''s highest price in credits depends on, beside the rating.';
    comment on column credit_standings.member_id is 'The teacher.';
    comment on column credit_standings.given_sessions is 'Completed sessions.';
  `);
  const rights = {
    credit_purchases: ["select", "insert", "update", "delete"],
    credit_grants: ["select", "insert", "update"],
    credit_campaigns: ["select", "insert", "update"],
    credit_redemptions: ["select", "insert"],
    credit_referral_codes: ["select", "insert", "delete"],
    credit_referrals: ["select", "insert", "update"],
    credit_standings: ["select", "insert", "update"],
  } as const;
  for (const [table, runtime] of Object.entries(rights)) await isolateTenants(knex, table, { runtime });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table credit_standings, credit_referrals, credit_referral_codes, credit_redemptions, credit_campaigns, credit_grants,
      credit_purchases`);
}
