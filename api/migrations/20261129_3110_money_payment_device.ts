import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table payments add column device text not null default 'desktop' check (device in ('desktop', 'phone'));
    comment on column payments.device is 'What the payer held in their hands; part of the stored command.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table payments drop column device");
}
