import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table connections
      drop constraint connections_kind_check,
      drop constraint connections_vendor_check,
      add constraint connections_kind_check
        check (kind in ('payments', 'ai', 'mail', 'sms', 'chat', 'video', 'captcha', 'files')),
      add constraint connections_vendor_check
        check (vendor in ('stripe', 'openai', 'smtp', 'sendgrid', 'ses', 'twilio', 'slack', 'teams', 'zoom', 'daily', 'turnstile', 's3'));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["connections"], () =>
    knex.raw(`
    delete from connections where vendor = 's3';
    alter table connections
      drop constraint connections_kind_check,
      drop constraint connections_vendor_check,
      add constraint connections_kind_check
        check (kind in ('payments', 'ai', 'mail', 'sms', 'chat', 'video', 'captcha')),
      add constraint connections_vendor_check
        check (vendor in ('stripe', 'openai', 'smtp', 'sendgrid', 'ses', 'twilio', 'slack', 'teams', 'zoom', 'daily', 'turnstile'));
  `),
  );
}
