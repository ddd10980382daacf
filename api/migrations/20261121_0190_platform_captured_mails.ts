import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table captured_mails (
      tenant_id uuid not null,
      id uuid not null,
      key text not null,
      to_address text not null,
      to_name text not null,
      from_address text not null,
      from_name text not null,
      subject text not null,
      text text not null,
      html text not null,
      calendar jsonb,
      headers jsonb not null default '{}',
      captured_at timestamptz not null,
      primary key (tenant_id, id),
      -- A mail sent again after a crash is the same mail.
      unique (tenant_id, key)
    );
    create index captured_mails_captured_at on captured_mails (tenant_id, captured_at desc, id desc);
    comment on table captured_mails is 'Mails of sandboxes, and of tenants without a mail server: kept to be looked at, never sent.';
    comment on column captured_mails.captured_at is 'Wall clock.';
  `);
  // They hold codes and links that open doors.
  await isolateTenants(knex, "captured_mails", { runtime: ["select", "insert", "delete"], operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table captured_mails");
}
