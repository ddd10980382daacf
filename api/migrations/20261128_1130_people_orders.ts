import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Lists of people by price are of one currency.
    create index profiles_price on profiles (tenant_id, from_currency, from_amount_minor, member_id)
      where is_listed and from_currency is not null;
    create index profiles_newest on profiles (tenant_id, created_at desc, member_id desc) where is_listed;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index profiles_newest; drop index profiles_price;");
}
