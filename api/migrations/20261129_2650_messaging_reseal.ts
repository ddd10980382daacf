import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  // What a message said before never changes; the key it is sealed under does.
  await knex.raw("grant update (body_sealed) on message_versions to app_rt");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("revoke update (body_sealed) on message_versions from app_rt");
}
