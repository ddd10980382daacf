import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table audit_entries (
      tenant_id uuid not null,
      id uuid not null,
      actor_kind text not null check (actor_kind in ('visitor', 'member', 'staff', 'server', 'operator', 'system')),
      actor_id text,
      action text not null,
      entity_kind text not null,
      entity_id text not null,
      before jsonb,
      after jsonb,
      ip inet,
      request_id text,
      at timestamptz not null,
      primary key (tenant_id, id)
    );
    create index audit_entries_at on audit_entries (tenant_id, at desc, id desc);
    create index audit_entries_entity on audit_entries (tenant_id, entity_kind, entity_id, at desc);
    create index audit_entries_actor on audit_entries (tenant_id, actor_id, at desc);
    comment on table audit_entries is 'Who changed what. No role may change or delete an entry.';
    comment on column audit_entries.actor_id is 'Null for the system itself.';
    comment on column audit_entries.action is 'Name of the operation, as scheduling.cancelBooking.';
    comment on column audit_entries.before is 'The changed fields as they were; null for a creation. Secrets are left out.';
    comment on column audit_entries.after is 'The changed fields as they are; null for a deletion. Secrets are left out.';
    comment on column audit_entries.at is 'Business time.';
  `);
  await isolateTenants(knex, "audit_entries", { runtime: ["select", "insert"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table audit_entries");
}
