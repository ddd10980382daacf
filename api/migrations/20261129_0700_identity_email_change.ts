import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table mail_links
      add column former_email text,
      drop constraint mail_links_purpose_check,
      add constraint mail_links_purpose_check
        check (purpose in ('verify_email', 'reset_password', 'change_email')),
      -- The address a used link put another one in place of: its reader is told.
      add constraint mail_links_former_email_check
        check (former_email is null or (purpose = 'change_email' and used_at is not null));
  `);
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["mail_links"], () =>
    knex.raw(`
    delete from mail_links where purpose = 'change_email';
    alter table mail_links
      drop constraint mail_links_former_email_check,
      drop constraint mail_links_purpose_check,
      add constraint mail_links_purpose_check check (purpose in ('verify_email', 'reset_password')),
      drop column former_email;
  `),
  );
}
