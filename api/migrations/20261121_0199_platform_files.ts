import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table files (
      tenant_id uuid not null,
      id uuid not null,
      purpose text not null,
      owner_kind text not null check (owner_kind in ('visitor', 'member', 'staff', 'server')),
      owner_id uuid not null,
      name text not null check (length(name) between 1 and 200),
      content_type text not null,
      bytes bigint not null check (bytes > 0),
      sha256 text not null check (length(sha256) = 64),
      state text not null check (state in ('pending', 'clean', 'infected', 'unscanned')),
      subject_id uuid,
      attached_at timestamptz,
      discarded_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, id),
      check (attached_at is null or state in ('clean', 'unscanned'))
    );
    create index files_owner on files (tenant_id, owner_id, created_at desc);
    comment on table files is 'What people uploaded; the bytes lie in the storage under the tenant and the id.';
    comment on column files.content_type is 'As told by the content; the name and the sender agreed.';
    comment on column files.state is 'pending until the bytes are stored; unscanned when no scanner stands behind the check for the test signature.';
    comment on column files.subject_id is 'The row it was attached to: a profile, a message.';
    comment on column files.discarded_at is 'Nobody needs it any more; its bytes and then this row are about to go.';

    create table file_totals (
      tenant_id uuid not null,
      bytes bigint not null check (bytes >= 0),
      primary key (tenant_id)
    );
    comment on table file_totals is 'Bytes of a tenant''s uploads, held against its quota.';
  `);
  await isolateTenants(knex, "files");
  await isolateTenants(knex, "file_totals");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table file_totals; drop table files;");
}
