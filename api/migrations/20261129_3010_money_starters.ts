import { type Knex } from "knex";

// Members of before there were credits get their starter like everybody who came later: once, by a timer of each site.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    do $$
    declare site uuid;
    begin
      for site in select id from tenants loop
        perform set_config('app.tenant_id', site::text, true);
        insert into timers (tenant_id, id, kind, subject_id, due_at)
        values (site, gen_random_uuid(), 'money.give_starters', site, now())
        on conflict do nothing;
      end loop;
      perform set_config('app.tenant_id', '', true);
    end $$;
  `);
}

export async function down(): Promise<void> {
  // What was given stays given.
}
