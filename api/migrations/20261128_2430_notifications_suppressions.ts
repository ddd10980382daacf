import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table mail_suppressions (
      tenant_id uuid not null,
      id uuid not null,
      address text not null check (address = lower(address) and length(address) <= 320),
      reason text not null check (reason in ('bounce', 'complaint')),
      detail text not null check (length(detail) <= 300),
      source text not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, address)
    );
    create index mail_suppressions_newest on mail_suppressions (tenant_id, created_at, id);
    comment on table mail_suppressions is 'Addresses that get no more mails: the mailbox does not exist, or its owner called a mail unwanted.';
    comment on column mail_suppressions.source is 'Who said so, such as smtp or sendgrid.';
  `);
  await isolateTenants(knex, "mail_suppressions");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table mail_suppressions");
}
