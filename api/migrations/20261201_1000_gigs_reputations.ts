import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table seller_reputations (
      tenant_id uuid not null,
      member_id uuid not null,
      level text check (length(level) between 1 and 40),
      badges text[] not null,
      score smallint check (score between 0 and 100),
      record jsonb not null,
      version integer not null check (version >= 0),
      worked_out_at timestamptz not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, member_id),
      foreign key (tenant_id, member_id) references members (tenant_id, id) on delete cascade
    );
    comment on table seller_reputations is 'How each seller stands by the rules of the site: level, badges and score, as they were last worked out.';
    comment on column seller_reputations.level is 'The name of the level in the settings of the site; null below the first.';
    comment on column seller_reputations.badges is 'The names of the badges in the settings of the site, in their order there.';
    comment on column seller_reputations.score is 'From 0 to 100; null while no order of the seller has ended.';
    comment on column seller_reputations.record is 'What orders and reviews of the counted days said, from which the rest follows.';
    comment on column seller_reputations.version is 'How often the level changed; tells which news of it is newer.';
  `);
  await isolateTenants(knex, "seller_reputations");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table seller_reputations");
}
