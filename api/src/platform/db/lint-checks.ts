// PostgreSQL prints the wall's condition in this one way; whatever prints differently is a different condition.
const WALL = "(tenant_id = ( SELECT app_tenant() AS app_tenant))";

/** What is wrong, and the query that finds where; every row is a hole. `tables`, `walled` and the lists come from lint.ts. */
export const catalogueChecks = {
  "has no tenant_id uuid not null": "select name as object from walled where tenant_id is null",

  // Search documents are owned by app_search and read through its functions, which the wall would slow 100 times.
  "row security is not enabled and forced": `
    select name as object from walled
    where not relrowsecurity or (not relforcerowsecurity and owner <> 'app_search')`,

  "has no policy for all commands that is exactly the tenant wall": `
    select name as object from walled t
    where not exists (
      select from pg_policy p
      where p.polrelid = t.oid and p.polcmd = '*' and p.polpermissive and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = '${WALL}' and pg_get_expr(p.polwithcheck, p.polrelid) = '${WALL}'
    )`,

  // Permissive policies are joined by OR: one more opens the wall for whomever it names.
  "has a policy that opens the tenant wall": `
    select t.name || '.' || p.polname as object
    from walled t join pg_policy p on p.polrelid = t.oid
    where p.polpermissive
      and not (p.polroles = array[to_regrole('app_operator')::oid] and p.polcmd = 'r')
      and not (p.polroles = array[to_regrole('app_relay')::oid] and t.is_relayed)
      and not (
        coalesce(pg_get_expr(p.polqual, p.polrelid), '${WALL}') = '${WALL}'
        and coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '${WALL}') = '${WALL}'
      )`,

  "is a key that does not begin with tenant_id": `
    select t.name || '.' || i.indexrelid::regclass as object
    from walled t join pg_index i on i.indrelid = t.oid
    where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from t.tenant_id`,

  "is a foreign key between tenants' tables that does not begin with tenant_id": `
    select t.name || '.' || k.conname as object
    from walled t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    join walled target on target.oid = k.confrelid
    where k.conkey[1] is distinct from t.tenant_id or k.confkey[1] is distinct from target.tenant_id`,

  "is a foreign key without an index that begins with its columns": `
    select t.name || '.' || k.conname as object
    from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
    where not exists (
      select from pg_index i
      where i.indrelid = t.oid and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey
    )`,

  // An operator that is not leakproof cannot be an index condition under row security: the index would never be used.
  "is an index that row security makes useless": `
    select distinct t.name || '.' || i.indexrelid::regclass as object
    from walled t
    join pg_index i on i.indrelid = t.oid and not i.indisexclusion
    join pg_class ic on ic.oid = i.indexrelid
    join pg_am am on am.oid = ic.relam
    cross join lateral unnest(i.indclass::oid[]) as used(opclass)
    join pg_opclass oc on oc.oid = used.opclass
    where t.owner <> 'app_search' and (
      am.amname <> 'btree' or exists (
        select from pg_amop ao
        join pg_operator o on o.oid = ao.amopopr
        join pg_proc f on f.oid = o.oprcode
        where ao.amopfamily = oc.opcfamily and ao.amoplefttype = oc.opcintype and ao.amoprighttype = oc.opcintype
          and ao.amopstrategy = 3 and not f.proleakproof
      )
    )`,

  "is a column numbered by a sequence": `
    select t.name || '.' || a.attname as object
    from walled t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
    where a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ 'nextval'`,

  "is a trigger, which tables distributed by tenant cannot have": `
    select t.name || '.' || g.tgname as object
    from walled t join pg_trigger g on g.tgrelid = t.oid and not g.tgisinternal`,

  "is not owned by app_owner, app_search or app_ledger": `
    select name as object from tables where owner not in ('app_owner', 'app_search', 'app_ledger')`,

  "is open to everybody": `
    select name as object from tables
    where exists (select from aclexplode(relacl) a where a.grantee = 0)`,

  "may be truncated, referenced or given triggers by a role that signs in": `
    select t.name || ' by ' || r.name as object from tables t cross join login_roles r
    where has_table_privilege(r.oid, t.oid, 'truncate, references, trigger')`,

  "may be written by app_operator": `
    select t.name as object from tables t cross join login_roles r
    where r.name = 'app_operator' and has_any_column_privilege(r.oid, t.oid, 'insert, update')
      or r.name = 'app_operator' and has_table_privilege(r.oid, t.oid, 'delete')`,

  "may be reached by app_relay and is not on its list": `
    select t.name as object from walled t cross join login_roles r
    where r.name = 'app_relay' and not t.is_relayed
      and (has_any_column_privilege(r.oid, t.oid, 'select, insert, update') or has_table_privilege(r.oid, t.oid, 'delete'))`,

  "is a view that runs with its owner's rights": `
    select c.relname as object from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not coalesce(c.reloptions::text[] && array['security_invoker=true', 'security_invoker=on'], false)
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')`,

  "is a materialized view, which row security never covers": `
    select relname as object from pg_class where relnamespace = 'public'::regnamespace and relkind = 'm'`,

  "runs with its owner's rights and is not on the list": `
    select p.proname as object from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and p.proname not in (select name from definers)`,

  "runs with its owner's rights and is not owned by app_search or app_ledger": `
    select p.proname as object from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and pg_get_userbyid(p.proowner) not in ('app_search', 'app_ledger')`,

  // With the temporary schema searched first, a caller's own table would be taken for ours.
  "runs with its owner's rights and does not fix its search path, pg_temp last": `
    select p.proname as object from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and not exists (select from unnest(p.proconfig) s where s ~ '^search_path=.*pg_temp"?$')`,

  "runs with its owner's rights and may be executed by everybody": `
    select p.proname as object from pg_proc p
    where p.pronamespace = 'public'::regnamespace and p.prosecdef
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,

  "is a role that passes row security": `
    select rolname as object from pg_roles where rolname ~ '^app_' and (rolsuper or rolbypassrls)`,

  "is a role that signs in and belongs to another": `
    select r.name as object from login_roles r join pg_auth_members m on m.member = r.oid`,

  "is a role that signs in and may create objects": `
    select name as object from login_roles
    where has_database_privilege(oid, current_database(), 'create, temporary')
      or has_schema_privilege(oid, 'public', 'create')`,

  "is the job queue, and app_rt may reach it": `
    select n.nspname as object from pg_namespace n cross join login_roles r
    where n.nspname = 'graphile_worker' and r.name = 'app_rt' and has_schema_privilege(r.oid, n.oid, 'usage')`,
} as const;

/** Name of a check. */
export type CatalogueCheck = keyof typeof catalogueChecks;
