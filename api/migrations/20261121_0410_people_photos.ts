import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table profiles add column chosen_photo_file_id uuid;
    comment on column profiles.photo_file_id is 'The photo shown: its squares are ready.';
    comment on column profiles.chosen_photo_file_id is 'The photo that will be shown once its squares are made; the last one chosen wins.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("alter table profiles drop column chosen_photo_file_id");
}
