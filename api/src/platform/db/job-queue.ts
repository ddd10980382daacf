import { runMigrations } from "graphile-worker";
import type pg from "pg";

/**
 * Installs or updates the job queue's schema as `ownerUrl`, and gives the relay what a runner and `add_jobs` need.
 * Its tables come with row-level security and no policy, so each one gets a policy for the relay.
 */
export async function installJobQueue(admin: pg.ClientBase, ownerUrl: string): Promise<void> {
  await runMigrations({ connectionString: ownerUrl });
  await admin.query(`
    set role app_owner;
    grant usage on schema graphile_worker to app_relay;
    grant select, insert, update, delete on all tables in schema graphile_worker to app_relay;
    grant usage, select on all sequences in schema graphile_worker to app_relay;
    revoke execute on all functions in schema graphile_worker from public;
    grant execute on all functions in schema graphile_worker to app_relay;
    do $$
    declare
      closed regclass;
    begin
      for closed in
        select c.oid from pg_class c
        where c.relnamespace = 'graphile_worker'::regnamespace and c.relrowsecurity
          and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'relay_all')
      loop
        execute format('create policy relay_all on %s for all to app_relay using (true) with check (true)', closed);
      end loop;
    end $$;
    reset role;`);
}
