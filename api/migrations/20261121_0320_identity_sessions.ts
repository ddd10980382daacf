import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table sessions (
      tenant_id uuid not null,
      id uuid not null,
      audience text not null check (audience in ('member', 'staff', 'operator')),
      member_id uuid,
      account_id uuid references accounts (id) on delete cascade,
      visitor_id uuid,
      origin text,
      user_agent text,
      ip inet,
      started_at timestamptz not null,
      seen_at timestamptz not null,
      expires_at timestamptz not null,
      ended_at timestamptz,
      end_reason text check (end_reason in ('signed_out', 'ended', 'password_changed', 'token_reused', 'taken_over', 'deactivated')),
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      constraint sessions_one_person check ((audience = 'member') = (member_id is not null) and (member_id is null) = (account_id is not null)),
      constraint sessions_end check ((ended_at is null) = (end_reason is null))
    );
    create index sessions_member_id on sessions (tenant_id, member_id);
    create index sessions_account_id on sessions (account_id);
    create index sessions_expires_at on sessions (tenant_id, expires_at);
    comment on table sessions is 'One sign-in on one device: the family of its refresh tokens. All times are wall clock.';
    comment on column sessions.visitor_id is 'The visitor the person was on this page before.';
    comment on column sessions.origin is 'The page''s origin; tokens work from there alone.';
    comment on column sessions.expires_at is 'The last moment it can be refreshed, however often it was.';

    create table refresh_tokens (
      tenant_id uuid not null,
      hash text not null,
      session_id uuid not null,
      issued_at timestamptz not null,
      expires_at timestamptz not null,
      used_at timestamptz,
      key_id text,
      primary key (tenant_id, hash),
      foreign key (tenant_id, session_id) references sessions (tenant_id, id) on delete cascade
    );
    create index refresh_tokens_session_id on refresh_tokens (tenant_id, session_id);
    comment on table refresh_tokens is 'Each is used once; a second use long after the first ends its session.';
    comment on column refresh_tokens.key_id is 'The platform''s key by which the next token followed from this one; null until used.';
  `);
  await isolateTenants(knex, "sessions");
  await isolateTenants(knex, "refresh_tokens", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table refresh_tokens; drop table sessions;");
}
