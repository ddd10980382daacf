import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table hosts add column version integer not null default 0 check (version >= 0);
    comment on column hosts.version is 'Grows with every replacement of the weekly hours, so that two who write at once are told.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table hosts drop column version");
}
