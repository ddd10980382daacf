import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table orders alter column page_url drop not null;
    comment on column orders.page_url is 'The page it was placed on, which links in mails lead to; null when it was placed without a page.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["orders"], () =>
    knex.raw(`
    update orders set page_url = 'http://localhost/' where page_url is null;
    alter table orders alter column page_url set not null;
    comment on column orders.page_url is 'The page it was placed on, which links in mails lead to.';
  `),
  );
}
