import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  // Of members whom a site's server signs in, what no approval stands behind is taken for what its tokens named.
  await acrossTenants(knex, ["members", "provider_applications"], () =>
    knex.raw(`
    alter table members add column granted_roles text[] not null default '{}';
    update members m set granted_roles = case
      when external_id is null then roles
      else array(
        select role from unnest(m.roles) with ordinality as had (role, place)
        where exists (
          select from provider_applications a
          where a.tenant_id = m.tenant_id and a.member_id = m.id and a.role = had.role and a.state = 'approved'
        )
        order by place
      )
    end;
    alter table members alter column granted_roles drop default;
    alter table members add constraint members_granted_roles_held check (roles @> granted_roles);
    comment on column members.granted_roles is 'Those of the roles that were chosen, approved or given by the team; the others follow the tokens of the site''s server.';
  `),
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table members drop column granted_roles");
}
