import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  // Whoever applied had the role at once until now.
  await acrossTenants(knex, ["members", "provider_applications"], () =>
    knex.raw(`
    alter table members add column pending_roles text[] not null default '{}';
    update members m set pending_roles = waiting.roles,
      roles = array(select role from unnest(m.roles) with ordinality as had (role, place) where role <> all (waiting.roles) order by place)
    from (
      select tenant_id, member_id, array_agg(role) as roles from provider_applications
      where state = 'applied' group by tenant_id, member_id
    ) waiting
    where waiting.tenant_id = m.tenant_id and waiting.member_id = m.id;
    alter table members add constraint members_roles_held_or_pending check (not roles && pending_roles);
    comment on column members.pending_roles is 'Marketplace roles somebody asked for and has once the team approves.';
  `),
  );
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["members"], () =>
    knex.raw(`
    alter table members drop constraint members_roles_held_or_pending;
    update members set roles = roles || pending_roles where pending_roles <> '{}';
    alter table members drop column pending_roles;
  `),
  );
}
