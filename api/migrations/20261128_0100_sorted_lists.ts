import { type Knex } from "knex";

/** Every order that a list can be asked for has an index, so that a page never sorts the whole table. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index members_name on members (tenant_id, lower(name), id);
    create index bookings_newest on bookings (tenant_id, created_at, id);
    create index webhook_deliveries_event on webhook_deliveries (tenant_id, event_name, id);
    create index notification_mails_name on notification_mails (tenant_id, name, id);
    create index provider_applications_role on provider_applications (tenant_id, role, id);
    create index audit_entries_action on audit_entries (tenant_id, action, id);`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index members_name, bookings_newest, webhook_deliveries_event, notification_mails_name,
      provider_applications_role, audit_entries_action;`);
}
