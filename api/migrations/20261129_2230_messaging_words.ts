import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table message_words (
      tenant_id uuid not null,
      conversation_id uuid not null,
      word bigint not null,
      seq bigint not null,
      -- Somebody looks for a word in their own conversations.
      primary key (tenant_id, conversation_id, word, seq),
      foreign key (tenant_id, conversation_id, seq)
        references messages (tenant_id, conversation_id, seq) on delete cascade
    );
    create index message_words_message on message_words (tenant_id, conversation_id, seq);
    comment on table message_words is 'Which words stand in which messages.';
    comment on column message_words.word is 'The first 64 bits of the word''s HMAC under a key of the tenant''s own: nobody reads the word off it.';
  `);
  await isolateTenants(knex, "message_words", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table message_words;");
}
