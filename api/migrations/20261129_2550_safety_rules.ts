import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table reports add column rules text[] not null default '{}';
    alter table reports alter column rules drop default;
    alter table reports add check (
      rules <@ array['words', 'links', 'contacts', 'spam'] and (rules = '{}' or reporter_id is null)
    );
    comment on column reports.rules is 'The rules of the site that found something; empty when a person spoke.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table reports drop column rules");
}
