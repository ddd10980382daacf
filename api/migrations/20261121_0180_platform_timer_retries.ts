import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A timer that failed is tried again, for ever.
    create index timers_failed on timers (claimed_at) where state = 'failed';
    -- What is over is deleted after some days.
    create index timers_over on timers (claimed_at) where state in ('done', 'cancelled');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop index timers_over; drop index timers_failed;");
}
