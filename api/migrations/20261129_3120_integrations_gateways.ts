import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

const earlier =
  "'stripe', 'openai', 'smtp', 'sendgrid', 'ses', 'twilio', 'slack', 'teams', 'zoom', 'daily', 'turnstile', 's3'";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table connections
      drop constraint connections_vendor_check,
      add constraint connections_vendor_check check (vendor in (${earlier}, 'alipay', 'wechat_pay', 'paypal'));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["connections"], () =>
    knex.raw(`
    delete from connections where vendor in ('alipay', 'wechat_pay', 'paypal');
    alter table connections
      drop constraint connections_vendor_check,
      add constraint connections_vendor_check check (vendor in (${earlier}));
  `),
  );
}
