import { type Knex } from "knex";

// A browser that is signed out from elsewhere gets no more pushes.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table push_subscriptions add column session_id uuid,
      add foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete set null (session_id);
    create index push_subscriptions_session on push_subscriptions (tenant_id, session_id);
    comment on column push_subscriptions.session_id is 'The session in which it was added; null when the site''s server added it, or once the session is forgotten.';
    comment on table captured_messages is 'Pushes and text messages of sandboxes: kept, never sent.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    comment on table captured_messages is 'Pushes and text messages of sandboxes, and text messages of tenants without a provider: kept, never sent.';
    alter table push_subscriptions drop column session_id;
  `);
}
