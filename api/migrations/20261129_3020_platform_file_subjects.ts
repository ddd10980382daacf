import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  // The files of a dispute are read by the dispute, for every order that is shown with one.
  await knex.raw("create index files_subject on files (tenant_id, subject_id) where subject_id is not null;");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index files_subject;");
}
