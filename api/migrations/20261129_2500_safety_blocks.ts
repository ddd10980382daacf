import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table member_blocks (
      tenant_id uuid not null,
      id uuid not null,
      blocker_id uuid not null,
      blocked_id uuid not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      constraint member_blocks_once unique (tenant_id, blocker_id, blocked_id),
      foreign key (tenant_id, blocker_id) references members (tenant_id, id) on delete cascade,
      foreign key (tenant_id, blocked_id) references members (tenant_id, id) on delete cascade,
      check (blocker_id <> blocked_id)
    );
    create index member_blocks_of_blocked on member_blocks (tenant_id, blocked_id);
    create index member_blocks_newest on member_blocks (tenant_id, blocker_id, created_at desc, id desc);
    comment on table member_blocks is 'Who wants to have nothing to do with whom. It works both ways, and only the blocker knows.';
  `);
  await isolateTenants(knex, "member_blocks");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table member_blocks");
}
