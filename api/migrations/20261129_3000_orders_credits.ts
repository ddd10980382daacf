import { type Knex } from "knex";

// A session may be priced in credits: a unit of the site's own beside the currencies.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table orders drop constraint orders_currency_check,
      add constraint orders_currency_check check (currency ~ '^[A-Z]{3}$' or currency = 'credits');
    alter table session_offers drop constraint session_offers_currency_check,
      add constraint session_offers_currency_check check (currency ~ '^[A-Z]{3}$' or currency = 'credits');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table orders drop constraint orders_currency_check,
      add constraint orders_currency_check check (currency ~ '^[A-Z]{3}$');
    alter table session_offers drop constraint session_offers_currency_check,
      add constraint session_offers_currency_check check (currency ~ '^[A-Z]{3}$');
  `);
}
