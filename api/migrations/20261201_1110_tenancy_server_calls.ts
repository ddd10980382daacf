import { type Knex } from "knex";
import { acrossTenants } from "../src/platform/db/isolation.ts";

/** How often one secret key may call in a minute; the enterprise plan leaves that to the site. */
const most = { free: 120, starter: 300, professional: 1200 } as const;
const metric = "tenancy.server_calls_per_minute";

export async function up(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["plans"], async () => {
    for (const [plan, calls] of Object.entries(most))
      // What an operator wrote stays.
      await knex.raw("update plans set limits = ?::jsonb || limits, updated_at = now() where key = ?", [
        JSON.stringify({ [metric]: calls }),
        plan,
      ]);
  });
}

export async function down(knex: Knex): Promise<void> {
  await acrossTenants(knex, ["plans"], () =>
    knex.raw("update plans set limits = limits - ?::text, updated_at = now()", [metric]),
  );
}
