import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table members
      drop constraint members_status_check,
      add constraint members_status_check check (status in ('active', 'suspended', 'deactivated', 'banned')),
      add column suspended_until timestamptz,
      add constraint members_suspended_until check ((status = 'suspended') = (suspended_until is not null));
    comment on column members.suspended_until is 'When a suspended member may sign in again.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["members"], () =>
    knex.raw(`
    update members set status = 'banned', suspended_until = null where status = 'suspended';
    alter table members
      drop constraint members_suspended_until,
      drop column suspended_until,
      drop constraint members_status_check,
      add constraint members_status_check check (status in ('active', 'deactivated', 'banned'));
  `),
  );
}
