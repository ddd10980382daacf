import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table search_documents (
      tenant_id uuid not null,
      kind text not null check (kind ~ '^[a-z_]+$'),
      id uuid not null,
      version bigint not null,
      is_shown boolean not null,
      codes integer[] not null default '{}',
      strong integer[] not null default '{}',
      middle integer[] not null default '{}',
      tags integer[] not null default '{}',
      numbers jsonb not null default '{}',
      standing double precision not null default 0,
      phrases text[] not null default '{}',
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, kind, id)
    );
    comment on table search_documents is 'What the search knows of one thing. A thing nobody may find leaves its version, so that late news do not bring it back.';
    comment on column search_documents.version is 'Which state of the thing this tells of; an older one never replaces it. The largest possible one means that the thing is gone for good.';
    comment on column search_documents.codes is 'The stem of every word of the document, and its tags, as search_code(); of its name alone in strong, of its headline and topics in middle.';
    comment on column search_documents.tags is 'Values it is filtered and counted by, as search_code() of =field=value.';
    comment on column search_documents.standing is 'Who stands first among those that fit equally well: the larger.';
    comment on column search_documents.phrases is 'What is suggested to somebody who types its beginning.';
    -- A code belongs to one tenant and kind, so that the index reads no document of another. Nothing waits in a pending list: reads are many, writes few.
    create index search_documents_codes on search_documents using gin (codes) with (fastupdate = off);

    create table search_words (
      tenant_id uuid not null,
      kind text not null,
      word text collate "C" not null,
      code integer not null,
      slips integer[] not null,
      documents integer not null default 0,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      primary key (tenant_id, kind, word)
    );
    comment on table search_words is 'Every word and tag of a tenant''s documents of one kind: what the beginning of a word or a mistyped one may mean.';
    comment on column search_words.code is 'The code under which documents hold it: that of its stem, or of a tag.';
    comment on column search_words.slips is 'The word and each way to leave out one of its letters, as search_code(): two words one slip apart share one.';
    comment on column search_words.documents is 'How many documents hold it, as last counted: 0 for one that is new, -1 for one that is to be forgotten.';
    create index search_words_slips on search_words using gin (slips) with (fastupdate = off);
  `);
  for (const table of ["search_documents", "search_words"]) {
    await isolateTenants(knex, table, { runtime: [] });
    // Not forced on their owner, whose functions narrow to the tenant themselves: under it no GIN index would be used.
    await knex.raw(
      `alter table ${table} no force row level security; alter table ${table} owner to app_search`,
    );
  }
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table search_words, search_documents");
}
