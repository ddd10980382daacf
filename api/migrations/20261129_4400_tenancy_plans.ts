import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

const everywhere = ["booking", "matching", "payments", "chat", "reviews", "insights", "integrations"];
const paid = [...everywhere, "wallet", "skills", "discovery"];
const grown = [...paid, "gigs", "community", "learning"];
const all = [...grown, "projects", "hiring", "coding", "interviews"];

/** What each plan allows at the start; an operator changes it by `billing.updatePlan`. A metric that is not named has no limit. */
const plans = [
  [
    "free",
    everywhere,
    { "identity.members": 500, "scheduling.bookings": 100, "messaging.conversations": 200, "gigs.gigs": 10 },
  ],
  [
    "starter",
    paid,
    {
      "identity.members": 5000,
      "scheduling.bookings": 1000,
      "messaging.conversations": 2000,
      "gigs.gigs": 100,
    },
  ],
  [
    "professional",
    grown,
    {
      "identity.members": 50_000,
      "scheduling.bookings": 10_000,
      "messaging.conversations": 20_000,
      "gigs.gigs": 1000,
    },
  ],
  ["enterprise", all, {}],
] as const;

const list = (modules: readonly string[]): string =>
  `array[${modules.map((name) => `'${name}'`).join(", ")}]`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table plans (
      key text primary key check (key in ('free', 'starter', 'professional', 'enterprise')),
      rank smallint not null unique,
      modules text[] not null,
      limits jsonb not null check (jsonb_typeof(limits) = 'object'),
      grace_days smallint not null default 0 check (grace_days between 0 and 60),
      created_at timestamptz not null,
      updated_at timestamptz not null
    );
    comment on table plans is 'What a tenant of each plan may use. Global: the same for all tenants, changed by operators alone.';
    comment on column plans.rank is 'Their order, the smallest plan first.';
    comment on column plans.limits is 'Most units of a metric: { "scheduling.bookings": 100 }. A metric without one is not limited.';
    comment on column plans.grace_days is 'For so many days a subscription goes on after its period ended unpaid.';

    alter table plans enable row level security;
    alter table plans force row level security;
    create policy everybody_reads on plans for select using (true);
    create policy operators_change on plans for update to app_rt
      using ((select app_tenant()) = '00000000-0000-8000-8000-000000000000')
      with check ((select app_tenant()) = '00000000-0000-8000-8000-000000000000');
    grant select, update (modules, limits, grace_days, updated_at) on plans to app_rt;
    grant select on plans to app_operator;
  `);
  // The owner of the table is bound by its policies as well.
  await acrossTenants(knex, ["plans"], () =>
    knex.raw(`
    insert into plans (key, rank, modules, limits, created_at, updated_at) values
      ${plans.map(([key, modules, limits], at) => `('${key}', ${at + 1}, ${list(modules)}, '${JSON.stringify(limits)}', now(), now())`).join(",\n      ")};
  `),
  );
  await knex.raw(`
    alter table tenants
      add column plan text not null default 'free' references plans (key) on delete restrict,
      add column is_on_trial boolean not null default false,
      add column trial_started_at timestamptz,
      add column trial_ends_at timestamptz,
      add column licensed_modules text[] not null default '{}',
      add column switched_off_modules text[] not null default '{}',
      add column own_limits jsonb not null default '{}' check (jsonb_typeof(own_limits) = 'object'),
      add constraint tenants_trial_has_an_end check (not is_on_trial or (trial_started_at is not null and trial_ends_at is not null));
    create index tenants_plan on tenants (plan);
    comment on column tenants.plan is 'Of a live tenant; its sandbox may use what it may use, whatever stands here.';
    comment on column tenants.licensed_modules is 'Modules under licences of the tenant''s own that are in force; follows the table licences.';
    comment on column tenants.switched_off_modules is 'Modules the team deactivated, whatever it has a right to.';
    comment on column tenants.own_limits is 'Limits that an operator gave this tenant, over those of its plan; null is none.';
    grant update (plan, is_on_trial, trial_started_at, trial_ends_at, licensed_modules, switched_off_modules, own_limits) on tenants to app_rt;

    create view tenants_with_rights with (security_invoker = true) as
      select t.id, t.slug, t.name, t.is_sandbox, t.parent_id, t.status, t.clock_offset_ms, t.settings, t.settings_version,
        array(
          select m from unnest(p.modules || o.licensed_modules) m
          where m <> all (o.switched_off_modules) group by m order by m
        ) as active_modules,
        p.limits || o.own_limits as limits
      from tenants t
      join tenants o on o.id = coalesce(t.parent_id, t.id)
      join plans p on p.key = o.plan;
    comment on view tenants_with_rights is 'Tenants with what they may use; of a sandbox, what its live tenant may.';
    grant select on tenants_with_rights to app_rt, app_operator;
  `);
  // Sites that are there already keep every part they use, and those they switched off stay so.
  await acrossTenants(knex, ["tenants"], () =>
    knex.raw(`
    update tenants set plan = 'enterprise',
      switched_off_modules = array(
        select m from unnest(${list(all)}) m
        where jsonb_typeof(settings #> '{tenancy,modules}') = 'array' and not jsonb_exists(settings #> '{tenancy,modules}', m)
      ),
      settings = settings #- '{tenancy,modules}'
    where parent_id is null;
  `),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view tenants_with_rights;
    alter table tenants
      drop column plan, drop column is_on_trial, drop column trial_started_at, drop column trial_ends_at,
      drop column licensed_modules, drop column switched_off_modules, drop column own_limits;
    drop table plans;
  `);
}
