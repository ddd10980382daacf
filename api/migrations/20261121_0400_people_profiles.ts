import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table profiles (
      tenant_id uuid not null,
      member_id uuid not null,
      name text not null check (length(name) <= 200),
      headline text not null default '' check (length(headline) <= 160),
      bio text not null default '' check (length(bio) <= 5000),
      expertise text[] not null default '{}' check (cardinality(expertise) <= 30),
      languages text[] not null default '{}' check (cardinality(languages) <= 20),
      countries text[] not null default '{}' check (cardinality(countries) <= 50),
      socials jsonb not null default '{}' check (jsonb_typeof(socials) = 'object'),
      photo_file_id uuid,
      is_listed boolean not null default false,
      from_amount_minor bigint check (from_amount_minor >= 0),
      from_currency text,
      rating_average double precision check (rating_average between 1 and 5),
      rating_count integer not null default 0 check (rating_count >= 0),
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      check ((from_amount_minor is null) = (from_currency is null))
    );
    -- Lists of people show the best rated first.
    create index profiles_listed on profiles (tenant_id, coalesce(rating_average, 0) desc, member_id) where is_listed;
    comment on table profiles is 'What members show of themselves.';
    comment on column profiles.name is 'Copy of the member''s own name; follows member.changed.';
    comment on column profiles.is_listed is 'Approved in a provider role and not hidden: shown in lists and bookable.';
    comment on column profiles.from_amount_minor is 'Lowest price among the active offers, in minor units.';

    create table profile_offer_prices (
      tenant_id uuid not null,
      offer_id uuid not null,
      member_id uuid not null,
      amount_minor bigint not null,
      currency text not null,
      is_active boolean not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, offer_id)
    );
    create index profile_offer_prices_member on profile_offer_prices (tenant_id, member_id);
    comment on table profile_offer_prices is 'Prices of offers as last announced by the modules that own them.';

    create table quiz_answers (
      tenant_id uuid not null,
      id uuid not null,
      owner_kind text not null check (owner_kind in ('visitor', 'member')),
      owner_id uuid not null,
      answers jsonb not null check (jsonb_typeof(answers) = 'object'),
      completed_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      unique (tenant_id, owner_kind, owner_id)
    );
    comment on table quiz_answers is 'One quiz for each visitor or member; incomplete until completed_at.';

    create table provider_applications (
      tenant_id uuid not null,
      id uuid not null,
      member_id uuid not null,
      role text not null,
      state text not null check (state in ('applied', 'approved', 'rejected', 'withdrawn')),
      note text not null default '' check (length(note) <= 2000),
      reason text check (length(reason) <= 2000),
      decided_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade,
      check ((state = 'rejected') = (reason is not null))
    );
    -- Nobody waits twice for one role.
    create unique index provider_applications_open on provider_applications (tenant_id, member_id, role)
      where state in ('applied', 'approved');
    create index provider_applications_newest on provider_applications (tenant_id, created_at desc, id desc);
  `);
  await isolateTenants(knex, "profiles");
  await isolateTenants(knex, "profile_offer_prices");
  await isolateTenants(knex, "quiz_answers", { operator: false });
  await isolateTenants(knex, "provider_applications");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(
    "drop table provider_applications; drop table quiz_answers; drop table profile_offer_prices; drop table profiles;",
  );
}
