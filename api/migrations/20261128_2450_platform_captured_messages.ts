import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table captured_messages (
      tenant_id uuid not null,
      id uuid not null,
      channel text not null check (channel in ('push', 'sms')),
      key text not null,
      recipient text not null,
      body text not null,
      captured_at timestamptz not null,
      primary key (tenant_id, id),
      -- A message sent again after a crash is the same message.
      unique (tenant_id, channel, key)
    );
    create index captured_messages_captured_at on captured_messages (tenant_id, captured_at desc, id desc);
    comment on table captured_messages is 'Pushes and text messages of sandboxes, and text messages of tenants without a provider: kept, never sent.';
    comment on column captured_messages.captured_at is 'Wall clock.';
  `);
  await isolateTenants(knex, "captured_messages", {
    runtime: ["select", "insert", "delete"],
    operator: false,
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table captured_messages");
}
