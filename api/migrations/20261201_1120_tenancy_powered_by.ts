import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table plans add column may_hide_powered_by boolean not null default false;
    comment on column plans.may_hide_powered_by is 'Whether widgets and mails of its sites may leave out that Tessera is behind them.';
    grant update (may_hide_powered_by) on plans to app_rt;

    create or replace view tenants_with_rights with (security_invoker = true) as
      select t.id, t.slug, t.name, t.is_sandbox, t.parent_id, t.status, t.clock_offset_ms, t.settings, t.settings_version,
        array(
          select m from unnest(p.modules || o.licensed_modules) m
          where m <> all (o.switched_off_modules) group by m order by m
        ) as active_modules,
        p.limits || o.own_limits as limits,
        p.may_hide_powered_by
      from tenants t
      join tenants o on o.id = coalesce(t.parent_id, t.id)
      join plans p on p.key = o.plan;
  `);
  await acrossTenants(knex, ["plans"], () =>
    knex.raw(`
    update plans set may_hide_powered_by = true, updated_at = now() where key in ('professional', 'enterprise');
  `),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop view tenants_with_rights;
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
    alter table plans drop column may_hide_powered_by;
  `);
}
