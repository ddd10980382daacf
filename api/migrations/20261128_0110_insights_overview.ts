import { type Knex } from "knex";

/** What the team's first page counts and adds up, found without reading what is done. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index payments_captured on payments (tenant_id, captured_at) where captured_at is not null;
    create index refunds_newest on refunds (tenant_id, created_at);
    create index webhook_deliveries_failed on webhook_deliveries (tenant_id, created_at) where state = 'failed';
    create index notification_mails_failed on notification_mails (tenant_id, queued_at) where state = 'failed';
    create index provider_applications_waiting on provider_applications (tenant_id, created_at) where state = 'applied';`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index payments_captured, refunds_newest, webhook_deliveries_failed, notification_mails_failed,
      provider_applications_waiting;`);
}
