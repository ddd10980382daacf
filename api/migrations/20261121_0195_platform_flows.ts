import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table flow_instances (
      tenant_id uuid not null,
      id uuid not null,
      flow text not null,
      version integer not null,
      fingerprint text not null,
      state text not null,
      regions jsonb not null,
      entered jsonb not null,
      moments jsonb not null,
      parameters jsonb not null,
      price_minor bigint not null check (price_minor >= 0),
      revision integer not null,
      placed_at timestamptz not null,
      moved_at timestamptz not null,
      primary key (tenant_id, id)
    );
    comment on table flow_instances is 'Where an order stands in its flow. Its row is locked while it moves.';
    comment on column flow_instances.id is 'The order''s.';
    comment on column flow_instances.version is 'The version it began with, for ever.';
    comment on column flow_instances.fingerprint is 'Of that version; code with another graph under the same version does not move it.';
    comment on column flow_instances.regions is 'State of every region beside the main course.';
    comment on column flow_instances.entered is 'When the current state was entered, by region.';
    comment on column flow_instances.moments is 'Instants that timers and windows are measured from.';
    comment on column flow_instances.parameters is 'The tenant''s numbers as they were when it began.';
    comment on column flow_instances.price_minor is 'What a payment funds.';
    comment on column flow_instances.revision is 'Steps taken.';

    create table flow_steps (
      tenant_id uuid not null,
      instance_id uuid not null,
      revision integer not null,
      transition text not null,
      region text not null,
      state text not null,
      taken_by text not null,
      actor_kind text not null,
      actor_id text not null,
      happened_at timestamptz not null,
      primary key (tenant_id, instance_id, revision),
      foreign key (tenant_id, instance_id) references flow_instances (tenant_id, id) on delete cascade
    );
    comment on table flow_steps is 'Every transition an order has taken, in order.';
    comment on column flow_steps.state is 'The state of the region afterwards.';
    comment on column flow_steps.taken_by is 'Role, event or timer.';
  `);
  await isolateTenants(knex, "flow_instances");
  await isolateTenants(knex, "flow_steps", { runtime: ["select", "insert"] });
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table flow_steps; drop table flow_instances;");
}
