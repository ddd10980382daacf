import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table team_invitations (
      tenant_id uuid not null references tenants (id) on delete restrict,
      id uuid not null,
      email text not null check (email = lower(email) and length(email) <= 254),
      staff_role text not null check (staff_role in ('owner', 'admin', 'member', 'guest')),
      locale text not null,
      invited_by uuid not null references accounts (id) on delete restrict,
      hash text not null,
      sealed_token text,
      created_at timestamptz not null,
      sent_at timestamptz not null,
      expires_at timestamptz not null,
      accepted_at timestamptz,
      accepted_by uuid references accounts (id) on delete restrict,
      revoked_at timestamptz,
      primary key (tenant_id, id),
      unique (tenant_id, hash),
      check ((accepted_at is null) = (accepted_by is null)),
      check (accepted_at is null or revoked_at is null)
    );
    -- An address has one link at a time.
    create unique index team_invitations_open on team_invitations (tenant_id, email)
      where accepted_at is null and revoked_at is null;
    create index team_invitations_expires_at on team_invitations (tenant_id, expires_at);
    create index team_invitations_invited_by on team_invitations (invited_by);
    create index team_invitations_accepted_by on team_invitations (accepted_by);
    comment on table team_invitations is 'Who was asked by mail to join the team of a live tenant. All times are wall clock.';
    comment on column team_invitations.email is 'The address it was sent to: it lets no other in.';
    comment on column team_invitations.locale is 'The language of the mail.';
    comment on column team_invitations.sealed_token is 'Readable by the job that mails it, and emptied when it has.';
    comment on column team_invitations.sent_at is 'When the link that works now was asked for; sending again replaces it.';
    comment on column team_invitations.revoked_at is 'When the team took it back, or a newer one for the address replaced it after it ran out.';
  `);
  await isolateTenants(knex, "team_invitations", { operator: false });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table team_invitations");
}
