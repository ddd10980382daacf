import { type Knex } from "knex";

// Gigs are found by their words from now on: their documents are written by the job that follows this event.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$
    declare
      tenant uuid;
    begin
      for tenant in select id from tenants loop
        perform set_config('app.tenant_id', tenant::text, true);
        insert into outbox (tenant_id, id, name, fact, happened_at)
        select tenant, gen_random_uuid(), 'search.outdated', jsonb_build_object('kind', 'gigs', 'id', id), now()
        from gigs where tenant_id = tenant and is_visible;
      end loop;
      perform set_config('app.tenant_id', '', true);
    end $$;
  `);
}

export async function down(): Promise<void> {
  // Documents of a kind nobody knows are found by nobody.
}
