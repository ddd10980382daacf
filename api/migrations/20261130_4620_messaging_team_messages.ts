import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

// The site's team writes in the conversations of disputes, and is no member.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table messages alter column sender_id drop not null;
    -- Of the team's own messages, which no sender tells apart.
    create unique index messages_team_once on messages (tenant_id, conversation_id, client_id) where sender_id is null;
    comment on column messages.sender_id is 'Null when the site''s team wrote it.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["messages"], () => knex.raw("delete from messages where sender_id is null"));
  await knex.raw(`
    comment on column messages.sender_id is null;
    drop index messages_team_once;
    alter table messages alter column sender_id set not null;
  `);
}
