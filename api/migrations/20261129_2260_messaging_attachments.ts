import { type Knex } from "knex";
import { isolateTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table message_attachments (
      tenant_id uuid not null,
      message_id uuid not null,
      position smallint not null check (position between 1 and 10),
      file_id uuid not null,
      primary key (tenant_id, message_id, position),
      -- A file is sent once.
      constraint message_attachments_file unique (tenant_id, file_id),
      foreign key (tenant_id, message_id) references messages (tenant_id, id) on delete cascade
    );
    comment on table message_attachments is 'The files that came with messages, in their order.';
  `);
  await isolateTenants(knex, "message_attachments");
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop table message_attachments;");
}
