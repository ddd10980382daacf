import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table sign_in_codes (
      tenant_id uuid not null,
      id uuid not null,
      email text not null check (email = lower(email) and length(email) <= 254),
      hash text not null,
      sealed_code text,
      locale text not null,
      attempts integer not null default 0,
      requested_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      primary key (tenant_id, id)
    );
    create index sign_in_codes_email on sign_in_codes (tenant_id, email, requested_at desc);
    create index sign_in_codes_requested_at on sign_in_codes (tenant_id, requested_at);
    comment on table sign_in_codes is 'Codes by mail: six digits, ten minutes, five tries, one use. All times are wall clock.';
    comment on column sign_in_codes.sealed_code is 'Readable by the job that mails it, and emptied when it has.';
    comment on column sign_in_codes.ended_at is 'When it was used, tried too often, or replaced by a newer one.';

    create table mail_links (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      purpose text not null check (purpose in ('verify_email', 'reset_password')),
      email text not null,
      hash text not null,
      sealed_token text,
      page_url text not null,
      requested_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, hash),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    create index mail_links_member_id on mail_links (tenant_id, member_id, requested_at);
    create index mail_links_requested_at on mail_links (tenant_id, requested_at);
    comment on table mail_links is 'Links by mail that prove an address or reset a password, each once. All times are wall clock.';
    comment on column mail_links.email is 'The address it was sent to: it proves no other.';
    comment on column mail_links.sealed_token is 'Readable by the job that mails it, and emptied when it has.';
    comment on column mail_links.page_url is 'The page of the tenant''s site the link opens.';

    create table exchanged_tokens (
      tenant_id uuid not null,
      hash text not null,
      expires_at timestamptz not null,
      primary key (tenant_id, hash)
    );
    create index exchanged_tokens_expires_at on exchanged_tokens (tenant_id, expires_at);
    comment on table exchanged_tokens is 'Ids of member tokens that were exchanged: each works once.';
  `);
  await isolateTenants(knex, "sign_in_codes", { operator: false });
  await isolateTenants(knex, "mail_links", { operator: false });
  await isolateTenants(knex, "exchanged_tokens", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table exchanged_tokens; drop table mail_links; drop table sign_in_codes;");
}
