import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- One person's word counts once in a case; the rules of the site speak as often as they find something.
    alter table reports drop constraint reports_once;
    alter table reports add constraint reports_once unique (tenant_id, case_id, reporter_id);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["reports"], () =>
    knex.raw(`
    delete from reports r using reports earlier
      where r.tenant_id = earlier.tenant_id and r.case_id = earlier.case_id
        and r.reporter_id is null and earlier.reporter_id is null and r.id > earlier.id;
    alter table reports drop constraint reports_once;
    alter table reports add constraint reports_once unique nulls not distinct (tenant_id, case_id, reporter_id);
  `),
  );
}
