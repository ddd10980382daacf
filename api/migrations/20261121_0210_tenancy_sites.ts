import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index tenants_parent_id;
    -- A live tenant has one sandbox.
    create unique index tenants_one_sandbox on tenants (parent_id) where parent_id is not null;
    -- A preflight request names an origin and no tenant.
    create index tenants_allowed_origins on tenants
      using gin ((settings -> 'tenancy' -> 'allowedOrigins') jsonb_path_ops);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index tenants_allowed_origins;
    drop index tenants_one_sandbox;
    create index tenants_parent_id on tenants (parent_id) where parent_id is not null;
  `);
}
