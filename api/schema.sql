-- The schema as the migrations leave it, printed from the catalogue by `npm run schema`.

create extension btree_gist;
create extension citext;
create extension pg_trgm;
create extension pgcrypto;
create extension unaccent;

CREATE OR REPLACE FUNCTION public.app_tenant()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid
;
comment on function app_tenant() is 'The tenant this transaction works for; null when none was set, and then no tenant row is visible.';
CREATE OR REPLACE FUNCTION public.ledger_explain(groups jsonb)
 RETURNS void
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    declare
      tenant uuid := app_tenant();
      wrong record;
    begin
      select w.id, w.pending_id, t.id is not null as is_known, p.id is not null as is_resolved into wrong
      from jsonb_to_recordset(groups) as g(transfers jsonb, order_id uuid, payment_id uuid)
      cross join jsonb_to_recordset(g.transfers)
        as w(id uuid, debit uuid, credit uuid, amount bigint, state text, pending_id uuid, reverses_id uuid)
      left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.id limit 1) t on true
      left join lateral (
        select id from ledger_transfers where tenant_id = tenant and pending_id = w.pending_id limit 1) p on true
      where (t.debit_account_id, t.credit_account_id, t.amount, t.state, t.pending_id, t.reverses_id, t.order_id, t.payment_id)
        is distinct from (w.debit, w.credit, w.amount, w.state, w.pending_id, w.reverses_id, g.order_id, g.payment_id)
      order by w.id
      limit 1;
      if not found then
        return;
      elsif wrong.is_known then
        raise exception 'transfer % was recorded with another content', wrong.id using errcode = 'TL001';
      elsif wrong.is_resolved then
        raise exception 'transfer % is no longer pending', wrong.pending_id using errcode = 'TL002';
      end if;
      raise exception 'transfer % names another unit, an unknown promise or more than was promised', wrong.id
        using errcode = 'TL003';
    end $function$
;
alter function ledger_explain(jsonb) owner to app_ledger;
revoke execute on function ledger_explain(jsonb) from public;
comment on function ledger_explain(jsonb) is 'Raises why a transfer was not recorded; returns when all of them had been recorded before.';
CREATE OR REPLACE FUNCTION public.ledger_move_lots(recorded uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
AS $function$
    declare
      tenant uuid := app_tenant();
      moved record;
      lot record;
      left_over bigint;
    begin
      -- What arrives before what leaves, so that one call may bring and spend in any order.
      for moved in
        select t.id, t.amount, t.state, t.happened_at, t.reverses_id, t.credit_account_id, c.kind = 'wallet' as is_arrival,
          coalesce(p.lot_expires_at, t.lot_expires_at) as lot_expires_at,
          case
            when t.pending_id is not null and d.kind = 'wallet' then p.amount - case t.state when 'posted' then t.amount else 0 end
            when t.reverses_id is not null and c.kind = 'wallet' then t.amount
            else 0
          end as returns,
          case when t.pending_id is not null then t.pending_id else coalesce(r.pending_id, r.id) end as spent_by
        from ledger_transfers t
        join ledger_accounts d on d.tenant_id = tenant and d.id = t.debit_account_id
        join ledger_accounts c on c.tenant_id = tenant and c.id = t.credit_account_id
        left join ledger_transfers p on p.tenant_id = tenant and p.id = t.pending_id
        left join ledger_transfers r on r.tenant_id = tenant and r.id = t.reverses_id
        where t.tenant_id = tenant and t.id = any (recorded) and t.state <> 'pending'
        order by t.id
      loop
        if moved.is_arrival and moved.state = 'posted' and moved.reverses_id is null then
          insert into ledger_lots (tenant_id, id, account_id, amount, remaining, opened_at, expires_at)
          values (tenant, moved.id, moved.credit_account_id, moved.amount, moved.amount, moved.happened_at, moved.lot_expires_at);
        end if;
        left_over := moved.returns;
        for lot in
          select u.lot_id as id, u.amount - u.returned as spent
          from ledger_lot_uses u join ledger_lots l on l.tenant_id = tenant and l.id = u.lot_id
          where u.tenant_id = tenant and u.transfer_id = moved.spent_by and u.returned < u.amount
          order by l.expires_at desc nulls first, l.opened_at desc, l.id desc
        loop
          exit when left_over = 0;
          update ledger_lot_uses set returned = returned + least(left_over, lot.spent)
          where tenant_id = tenant and transfer_id = moved.spent_by and lot_id = lot.id;
          update ledger_lots set remaining = remaining + least(left_over, lot.spent),
            -- Its time ended while it was promised to somebody: whoever gets it back can still use it.
            expires_at = case when expires_at <= moved.happened_at then moved.happened_at + interval '30 days' else expires_at end
          where tenant_id = tenant and id = lot.id;
          left_over := left_over - least(left_over, lot.spent);
        end loop;
        if left_over > 0 then
          raise exception 'transfer % brings back more than was spent', moved.id using errcode = 'TL004';
        end if;
      end loop;

      for moved in
        select t.id, t.debit_account_id, t.amount, t.happened_at, coalesce(t.lot_id, r.id) as only_lot
        from ledger_transfers t
        join ledger_accounts d on d.tenant_id = tenant and d.id = t.debit_account_id and d.kind = 'wallet'
        left join ledger_transfers r on r.tenant_id = tenant and r.id = t.reverses_id
        where t.tenant_id = tenant and t.id = any (recorded) and t.pending_id is null
        order by t.id
      loop
        left_over := moved.amount;
        for lot in
          select id, remaining from ledger_lots
          where tenant_id = tenant and account_id = moved.debit_account_id and remaining > 0
            and (moved.only_lot is null or id = moved.only_lot)
          order by expires_at nulls last, opened_at, id
        loop
          exit when left_over = 0;
          update ledger_lots set remaining = remaining - least(left_over, lot.remaining)
          where tenant_id = tenant and id = lot.id;
          insert into ledger_lot_uses (tenant_id, transfer_id, lot_id, amount, spent_at)
          values (tenant, moved.id, lot.id, least(left_over, lot.remaining), moved.happened_at);
          left_over := left_over - least(left_over, lot.remaining);
        end loop;
        if left_over > 0 then
          raise exception 'transfer % takes more of a lot than is left of it', moved.id using errcode = 'TL005';
        end if;
      end loop;

      -- Tables distributed by tenant have no triggers, so the only writer checks itself.
      if exists (
        select from ledger_accounts a
        where a.tenant_id = tenant and a.kind = 'wallet' and a.id in (
          select unnest(array[t.debit_account_id, t.credit_account_id]) from ledger_transfers t
          where t.tenant_id = tenant and t.id = any (recorded))
        and a.credits_posted - a.debits_posted - a.debits_pending <> (
          select coalesce(sum(l.remaining), 0) from ledger_lots l
          where l.tenant_id = tenant and l.account_id = a.id and l.remaining > 0)
      ) then
        raise exception 'the lots of a wallet do not sum to its balance' using errcode = 'check_violation';
      end if;
    end $function$
;
alter function ledger_move_lots(uuid[]) owner to app_ledger;
revoke execute on function ledger_move_lots(uuid[]) from public;
comment on function ledger_move_lots(uuid[]) is 'Opens, empties and refills the lots of the wallets that the recorded transfers touch; their accounts are locked by ledger_post.';
CREATE OR REPLACE FUNCTION public.ledger_post(groups jsonb)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    declare
      tenant uuid := app_tenant();
      transaction_number bigint := pg_current_xact_id()::text;
      ids uuid[]; debit_ids uuid[]; credit_ids uuid[]; amounts bigint[]; states text[]; pending_ids uuid[];
      causes text[]; order_ids uuid[]; payment_ids uuid[]; times timestamptz[];
      reversed_ids uuid[]; lot_ids uuid[]; lot_ends timestamptz[];
      recorded_ids uuid[]; moves_lots boolean;
      changed uuid[]; debits bigint[]; credits bigint[]; reserved bigint[]; expected bigint[];
    begin
      if tenant is null then
        raise exception 'ledger_post needs a tenant';
      end if;

      select array_agg(t.id), array_agg(t.debit), array_agg(t.credit), array_agg(t.amount), array_agg(t.state),
        array_agg(t.pending_id), array_agg(g.cause), array_agg(g.order_id), array_agg(g.payment_id), array_agg(g.happened_at),
        array_agg(t.reverses_id), array_agg(t.lot_id), array_agg(t.lot_expires_at)
      into ids, debit_ids, credit_ids, amounts, states, pending_ids, causes, order_ids, payment_ids, times,
        reversed_ids, lot_ids, lot_ends
      from jsonb_to_recordset(groups)
          as g(cause text, order_id uuid, payment_id uuid, happened_at timestamptz, transfers jsonb),
        jsonb_to_recordset(g.transfers)
          as t(id uuid, debit uuid, credit uuid, amount bigint, state text, pending_id uuid, reverses_id uuid, lot_id uuid,
            lot_expires_at timestamptz);

      insert into ledger_accounts (tenant_id, id, kind, owner, unit, opened_at)
      select distinct on (a.id) tenant, a.id, a.kind, a.owner, a.unit, g.happened_at
      from jsonb_to_recordset(groups) as g(happened_at timestamptz, accounts jsonb),
        jsonb_to_recordset(g.accounts) as a(id uuid, kind text, owner text, unit text)
      order by a.id
      on conflict do nothing;

      -- One order for everybody, accounts before transfers: crossing calls wait for each other and never in a circle.
      select coalesce(bool_or(kind = 'wallet'), false) into moves_lots from (
        select kind from ledger_accounts
        where tenant_id = tenant and is_guarded and id = any (debit_ids || credit_ids)
        order by id
        for no key update
      ) locked;

      with entries as (
        insert into ledger_transfers (tenant_id, id, debit_account_id, credit_account_id, unit, amount, state, pending_id,
          cause, order_id, payment_id, happened_at, recorded_in, reverses_id, lot_id, lot_expires_at)
        select tenant, w.id, w.debit, w.credit, d.unit, w.amount, w.state, w.pending_id,
          w.cause, w.order_id, w.payment_id, w.happened_at, transaction_number, w.reverses_id, w.lot_id, w.lot_expires_at
        from unnest(ids, debit_ids, credit_ids, amounts, states, pending_ids, causes, order_ids, payment_ids, times,
            reversed_ids, lot_ids, lot_ends)
          as w(id, debit, credit, amount, state, pending_id, cause, order_id, payment_id, happened_at,
            reverses_id, lot_id, lot_expires_at)
        -- "limit 1" keeps these look-ups by key, one per transfer.
        cross join lateral (select * from ledger_accounts where tenant_id = tenant and id = w.debit limit 1) d
        cross join lateral (select * from ledger_accounts where tenant_id = tenant and id = w.credit limit 1) c
        left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.pending_id limit 1) p on true
        left join lateral (select * from ledger_transfers where tenant_id = tenant and id = w.reverses_id limit 1) r on true
        where c.unit = d.unit and case
          when w.reverses_id is not null then w.pending_id is null and w.state = 'posted' and (d.is_guarded or c.is_guarded)
            and r.state = 'posted' and r.debit_account_id = w.credit and r.credit_account_id = w.debit
          when w.pending_id is not null then p.state = 'pending' and p.debit_account_id = w.debit and p.credit_account_id = w.credit
            and (w.amount = p.amount or w.state = 'posted' and w.amount < p.amount)
          when w.state = 'pending' then d.is_guarded or c.is_guarded
          else w.state = 'posted'
        end
        order by w.id
        on conflict do nothing
        returning id, debit_account_id, credit_account_id, amount, state, pending_id
      ),
      changes as (
        select change.account_id, sum(change.debits_posted)::bigint as debits_posted,
          sum(change.credits_posted)::bigint as credits_posted, sum(change.debits_pending)::bigint as debits_pending,
          sum(change.credits_pending)::bigint as credits_pending
        from (
          select e.*, case e.state when 'posted' then e.amount else 0 end as posted,
            case when e.state = 'pending' then e.amount when e.pending_id is not null then -p.amount else 0 end as pending
          from entries e
          left join lateral (select amount from ledger_transfers where tenant_id = tenant and id = e.pending_id limit 1) p on true
        ) moved
        cross join lateral (values
          (moved.debit_account_id, moved.posted, 0, moved.pending, 0),
          (moved.credit_account_id, 0, moved.posted, 0, moved.pending)
        ) as change(account_id, debits_posted, credits_posted, debits_pending, credits_pending)
        group by change.account_id
      )
      select array(select id from entries), array_agg(account_id), array_agg(debits_posted), array_agg(credits_posted),
        array_agg(debits_pending), array_agg(credits_pending)
      into recorded_ids, changed, debits, credits, reserved, expected
      from changes;

      -- Apart from the statement above: joined to it, a plan may read all of the tenant's accounts to find a handful.
      update ledger_accounts a set
        debits_posted = a.debits_posted + debits[array_position(changed, a.id)],
        credits_posted = a.credits_posted + credits[array_position(changed, a.id)],
        debits_pending = a.debits_pending + reserved[array_position(changed, a.id)],
        credits_pending = a.credits_pending + expected[array_position(changed, a.id)]
      where a.tenant_id = tenant and a.id = any (changed) and a.is_guarded;

      if moves_lots and cardinality(recorded_ids) > 0 then
        perform ledger_move_lots(recorded_ids);
      end if;
      -- The accounts are locked, so everything that was brought back before is seen here.
      if cardinality(array_remove(reversed_ids, null)) > 0 and exists (
        select from ledger_transfers r
        where r.tenant_id = tenant and r.id = any (reversed_ids)
          and r.amount < (select sum(t.amount) from ledger_transfers t where t.tenant_id = tenant and t.reverses_id = r.id)
      ) then
        raise exception 'more is brought back than was moved' using errcode = 'TL004';
      end if;

      if cardinality(recorded_ids) < cardinality(ids) then
        perform ledger_explain(groups);
      end if;
      return cardinality(recorded_ids);
    end $function$
;
alter function ledger_post(jsonb) owner to app_ledger;
revoke execute on function ledger_post(jsonb) from public;
grant execute on function ledger_post(jsonb) to app_rt;
comment on function ledger_post(jsonb) is 'Records groups of transfers, all or none; a transfer recorded before with the same content is passed over. The only writer of the ledger; called once, last before commit.';
CREATE OR REPLACE FUNCTION public.ledger_snapshot(at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      tenant uuid := app_tenant();
      -- Every transaction with a smaller number is over; the statement below sees what they recorded, and all of it.
      horizon bigint := pg_snapshot_xmin(pg_current_snapshot())::text;
      here bigint := (select system_identifier from pg_control_system());
      taken integer;
    begin
      if tenant is null then
        raise exception 'ledger_snapshot needs a tenant';
      end if;
      insert into ledger_snapshots as known
        (tenant_id, account_id, debits_posted, credits_posted, covers_before, cluster, taken_at)
      select tenant, a.id, coalesce(old.debits_posted, 0) + d.amount, coalesce(old.credits_posted, 0) + c.amount, horizon, here, at
      from ledger_accounts a
      left join ledger_snapshots old on old.tenant_id = tenant and old.account_id = a.id and old.cluster = here
      cross join lateral (
        select coalesce(sum(t.amount), 0) as amount from ledger_transfers t
        where t.tenant_id = tenant and t.debit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(old.covers_before, 0) and t.recorded_in < horizon) d
      cross join lateral (
        select coalesce(sum(t.amount), 0) as amount from ledger_transfers t
        where t.tenant_id = tenant and t.credit_account_id = a.id and t.state = 'posted'
          and t.recorded_in >= coalesce(old.covers_before, 0) and t.recorded_in < horizon) c
      where a.tenant_id = tenant and not a.is_guarded
      on conflict (tenant_id, account_id) do update set
        debits_posted = excluded.debits_posted, credits_posted = excluded.credits_posted,
        covers_before = excluded.covers_before, cluster = excluded.cluster, taken_at = excluded.taken_at
      where known.cluster <> excluded.cluster or known.covers_before < excluded.covers_before;
      get diagnostics taken = row_count;
      return taken;
    end $function$
;
alter function ledger_snapshot(timestamp with time zone) owner to app_ledger;
revoke execute on function ledger_snapshot(timestamp with time zone) from public;
grant execute on function ledger_snapshot(timestamp with time zone) to app_rt;
comment on function ledger_snapshot(timestamp with time zone) is 'Brings the sums of the tenant''s unguarded accounts up to what is final, so that their balances stay quick to read.';
CREATE OR REPLACE FUNCTION public.search_code(tenant uuid, kind text, word text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select (hashtextextended(kind || ' ' || word, hashtextextended(tenant::text, 0)) & 2147483647)::integer $function$
;
alter function search_code(uuid,text,text) owner to app_search;
revoke execute on function search_code(uuid,text,text) from public;
comment on function search_code(uuid,text,text) is 'The number that stands for a word of one tenant and kind. Two words share one once in thousands of millions of times.';
CREATE OR REPLACE FUNCTION public.search_codes(tenant uuid, kind text, words text[])
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$ select coalesce(array_agg(search_code(tenant, kind, word)), '{}') from unnest(words) word $function$
;
alter function search_codes(uuid,text,text[]) owner to app_search;
revoke execute on function search_codes(uuid,text,text[]) from public;
comment on function search_codes(uuid,text,text[]) is 'The numbers that stand for words of one tenant and kind.';
CREATE OR REPLACE FUNCTION public.search_count(counted_kind text, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      tenant uuid := app_tenant();
      waiting integer;
    begin
      delete from search_documents
      where tenant_id = tenant and kind = counted_kind and not is_shown and version = 9007199254740991
        and updated_at < moment - interval '1 day';

      with counted as materialized (
        select code, count(*)::integer as documents
        from search_documents d, unnest(d.codes) code
        where d.tenant_id = tenant and d.kind = counted_kind and d.is_shown
        group by code
      ), found as materialized (
        select w.word, coalesce(c.documents, -1) as documents
        from search_words w left join counted c using (code)
        where w.tenant_id = tenant and w.kind = counted_kind
        order by w.word
        for update of w
      ), forgotten as (
        delete from search_words w using found f
        where f.documents = -1 and w.tenant_id = tenant and w.kind = counted_kind and w.word = f.word and w.documents = -1
      )
      update search_words w set documents = f.documents, updated_at = moment
      from found f
      where w.tenant_id = tenant and w.kind = counted_kind and w.word = f.word and w.documents <> f.documents;

      select count(*) into waiting from search_words
      where tenant_id = tenant and kind = counted_kind and documents = -1;
      return waiting;
    end $function$
;
alter function search_count(text,timestamp with time zone) owner to app_search;
revoke execute on function search_count(text,timestamp with time zone) from public;
grant execute on function search_count(text,timestamp with time zone) to app_rt;
comment on function search_count(text,timestamp with time zone) is 'Counts in how many documents each word stands. A word of none is forgotten when it is found so twice; answers how many wait for that.';
CREATE OR REPLACE FUNCTION public.search_find(asked_kind text, words jsonb, filters jsonb, without uuid[], facets text[], sort_field text, descending boolean, skipped integer, taken integer)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET jit TO 'off'
 SET work_mem TO '32MB'
AS $function$
    declare
      tenant uuid := app_tenant();
      -- From so many documents of its rarest word on, a question has more answers than are worth ranking.
      many constant integer := 3000;
      conditions text;
      titled text := '';
      score text := '0';
      sorting text := '';
      crowded boolean := sort_field is null and jsonb_array_length(words) > 0;
      columns text := '';
      alike text := 'tags';
      passes text := 'true';
      counts text := '';
      others text;
      tallied text;
      one jsonb;
      same integer[];
      near integer[];
      condition text;
      narrowed text[] := '{}';
      field text;
      result jsonb;
    begin
      if tenant is null then
        raise exception 'search_find needs a tenant';
      end if;
      conditions := format('d.tenant_id = %L and d.kind = %L and d.is_shown', tenant, asked_kind);
      if cardinality(without) > 0 then
        conditions := conditions || format(' and d.id <> all(%L::uuid[])', without);
      end if;

      for one in select * from jsonb_array_elements(words) loop
        same := search_codes(tenant, asked_kind, array(select jsonb_array_elements_text(one->'same')));
        near := search_codes(tenant, asked_kind, array(select jsonb_array_elements_text(one->'near')));
        -- How often Chinese characters stand is not counted.
        crowded := crowded and coalesce((one->>'documents')::integer, many) >= many;
        conditions := conditions || format(' and d.codes && %L::integer[]', same || near);
        titled := titled || format(' and d.strong && %L::integer[]', same || near);
        score := score || format(' + %s * case when d.strong && %L::integer[] then 6', (one->>'weight')::float8, same);
        if cardinality(near) > 0 then
          score := score || format(' when d.strong && %L::integer[] then 5', near);
        end if;
        score := score || format(' when d.middle && %L::integer[] then 4', same);
        if cardinality(near) > 0 then
          score := score || format(' when d.middle && %L::integer[] then 3', near);
        end if;
        score := score || ' else 2 end';
      end loop;

      for one in select * from jsonb_array_elements(filters) loop
        field := one->>'field';
        if one->'anyOf' is not null then
          condition := format('%s && %L::integer[]', case when field = any(facets) then 'd.tags' else 'd.codes' end, search_codes(
            tenant, asked_kind, array(select '=' || field || '=' || value from jsonb_array_elements_text(one->'anyOf') value)));
        else
          condition := concat_ws(' and ', 'true',
            format('(d.numbers->>%L)::float8 >= ', field) || (one->>'atLeast')::float8,
            format('(d.numbers->>%L)::float8 <= ', field) || (one->>'atMost')::float8);
        end if;
        if field = any(facets) then
          narrowed := narrowed || field;
          columns := columns || format(', %s as pass%s', condition, cardinality(narrowed));
          passes := passes || format(' and pass%s', cardinality(narrowed));
          alike := alike || format(', pass%s', cardinality(narrowed));
        else
          conditions := conditions || ' and ' || condition;
        end if;
      end loop;

      foreach field in array facets loop
        if field = any(narrowed) then
          select coalesce(string_agg(format('pass%s', at), ' and '), 'true') into others
          from unnest(narrowed) with ordinality as n(name, at) where name <> field;
          tallied := format('(select tag, sum(n) as count from alike, unnest(tags) tag where %s group by tag)', others);
        else
          tallied := 'tallied';
        end if;
        counts := counts || format($facet$
          || jsonb_build_object(%1$L, (
            select coalesce(jsonb_agg(jsonb_build_object('value', c.value, 'count', c.count) order by c.count desc, c.value), '[]')
            from (
              select substr(w.word, %2$s) as value, t.count
              from search_words w join %3$s t on t.tag = w.code
              where w.tenant_id = %4$L and w.kind = %5$L and w.word > %6$L collate "C" and w.word < %6$L || chr(1114111) collate "C"
              order by 2 desc, 1 limit 500
            ) c))$facet$, field, length(field) + 3, tallied, tenant, asked_kind, '=' || field || '=');
      end loop;

      if sort_field is not null then
        columns := columns || format(', (d.numbers->>%L)::float8 as sorted', sort_field);
        sorting := case when descending then 'sorted desc nulls last, ' else 'sorted nulls last, ' end;
      elsif titled <> '' then
        -- What says all in its title comes first, so that a page full of such ones needs no look at the others.
        columns := columns || format(', %s as is_titled', substr(titled, 6));
        sorting := 'is_titled desc, ';
      end if;
      execute format($query$
        with matched as %1$s (
          select d.id, d.standing, d.tags, %2$s as score%3$s from search_documents d where %4$s
        ), titled as materialized (
          select id, row_number() over () as place from (
            select id from matched m where %5$s and %6$s order by score desc, standing desc, id limit %7$s offset %8$s
          ) m
        ), ranked as (
          select id, row_number() over () as place from (
            select id from matched where (select count(*) from titled) < %7$s and %6$s
            order by %9$s score desc, standing desc, id limit %7$s offset %8$s
          ) m
        ), found as (
          select id, place from titled where (select count(*) from titled) = %7$s union all select id, place from ranked
        ), alike as materialized (
          select %10$s, count(*) as n from matched group by %10$s
        ), tallied as materialized (
          select tag, sum(n) as count from alike, unnest(tags) tag where %6$s group by tag
        )
        select jsonb_build_object(
          'total', (select coalesce(sum(n), 0) from alike where %6$s),
          'ids', (select coalesce(jsonb_agg(f.id order by f.place), '[]') from found f),
          'facets', '{}'::jsonb%11$s
        )$query$,
        case when crowded then 'not materialized' else 'materialized' end,
        score, columns, conditions,
        case when crowded then 'is_titled' else 'false' end,
        passes, taken, skipped, sorting, alike, counts)
      into result;
      return result;
    end $function$
;
alter function search_find(text,jsonb,jsonb,uuid[],text[],text,boolean,integer,integer) owner to app_search;
revoke execute on function search_find(text,jsonb,jsonb,uuid[],text[],text,boolean,integer,integer) from public;
grant execute on function search_find(text,jsonb,jsonb,uuid[],text[],text,boolean,integer,integer) to app_rt;
comment on function search_find(text,jsonb,jsonb,uuid[],text[],text,boolean,integer,integer) is 'The documents of the tenant that hold all needed words and pass the filters, the best first, with how many there are and of each facet.';
CREATE OR REPLACE FUNCTION public.search_ids(asked_kind text, after uuid, most integer)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select id from search_documents
      where tenant_id = app_tenant() and kind = asked_kind and (after is null or id > after)
      order by id limit most
    $function$
;
alter function search_ids(text,uuid,integer) owner to app_search;
revoke execute on function search_ids(text,uuid,integer) from public;
grant execute on function search_ids(text,uuid,integer) to app_rt;
comment on function search_ids(text,uuid,integer) is 'The things of a kind the search knows, in the order of their ids.';
CREATE OR REPLACE FUNCTION public.search_lookup(asked_kind text, asked text[], stems text[], may_end_early boolean)
 RETURNS TABLE(at integer, word text, documents integer, how text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    declare
      tenant uuid := app_tenant();
      sought text;
      is_known boolean;
    begin
      for i in 1 .. cardinality(asked) loop
        sought := asked[i];
        is_known := false;
        for word, documents in
          select w.word, greatest(w.documents, 0) from search_words w
          where w.tenant_id = tenant and w.kind = asked_kind and w.word in (sought, stems[i])
        loop
          at := i; how := 'same'; is_known := true;
          return next;
        end loop;
        if not is_known or (may_end_early and i = cardinality(asked)) then
          for word, documents in
            select w.word, greatest(w.documents, 0) from search_words w
            where w.tenant_id = tenant and w.kind = asked_kind
              and w.word > sought collate "C" and w.word < (sought || chr(1114111)) collate "C"
            order by w.documents desc, w.word limit 50
          loop
            at := i; how := 'begins'; is_known := true;
            return next;
          end loop;
        end if;
        continue when is_known or length(sought) < 4 or sought ~ '[0-9]';
        for word, documents in
          select w.word, greatest(w.documents, 0) from search_words w
          where w.slips && search_slips(tenant, asked_kind, sought) and w.tenant_id = tenant and w.kind = asked_kind
          order by w.documents desc, w.word limit 100
        loop
          at := i; how := 'slips'; is_known := true;
          return next;
        end loop;
        continue when is_known or length(sought) < 8;
        for word, documents in
          select w.word, greatest(w.documents, 0) from search_words w
          where w.tenant_id = tenant and w.kind = asked_kind and not starts_with(w.word, '=') and length(w.word) between length(sought) - 2 and length(sought) + 2
            and similarity(w.word, sought) >= 0.4
          order by similarity(w.word, sought) desc, w.word limit 10
        loop
          at := i; how := 'resembles';
          return next;
        end loop;
      end loop;
    end $function$
;
alter function search_lookup(text,text[],text[],boolean) owner to app_search;
revoke execute on function search_lookup(text,text[],text[],boolean) from public;
grant execute on function search_lookup(text,text[],text[],boolean) to app_rt;
comment on function search_lookup(text,text[],text[],boolean) is 'What each word somebody typed may mean: itself, words that begin with it, else those one slip away, else those that look like it.';
CREATE OR REPLACE FUNCTION public.search_phrases(asked_kind text, asked uuid[])
 RETURNS TABLE(id uuid, phrases text[])
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select d.id, d.phrases from search_documents d
      where d.tenant_id = app_tenant() and d.kind = asked_kind and d.id = any(asked) and d.is_shown
    $function$
;
alter function search_phrases(text,uuid[]) owner to app_search;
revoke execute on function search_phrases(text,uuid[]) from public;
grant execute on function search_phrases(text,uuid[]) to app_rt;
comment on function search_phrases(text,uuid[]) is 'What is suggested of things that may be found.';
CREATE OR REPLACE FUNCTION public.search_put(documents jsonb, moment timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
 SET enable_seqscan TO 'off'
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
    declare
      tenant uuid := app_tenant();
      written integer;
    begin
      if tenant is null then
        raise exception 'search_put needs a tenant';
      end if;
      with given as (
        select * from jsonb_to_recordset(documents) as g(
          kind text, id uuid, version bigint, is_shown boolean, strong text[], middle text[], weak text[],
          tags text[], forms jsonb, numbers jsonb, standing double precision, phrases text[])
      ), put as (
        insert into search_documents as d (tenant_id, kind, id, version, is_shown, codes, strong, middle, tags, numbers,
          standing, phrases, created_at, updated_at)
        select tenant, kind, id, version, is_shown, search_codes(tenant, kind, weak || middle || strong || tags),
          search_codes(tenant, kind, strong), search_codes(tenant, kind, middle), search_codes(tenant, kind, tags), numbers, standing, phrases,
          moment, moment
        from given
        order by kind, id
        on conflict (tenant_id, kind, id) do update
        set version = excluded.version, is_shown = excluded.is_shown, codes = excluded.codes, strong = excluded.strong,
          middle = excluded.middle, tags = excluded.tags, numbers = excluded.numbers, standing = excluded.standing,
          phrases = excluded.phrases, updated_at = moment
        where d.version <= excluded.version
        returning kind, id
      ), words as (
        insert into search_words (tenant_id, kind, word, code, slips, created_at, updated_at)
        select tenant, w.kind, w.word, search_code(tenant, w.kind, w.stem),
          case when starts_with(w.word, '=') then '{}' else search_slips(tenant, w.kind, w.word) end, moment, moment
        from (
          select distinct g.kind, form.key as word, form.value as stem
          from given g join put using (kind, id), jsonb_each_text(g.forms) form
        ) w
        where not coalesce((
          -- One look into the index for each word: a join would be planned while there are none, and read all of them for ever.
          select known.documents >= 0 from search_words known
          where known.tenant_id = tenant and known.kind = w.kind and known.word = w.word
        ), false)
        order by w.kind, w.word
        on conflict (tenant_id, kind, word) do update set documents = 0, updated_at = moment where search_words.documents < 0
      )
      select count(*) into written from put;
      return written;
    end $function$
;
alter function search_put(jsonb,timestamp with time zone) owner to app_search;
revoke execute on function search_put(jsonb,timestamp with time zone) from public;
grant execute on function search_put(jsonb,timestamp with time zone) to app_rt;
comment on function search_put(jsonb,timestamp with time zone) is 'Writes documents of the tenant, except those of which a newer version is known; answers how many.';
CREATE OR REPLACE FUNCTION public.search_slips(tenant uuid, kind text, word text)
 RETURNS integer[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
AS $function$
      select array_agg(distinct search_code(tenant, kind, '-' || slip))
      from (
        select word as slip
        union all
        select overlay(word placing '' from at for 1) from generate_series(1, length(word)) at where length(word) >= 4
      ) slips
    $function$
;
alter function search_slips(uuid,text,text) owner to app_search;
revoke execute on function search_slips(uuid,text,text) from public;
comment on function search_slips(uuid,text,text) is 'A word and what is left of it when one letter is missing; of words under four letters only the word.';
CREATE OR REPLACE FUNCTION public.search_versions(asked_kind text, asked uuid[])
 RETURNS TABLE(id uuid, version bigint, is_shown boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
      select d.id, d.version, d.is_shown from search_documents d
      where d.tenant_id = app_tenant() and d.kind = asked_kind and d.id = any(asked)
    $function$
;
alter function search_versions(text,uuid[]) owner to app_search;
revoke execute on function search_versions(text,uuid[]) from public;
grant execute on function search_versions(text,uuid[]) to app_rt;
comment on function search_versions(text,uuid[]) is 'Which states of things the search knows, and whether they may be found.';

create table account_tenants (
  account_id uuid not null,
  tenant_id uuid not null,
  created_at timestamp with time zone not null,
  constraint account_tenants_pkey PRIMARY KEY (account_id, tenant_id),
  constraint account_tenants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint account_tenants_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX account_tenants_tenant_id ON public.account_tenants USING btree (tenant_id);
grant select on account_tenants to app_operator;
grant delete, insert, select on account_tenants to app_rt;
comment on table account_tenants is 'In which tenants to look for an account''s memberships. Global: it is read before a tenant is chosen.';

create table accounts (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  is_operator boolean not null default false,
  status text not null default 'active'::text,
  locale text not null default 'en'::text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint accounts_pkey PRIMARY KEY (id),
  constraint accounts_email_key UNIQUE (email),
  constraint accounts_email_check CHECK ((email = lower(email))),
  constraint accounts_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint accounts_status_check CHECK ((status = ANY (ARRAY['active'::text, 'deactivated'::text])))
);
grant select (id, email, name, is_operator, status, locale, created_at) on accounts to app_operator;
grant insert, select, update on accounts to app_rt;
comment on table accounts is 'People who sign in to the admin app. Global: one person may belong to several tenants.';
comment on column accounts.version is 'Raised to end every access token at once.';

create table alerts (
  id uuid not null default gen_random_uuid(),
  rule text not null,
  value double precision not null,
  opened_at timestamp with time zone not null,
  opening_told_at timestamp with time zone,
  ended_at timestamp with time zone,
  ending_told_at timestamp with time zone,
  constraint alerts_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX alerts_one_open ON public.alerts USING btree (rule) WHERE (ended_at IS NULL);
CREATE INDEX alerts_opened_at ON public.alerts USING btree (opened_at DESC, id);
grant select on alerts to app_operator;
grant delete, insert, select, update on alerts to app_relay;
grant select on alerts to app_rt;
comment on table alerts is 'Incidents of the installation, from the first sign to the recovery; wall clock.';

create table api_keys (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  hash text not null,
  hint text not null,
  token text,
  signing_id text,
  sealed_signing_key text,
  scopes text[] not null default '{}'::text[],
  created_by text not null,
  last_used_at timestamp with time zone,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  replaced_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint api_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint api_keys_tenant_id_hash_key UNIQUE (tenant_id, hash),
  constraint api_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint api_keys_kind_check CHECK ((kind = ANY (ARRAY['publishable'::text, 'secret'::text]))),
  constraint api_keys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint api_keys_secret_is_hidden CHECK (((kind = 'publishable'::text) = (token IS NOT NULL))),
  constraint api_keys_secret_signs CHECK (((kind = 'secret'::text) = ((signing_id IS NOT NULL) AND (sealed_signing_key IS NOT NULL))))
);
CREATE INDEX api_keys_signing_id ON public.api_keys USING btree (tenant_id, signing_id) WHERE (signing_id IS NOT NULL);
alter table api_keys enable row level security;
alter table api_keys force row level security;
create policy tenant_only on api_keys using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant insert, select, update on api_keys to app_rt;
comment on table api_keys is 'Publishable keys name a site in browsers, secret keys speak for its servers.';
comment on column api_keys.hash is 'SHA-256 of the key; its 192 random bits cannot be guessed.';
comment on column api_keys.hint is 'Beginning and end of the key, to recognise it by.';
comment on column api_keys.token is 'The key itself, of publishable keys only: everybody may see those.';
comment on column api_keys.signing_id is 'The kid of member tokens that the tenant''s server signs with this key.';
comment on column api_keys.sealed_signing_key is 'What member tokens are signed with; follows from the secret key.';
comment on column api_keys.last_used_at is 'Wall clock, to the minute.';
comment on column api_keys.expires_at is 'Wall clock; set when another key replaced it with an overlap.';

create table audit_entries (
  tenant_id uuid not null,
  id uuid not null,
  actor_kind text not null,
  actor_id text,
  action text not null,
  entity_kind text not null,
  entity_id text not null,
  before jsonb,
  after jsonb,
  ip inet,
  request_id text,
  at timestamp with time zone not null,
  constraint audit_entries_pkey PRIMARY KEY (tenant_id, id),
  constraint audit_entries_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['visitor'::text, 'member'::text, 'staff'::text, 'server'::text, 'operator'::text, 'system'::text])))
);
CREATE INDEX audit_entries_action ON public.audit_entries USING btree (tenant_id, action, id);
CREATE INDEX audit_entries_actor ON public.audit_entries USING btree (tenant_id, actor_id, at DESC);
CREATE INDEX audit_entries_at ON public.audit_entries USING btree (tenant_id, at DESC, id DESC);
CREATE INDEX audit_entries_entity ON public.audit_entries USING btree (tenant_id, entity_kind, entity_id, at DESC);
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy operator_reads on audit_entries for select to app_operator using (true);
create policy tenant_only on audit_entries using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on audit_entries to app_operator;
grant insert, select on audit_entries to app_rt;
comment on table audit_entries is 'Who changed what. No role may change or delete an entry.';
comment on column audit_entries.actor_id is 'Null for the system itself.';
comment on column audit_entries.action is 'Name of the operation, as scheduling.cancelBooking.';
comment on column audit_entries.before is 'The changed fields as they were; null for a creation. Secrets are left out.';
comment on column audit_entries.after is 'The changed fields as they are; null for a deletion. Secrets are left out.';
comment on column audit_entries.at is 'Business time.';

create table bookings (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  client_id uuid not null,
  offer_id uuid not null,
  governor_order_id uuid,
  state text not null,
  title text not null,
  minutes smallint not null,
  amount_minor bigint not null,
  currency text not null,
  buffer_before_minutes smallint not null,
  buffer_after_minutes smallint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  host_zone text not null,
  meeting_link text,
  keep_until timestamp with time zone,
  payment_started_at timestamp with time zone,
  given_up_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by text,
  cancel_reason text,
  client_absent_at timestamp with time zone,
  provider_absent_at timestamp with time zone,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint bookings_pkey PRIMARY KEY (tenant_id, id),
  constraint bookings_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE RESTRICT,
  constraint bookings_cancel_reason_check CHECK ((length(cancel_reason) <= 2000)),
  constraint bookings_cancelled CHECK ((((state = 'cancelled'::text) = (cancelled_at IS NOT NULL)) AND ((cancelled_at IS NULL) = (cancelled_by IS NULL)))),
  constraint bookings_cancelled_by_check CHECK ((cancelled_by = ANY (ARRAY['client'::text, 'provider'::text, 'staff'::text, 'server'::text, 'system'::text]))),
  constraint bookings_check CHECK ((ends_at > starts_at)),
  constraint bookings_given_up CHECK (((given_up_at IS NULL) OR (state = 'cancelled'::text))),
  constraint bookings_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'confirmed'::text, 'completed'::text, 'cancelled'::text])))
);
CREATE INDEX bookings_client ON public.bookings USING btree (tenant_id, client_id, starts_at, id);
CREATE INDEX bookings_host ON public.bookings USING btree (tenant_id, host_id, starts_at, id);
CREATE INDEX bookings_newest ON public.bookings USING btree (tenant_id, created_at, id);
CREATE INDEX bookings_offer ON public.bookings USING btree (tenant_id, offer_id, starts_at) WHERE (state <> 'cancelled'::text);
CREATE INDEX bookings_starts_at ON public.bookings USING btree (tenant_id, starts_at, id);
alter table bookings enable row level security;
alter table bookings force row level security;
create policy operator_reads on bookings for select to app_operator using (true);
create policy tenant_only on bookings using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on bookings to app_operator;
grant delete, insert, select, update on bookings to app_rt;
comment on table bookings is 'Agreed times.';
comment on column bookings.id is 'The id of the hold it came from.';
comment on column bookings.governor_order_id is 'The order that alone may change it; null when nobody sold it.';
comment on column bookings.title is 'Title, length, price and buffers are as offered when it was held.';
comment on column bookings.host_zone is 'The zone the host is in on that date.';
comment on column bookings.keep_until is 'Until when the time is kept for an order that is not paid yet.';
comment on column bookings.given_up_at is 'When its time was given back unpaid; a late payment may take it again.';
comment on column bookings.client_absent_at is 'When the client was marked as not having come.';
comment on column bookings.version is 'Raised with every change that calendars must learn of; their SEQUENCE.';

create table bugs (
  fingerprint text not null,
  place text not null,
  type text not null,
  message text not null,
  stack text not null,
  count bigint not null,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  last_request_id text not null,
  constraint bugs_pkey PRIMARY KEY (fingerprint)
);
CREATE INDEX bugs_last_at ON public.bugs USING btree (last_at DESC, fingerprint);
grant select on bugs to app_operator;
grant delete, insert, select, update on bugs to app_relay;
grant select on bugs to app_rt;
comment on table bugs is 'Failures nobody expected, alike ones in one row; wall clock.';
comment on column bugs.place is 'The procedure, job or timer.';
comment on column bugs.message is 'Without numbers, quoted texts and addresses, which may be somebody''s.';

create table busy_spans (
  tenant_id uuid not null,
  resource_id uuid not null,
  booking_id uuid not null,
  busy_from timestamp with time zone not null,
  busy_until timestamp with time zone not null,
  span tstzrange not null generated always as (tstzrange(busy_from, busy_until, '[)'::text)) stored,
  state text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint busy_spans_pkey PRIMARY KEY (tenant_id, booking_id, resource_id),
  constraint busy_spans_never_overlap EXCLUDE USING gist (tenant_id WITH =, resource_id WITH =, span WITH &&) WHERE ((state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text]))),
  constraint busy_spans_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint busy_spans_check CHECK ((busy_until > busy_from)),
  constraint busy_spans_state_check CHECK ((state = ANY (ARRAY['held'::text, 'pending'::text, 'confirmed'::text])))
);
CREATE INDEX busy_spans_resource ON public.busy_spans USING btree (tenant_id, resource_id, busy_until);
alter table busy_spans enable row level security;
alter table busy_spans force row level security;
create policy operator_reads on busy_spans for select to app_operator using (true);
create policy tenant_only on busy_spans using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on busy_spans to app_operator;
grant delete, insert, select, update on busy_spans to app_rt;
comment on table busy_spans is 'Time that is taken, buffers included; what ended or was cancelled has no row.';
comment on column busy_spans.resource_id is 'A host, or a room.';
comment on column busy_spans.booking_id is 'The hold, or the booking it became.';

create table call_minutes (
  minute timestamp with time zone not null,
  process_id uuid not null,
  calls integer not null,
  failures integer not null,
  by_duration integer[] not null,
  constraint call_minutes_pkey PRIMARY KEY (minute, process_id)
);
grant select on call_minutes to app_operator;
grant delete, insert, select, update on call_minutes to app_relay;
comment on table call_minutes is 'How each process answered, minute by minute, for the alerts; kept for a day.';
comment on column call_minutes.failures is 'Answers of 500 and above.';
comment on column call_minutes.by_duration is 'Calls by the bound of their duration; see alerts/call-minutes.ts.';

create table captured_mails (
  tenant_id uuid not null,
  id uuid not null,
  key text not null,
  to_address text not null,
  to_name text not null,
  from_address text not null,
  from_name text not null,
  subject text not null,
  text text not null,
  html text not null,
  calendar jsonb,
  headers jsonb not null default '{}'::jsonb,
  captured_at timestamp with time zone not null,
  constraint captured_mails_pkey PRIMARY KEY (tenant_id, id),
  constraint captured_mails_tenant_id_key_key UNIQUE (tenant_id, key)
);
CREATE INDEX captured_mails_captured_at ON public.captured_mails USING btree (tenant_id, captured_at DESC, id DESC);
alter table captured_mails enable row level security;
alter table captured_mails force row level security;
create policy tenant_only on captured_mails using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select on captured_mails to app_rt;
comment on table captured_mails is 'Mails of sandboxes, and of tenants without a mail server: kept to be looked at, never sent.';
comment on column captured_mails.captured_at is 'Wall clock.';

create table captured_messages (
  tenant_id uuid not null,
  id uuid not null,
  channel text not null,
  key text not null,
  recipient text not null,
  body text not null,
  captured_at timestamp with time zone not null,
  constraint captured_messages_pkey PRIMARY KEY (tenant_id, id),
  constraint captured_messages_tenant_id_channel_key_key UNIQUE (tenant_id, channel, key),
  constraint captured_messages_channel_check CHECK ((channel = ANY (ARRAY['push'::text, 'sms'::text])))
);
CREATE INDEX captured_messages_captured_at ON public.captured_messages USING btree (tenant_id, captured_at DESC, id DESC);
alter table captured_messages enable row level security;
alter table captured_messages force row level security;
create policy tenant_only on captured_messages using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select on captured_messages to app_rt;
comment on table captured_messages is 'Pushes and text messages of sandboxes: kept, never sent.';
comment on column captured_messages.captured_at is 'Wall clock.';

create table catalogue_modules (
  module text not null,
  rank smallint not null,
  names jsonb not null,
  descriptions jsonb not null,
  monthly_minor bigint not null,
  annual_minor bigint not null,
  lifetime_minor bigint not null,
  currency text not null,
  trial_days smallint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint catalogue_modules_pkey PRIMARY KEY (module),
  constraint catalogue_modules_rank_key UNIQUE (rank),
  constraint catalogue_modules_annual_minor_check CHECK ((annual_minor >= 0)),
  constraint catalogue_modules_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint catalogue_modules_in_every_language CHECK (((names ?& ARRAY['en'::text, 'zh-CN'::text, 'ar'::text]) AND (descriptions ?& ARRAY['en'::text, 'zh-CN'::text, 'ar'::text]))),
  constraint catalogue_modules_lifetime_minor_check CHECK ((lifetime_minor >= 0)),
  constraint catalogue_modules_module_check CHECK ((module ~ '^[a-z_]{2,40}$'::text)),
  constraint catalogue_modules_monthly_minor_check CHECK ((monthly_minor >= 0)),
  constraint catalogue_modules_trial_days_check CHECK (((trial_days >= 0) AND (trial_days <= 90)))
);
alter table catalogue_modules enable row level security;
alter table catalogue_modules force row level security;
create policy everybody_reads on catalogue_modules for select using (true);
create policy operators_change on catalogue_modules for update to app_rt using ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid)) with check ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid));
grant select on catalogue_modules to app_operator;
grant select, update (names, descriptions, monthly_minor, annual_minor, lifetime_minor, currency, trial_days, updated_at) on catalogue_modules to app_rt;
comment on table catalogue_modules is 'Modules that tenants can license beside their plan, and what they cost. Global: the same for all tenants.';
comment on column catalogue_modules.names is 'By language.';
comment on column catalogue_modules.trial_days is 'How long a trial lasts; 0 where there is none.';

create table closures (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  from_on date not null,
  until_on date not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint closures_pkey PRIMARY KEY (tenant_id, id),
  constraint closures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint closures_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint closures_valid CHECK ((until_on >= from_on))
);
CREATE INDEX closures_from_on ON public.closures USING btree (tenant_id, from_on);
alter table closures enable row level security;
alter table closures force row level security;
create policy operator_reads on closures for select to app_operator using (true);
create policy tenant_only on closures using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on closures to app_operator;
grant delete, insert, select, update on closures to app_rt;
comment on table closures is 'Holidays of the whole site: every host is closed on these dates of the host''s own calendar.';

create table connections (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  vendor text not null,
  mode text not null,
  state text not null default 'new'::text,
  options jsonb not null default '{}'::jsonb,
  credentials_sealed text not null,
  hint text not null,
  rank integer not null,
  account text,
  tested_at timestamp with time zone,
  test_code text,
  test_detail text,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint connections_pkey PRIMARY KEY (tenant_id, id),
  constraint connections_check CHECK (((tested_at IS NULL) = (test_code IS NULL))),
  constraint connections_kind_check CHECK ((kind = ANY (ARRAY['payments'::text, 'ai'::text, 'mail'::text, 'sms'::text, 'chat'::text, 'video'::text, 'captcha'::text, 'files'::text]))),
  constraint connections_mode_check CHECK ((mode = ANY (ARRAY['test'::text, 'live'::text]))),
  constraint connections_state_check CHECK ((state = ANY (ARRAY['new'::text, 'active'::text, 'disconnected'::text]))),
  constraint connections_test_detail_check CHECK ((length(test_detail) <= 300)),
  constraint connections_vendor_check CHECK ((vendor = ANY (ARRAY['stripe'::text, 'openai'::text, 'smtp'::text, 'sendgrid'::text, 'ses'::text, 'twilio'::text, 'slack'::text, 'teams'::text, 'zoom'::text, 'daily'::text, 'turnstile'::text, 's3'::text, 'alipay'::text, 'wechat_pay'::text, 'paypal'::text])))
);
CREATE UNIQUE INDEX connections_one_per_vendor ON public.connections USING btree (tenant_id, vendor) WHERE (state <> 'disconnected'::text);
alter table connections enable row level security;
alter table connections force row level security;
create policy tenant_only on connections using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on connections to app_rt;
comment on table connections is 'Credentials of tenants for outside providers.';
comment on column connections.state is 'new until a test succeeded; disconnected ones serve refunds and late events of earlier payments.';
comment on column connections.credentials_sealed is 'JSON, sealed; begins with the id of its key.';
comment on column connections.hint is 'The last characters of the main secret, by which people recognise it.';
comment on column connections.rank is 'Of several of one kind, the lowest answers first.';
comment on column connections.account is 'Whose the credentials are, as the vendor said at the last successful test.';
comment on column connections.tested_at is 'Wall clock; null since the credentials were replaced.';
comment on column connections.version is 'Raised with every change, so that processes build their provider anew.';

create table contact_releases (
  tenant_id uuid not null,
  low_id uuid not null,
  high_id uuid not null,
  released_at timestamp with time zone not null,
  constraint contact_releases_pkey PRIMARY KEY (tenant_id, low_id, high_id),
  constraint contact_releases_check CHECK ((low_id < high_id))
);
alter table contact_releases enable row level security;
alter table contact_releases force row level security;
create policy operator_reads on contact_releases for select to app_operator using (true);
create policy tenant_only on contact_releases using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on contact_releases to app_operator;
grant delete, insert, select, update on contact_releases to app_rt;
comment on table contact_releases is 'Pairs of people between whom an order was paid: where a site hides contacts before that, they see each other''s.';

create table conversation_participants (
  tenant_id uuid not null,
  conversation_id uuid not null,
  member_id uuid not null,
  joined_seq bigint not null default 0,
  left_at timestamp with time zone,
  read_seq bigint not null default 0,
  delivered_seq bigint not null default 0,
  pinned_at timestamp with time zone,
  archived_at timestamp with time zone,
  muted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  asked_at timestamp with time zone,
  constraint conversation_participants_pkey PRIMARY KEY (tenant_id, conversation_id, member_id),
  constraint conversation_participants_tenant_id_conversation_id_fkey FOREIGN KEY (tenant_id, conversation_id) REFERENCES conversations(tenant_id, id) ON DELETE CASCADE,
  constraint conversation_participants_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint conversation_participants_check CHECK ((delivered_seq >= read_seq)),
  constraint conversation_participants_joined_seq_check CHECK ((joined_seq >= 0)),
  constraint conversation_participants_read_seq_check CHECK ((read_seq >= 0))
);
CREATE INDEX conversation_participants_asked ON public.conversation_participants USING btree (tenant_id, member_id, asked_at) WHERE (asked_at IS NOT NULL);
CREATE INDEX conversation_participants_member ON public.conversation_participants USING btree (tenant_id, member_id, conversation_id) WHERE (left_at IS NULL);
alter table conversation_participants enable row level security;
alter table conversation_participants force row level security;
create policy operator_reads on conversation_participants for select to app_operator using (true);
create policy tenant_only on conversation_participants using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on conversation_participants to app_operator;
grant delete, insert, select, update on conversation_participants to app_rt;
comment on column conversation_participants.joined_seq is 'Messages up to this number were sent before the person came; they do not see them.';
comment on column conversation_participants.asked_at is 'When somebody first wrote what the person has not answered; null when they wrote last.';

create table conversations (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  low_id uuid,
  high_id uuid,
  subject_kind text,
  subject_id uuid,
  title text,
  last_seq bigint not null default 0,
  last_change bigint not null default 0,
  last_active_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  keeper_id uuid,
  title_hidden_at timestamp with time zone,
  constraint conversations_pkey PRIMARY KEY (tenant_id, id),
  constraint conversations_pair UNIQUE (tenant_id, low_id, high_id),
  constraint conversations_subject UNIQUE (tenant_id, subject_kind, subject_id),
  constraint conversations_check CHECK ((low_id < high_id)),
  constraint conversations_check1 CHECK (((kind = 'direct'::text) = ((low_id IS NOT NULL) AND (high_id IS NOT NULL)))),
  constraint conversations_check2 CHECK (((kind = 'subject'::text) = ((subject_kind IS NOT NULL) AND (subject_id IS NOT NULL)))),
  constraint conversations_check3 CHECK (((kind = 'group'::text) = (title IS NOT NULL))),
  constraint conversations_check4 CHECK (((last_seq >= 0) AND (last_seq <= last_change))),
  constraint conversations_keeper CHECK (((keeper_id IS NULL) OR (kind = 'group'::text))),
  constraint conversations_kind_check CHECK ((kind = ANY (ARRAY['direct'::text, 'group'::text, 'subject'::text]))),
  constraint conversations_subject_kind_check CHECK ((length(subject_kind) <= 40)),
  constraint conversations_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120))),
  constraint conversations_title_hidden CHECK (((title_hidden_at IS NULL) OR (title IS NOT NULL)))
);
alter table conversations enable row level security;
alter table conversations force row level security;
create policy operator_reads on conversations for select to app_operator using (true);
create policy tenant_only on conversations using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on conversations to app_operator;
grant delete, insert, select, update on conversations to app_rt;
comment on column conversations.low_id is 'Of the two people of a direct conversation, the one whose id sorts first.';
comment on column conversations.last_seq is 'How many messages were sent in it; messages are numbered from 1 without a gap.';
comment on column conversations.last_change is 'How often a message was sent, edited or deleted in it: what a page catches up by.';
comment on column conversations.keeper_id is 'Who may rename a group and say who is in it; null when everybody has left it.';
comment on column conversations.title_hidden_at is 'The title was taken from sight by the site''s team; the group is called by its people until it gets another one.';

create table credit_campaigns (
  tenant_id uuid not null,
  id uuid not null,
  code text not null,
  name text not null,
  credits bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  cap integer,
  audience text not null,
  used integer not null default 0,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credit_campaigns_pkey PRIMARY KEY (tenant_id, id),
  constraint credit_campaigns_code UNIQUE (tenant_id, code),
  constraint credit_campaigns_audience_check CHECK ((audience = ANY (ARRAY['everyone'::text, 'newcomers'::text]))),
  constraint credit_campaigns_cap_check CHECK ((cap > 0)),
  constraint credit_campaigns_code_check CHECK ((code ~ '^[A-Z0-9-]{3,40}$'::text)),
  constraint credit_campaigns_credits_check CHECK ((credits > 0)),
  constraint credit_campaigns_period CHECK ((starts_at < ends_at)),
  constraint credit_campaigns_within_cap CHECK (((used >= 0) AND ((cap IS NULL) OR (used <= cap))))
);
CREATE INDEX credit_campaigns_ends ON public.credit_campaigns USING btree (tenant_id, ends_at, id);
CREATE INDEX credit_campaigns_newest ON public.credit_campaigns USING btree (tenant_id, created_at, id);
CREATE INDEX credit_campaigns_used ON public.credit_campaigns USING btree (tenant_id, used, id);
alter table credit_campaigns enable row level security;
alter table credit_campaigns force row level security;
create policy operator_reads on credit_campaigns for select to app_operator using (true);
create policy tenant_only on credit_campaigns using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_campaigns to app_operator;
grant insert, select, update on credit_campaigns to app_rt;
comment on table credit_campaigns is 'Codes that give members credits, in a period and so many times.';
comment on column credit_campaigns.cap is 'How many members may redeem it; empty for any number.';
comment on column credit_campaigns.audience is 'newcomers: members who joined since it began.';
comment on column credit_campaigns.used is 'How many members have redeemed it.';
comment on column credit_campaigns.ended_at is 'When the team ended it before its time.';

create table credit_grants (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  credits bigint not null,
  reason text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credit_grants_pkey PRIMARY KEY (tenant_id, id),
  constraint credit_grants_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_grants_credits_check CHECK ((credits <> 0)),
  constraint credit_grants_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
);
CREATE INDEX credit_grants_member ON public.credit_grants USING btree (tenant_id, member_id, created_at);
alter table credit_grants enable row level security;
alter table credit_grants force row level security;
create policy operator_reads on credit_grants for select to app_operator using (true);
create policy tenant_only on credit_grants using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_grants to app_operator;
grant insert, select, update on credit_grants to app_rt;
comment on table credit_grants is 'Credits the team gave a member or took from them.';
comment on column credit_grants.id is 'The transfer that moved them.';
comment on column credit_grants.credits is 'Below zero when they were taken.';
comment on column credit_grants.reason is 'Why, in the words of the team; the member reads it.';

create table credit_purchases (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  package_id text not null,
  credits bigint not null,
  amount_minor bigint not null,
  currency text not null,
  credited_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credit_purchases_pkey PRIMARY KEY (tenant_id, id),
  constraint credit_purchases_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_purchases_amount_minor_check CHECK ((amount_minor > 0)),
  constraint credit_purchases_credits_check CHECK ((credits > 0))
);
CREATE INDEX credit_purchases_member ON public.credit_purchases USING btree (tenant_id, member_id, created_at);
alter table credit_purchases enable row level security;
alter table credit_purchases force row level security;
create policy operator_reads on credit_purchases for select to app_operator using (true);
create policy tenant_only on credit_purchases using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_purchases to app_operator;
grant delete, insert, select, update on credit_purchases to app_rt;
comment on table credit_purchases is 'Packages of credits that members buy, at the price of the moment they chose them.';
comment on column credit_purchases.id is 'What its payments know as their order.';
comment on column credit_purchases.member_id is 'Who buys.';
comment on column credit_purchases.package_id is 'Which of the site''s packages it was.';
comment on column credit_purchases.credited_at is 'When the credits came; empty until it is paid.';

create table credit_redemptions (
  tenant_id uuid not null,
  id uuid not null,
  campaign_id uuid not null,
  member_id uuid not null,
  redeemed_at timestamp with time zone not null,
  constraint credit_redemptions_pkey PRIMARY KEY (tenant_id, id),
  constraint credit_redemptions_once UNIQUE (tenant_id, campaign_id, member_id),
  constraint credit_redemptions_tenant_id_campaign_id_fkey FOREIGN KEY (tenant_id, campaign_id) REFERENCES credit_campaigns(tenant_id, id) ON DELETE RESTRICT,
  constraint credit_redemptions_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX credit_redemptions_member ON public.credit_redemptions USING btree (tenant_id, member_id);
alter table credit_redemptions enable row level security;
alter table credit_redemptions force row level security;
create policy operator_reads on credit_redemptions for select to app_operator using (true);
create policy tenant_only on credit_redemptions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_redemptions to app_operator;
grant insert, select on credit_redemptions to app_rt;
comment on table credit_redemptions is 'Who redeemed which campaign.';
comment on column credit_redemptions.id is 'The transfer that brought the credits.';
comment on column credit_redemptions.member_id is 'Who redeemed it.';

create table credit_referral_codes (
  tenant_id uuid not null,
  member_id uuid not null,
  code text not null,
  created_at timestamp with time zone not null,
  constraint credit_referral_codes_pkey PRIMARY KEY (tenant_id, member_id),
  constraint credit_referral_codes_code UNIQUE (tenant_id, code),
  constraint credit_referral_codes_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_referral_codes_code_check CHECK ((code ~ '^[A-Z0-9]{8}$'::text))
);
alter table credit_referral_codes enable row level security;
alter table credit_referral_codes force row level security;
create policy operator_reads on credit_referral_codes for select to app_operator using (true);
create policy tenant_only on credit_referral_codes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_referral_codes to app_operator;
grant delete, insert, select on credit_referral_codes to app_rt;
comment on table credit_referral_codes is 'Codes by which members bring others to the site.';
comment on column credit_referral_codes.member_id is 'Whose code it is.';

create table credit_referrals (
  tenant_id uuid not null,
  referred_id uuid not null,
  referrer_id uuid not null,
  claimed_at timestamp with time zone not null,
  qualified_at timestamp with time zone,
  constraint credit_referrals_pkey PRIMARY KEY (tenant_id, referred_id),
  constraint credit_referrals_tenant_id_referred_id_fkey FOREIGN KEY (tenant_id, referred_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_referrals_tenant_id_referrer_id_fkey FOREIGN KEY (tenant_id, referrer_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_referrals_other CHECK ((referred_id <> referrer_id))
);
CREATE INDEX credit_referrals_referrer ON public.credit_referrals USING btree (tenant_id, referrer_id);
alter table credit_referrals enable row level security;
alter table credit_referrals force row level security;
create policy operator_reads on credit_referrals for select to app_operator using (true);
create policy tenant_only on credit_referrals using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_referrals to app_operator;
grant insert, select, update on credit_referrals to app_rt;
comment on table credit_referrals is 'Members who came by another member''s code: each once.';
comment on column credit_referrals.referred_id is 'Who came.';
comment on column credit_referrals.referrer_id is 'Who brought them.';
comment on column credit_referrals.qualified_at is 'First completed session or purchase, which brings the bonus; empty before.';

create table credit_standings (
  tenant_id uuid not null,
  member_id uuid not null,
  given_sessions integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint credit_standings_pkey PRIMARY KEY (tenant_id, member_id),
  constraint credit_standings_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint credit_standings_given_sessions_check CHECK ((given_sessions > 0))
);
alter table credit_standings enable row level security;
alter table credit_standings force row level security;
create policy operator_reads on credit_standings for select to app_operator using (true);
create policy tenant_only on credit_standings using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on credit_standings to app_operator;
grant insert, select, update on credit_standings to app_rt;
comment on table credit_standings is 'What a teacher''s highest price in credits depends on, beside the rating.';
comment on column credit_standings.member_id is 'The teacher.';
comment on column credit_standings.given_sessions is 'Completed sessions.';

create table date_overrides (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  date_on date not null,
  hours jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint date_overrides_pkey PRIMARY KEY (tenant_id, id),
  constraint date_overrides_tenant_id_host_id_date_on_key UNIQUE (tenant_id, host_id, date_on),
  constraint date_overrides_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint date_overrides_hours_check CHECK ((jsonb_typeof(hours) = 'array'::text))
);
alter table date_overrides enable row level security;
alter table date_overrides force row level security;
create policy operator_reads on date_overrides for select to app_operator using (true);
create policy tenant_only on date_overrides using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on date_overrides to app_operator;
grant delete, insert, select, update on date_overrides to app_rt;
comment on table date_overrides is 'What one date has instead of its weekly hours.';
comment on column date_overrides.hours is 'List of {startMinute, endMinute}; empty makes it a day off.';

create table domain_owners (
  domain text not null,
  tenant_id uuid not null,
  created_at timestamp with time zone not null,
  constraint domain_owners_pkey PRIMARY KEY (domain),
  constraint domain_owners_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT
);
CREATE INDEX domain_owners_tenant_id ON public.domain_owners USING btree (tenant_id);
alter table domain_owners enable row level security;
alter table domain_owners force row level security;
create policy everybody_reads on domain_owners for select using (true);
create policy tenant_adds_its_own on domain_owners for insert to app_rt with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
create policy tenant_removes_its_own on domain_owners for delete to app_rt using ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on domain_owners to app_operator;
grant delete, insert, select on domain_owners to app_rt;
comment on table domain_owners is 'Which site a proven domain belongs to, one of all. Global: a request under a domain has to find its tenant before it has one.';

create table embeddings (
  tenant_id uuid not null,
  owner_kind text not null,
  owner_id uuid not null,
  model text not null,
  content_hash text not null,
  vector real[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint embeddings_pkey PRIMARY KEY (tenant_id, owner_kind, owner_id),
  constraint embeddings_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint embeddings_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['profile'::text, 'goal'::text])))
);
CREATE INDEX embeddings_content_hash ON public.embeddings USING btree (tenant_id, content_hash);
alter table embeddings enable row level security;
alter table embeddings force row level security;
create policy tenant_only on embeddings using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on embeddings to app_rt;
comment on table embeddings is 'Vectors of what people are expert in and of what they want, made again when the text changes.';
comment on column embeddings.owner_id is 'The member whose profile, or the visitor or member whose goal it is.';
comment on column embeddings.model is 'Vectors of one model can be compared with each other and with no others.';

create table exchanged_tokens (
  tenant_id uuid not null,
  hash text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint exchanged_tokens_pkey PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX exchanged_tokens_expires_at ON public.exchanged_tokens USING btree (tenant_id, expires_at);
alter table exchanged_tokens enable row level security;
alter table exchanged_tokens force row level security;
create policy tenant_only on exchanged_tokens using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on exchanged_tokens to app_rt;
comment on table exchanged_tokens is 'Ids of member tokens that were exchanged: each works once.';

create table file_totals (
  tenant_id uuid not null,
  bytes bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint file_totals_pkey PRIMARY KEY (tenant_id),
  constraint file_totals_bytes_check CHECK ((bytes >= 0))
);
alter table file_totals enable row level security;
alter table file_totals force row level security;
create policy operator_reads on file_totals for select to app_operator using (true);
create policy tenant_only on file_totals using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on file_totals to app_operator;
grant delete, insert, select, update on file_totals to app_rt;
comment on table file_totals is 'Bytes of a tenant''s uploads, held against its quota.';

create table files (
  tenant_id uuid not null,
  id uuid not null,
  purpose text not null,
  owner_kind text not null,
  owner_id uuid not null,
  name text not null,
  content_type text not null,
  bytes bigint not null,
  sha256 text not null,
  state text not null,
  subject_id uuid,
  attached_at timestamp with time zone,
  discarded_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  finding text,
  store_id uuid,
  undrawable_at timestamp with time zone,
  constraint files_pkey PRIMARY KEY (tenant_id, id),
  constraint files_bytes_check CHECK ((bytes > 0)),
  constraint files_check CHECK (((attached_at IS NULL) OR (state = ANY (ARRAY['clean'::text, 'unscanned'::text])))),
  constraint files_finding_check CHECK (((length(finding) >= 1) AND (length(finding) <= 200))),
  constraint files_infected_has_finding CHECK (((state = 'infected'::text) = (finding IS NOT NULL))),
  constraint files_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint files_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['visitor'::text, 'member'::text, 'staff'::text, 'server'::text]))),
  constraint files_sha256_check CHECK ((length(sha256) = 64)),
  constraint files_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'clean'::text, 'infected'::text, 'unscanned'::text])))
);
CREATE UNIQUE INDEX files_findings ON public.files USING btree (tenant_id, owner_id, sha256) WHERE ((state = 'infected'::text) AND (discarded_at IS NULL));
CREATE INDEX files_owner ON public.files USING btree (tenant_id, owner_id, created_at DESC);
CREATE INDEX files_quarantine ON public.files USING btree (tenant_id, created_at DESC, id) WHERE (state = 'infected'::text);
CREATE INDEX files_subject ON public.files USING btree (tenant_id, subject_id) WHERE (subject_id IS NOT NULL);
alter table files enable row level security;
alter table files force row level security;
create policy operator_reads on files for select to app_operator using (true);
create policy tenant_only on files using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on files to app_operator;
grant delete, insert, select, update on files to app_rt;
comment on table files is 'What people uploaded; the bytes lie in the storage under the tenant and the id.';
comment on column files.content_type is 'As told by the content; the name and the sender agreed.';
comment on column files.state is 'pending until the bytes are stored; unscanned when no scanner stands behind the check for the test signature.';
comment on column files.subject_id is 'The row it was attached to: a profile, a message.';
comment on column files.discarded_at is 'Nobody needs it any more; its bytes and then this row are about to go.';
comment on column files.finding is 'What the scanner called the malware; the bytes lie apart, where no link leads.';
comment on column files.store_id is 'The connection to the tenant''s own bucket its bytes lie in; null for the store of the installation.';
comment on column files.undrawable_at is 'When it turned out that no preview can be drawn of it: it has none, and none is tried again.';

create table flow_instances (
  tenant_id uuid not null,
  id uuid not null,
  flow text not null,
  version integer not null,
  fingerprint text not null,
  state text not null,
  regions jsonb not null,
  entered jsonb not null,
  moments jsonb not null,
  parameters jsonb not null,
  price_minor bigint not null,
  revision integer not null,
  placed_at timestamp with time zone not null,
  moved_at timestamp with time zone not null,
  constraint flow_instances_pkey PRIMARY KEY (tenant_id, id),
  constraint flow_instances_price_minor_check CHECK ((price_minor >= 0))
);
alter table flow_instances enable row level security;
alter table flow_instances force row level security;
create policy operator_reads on flow_instances for select to app_operator using (true);
create policy tenant_only on flow_instances using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on flow_instances to app_operator;
grant delete, insert, select, update on flow_instances to app_rt;
comment on table flow_instances is 'Where an order stands in its flow. Its row is locked while it moves.';
comment on column flow_instances.id is 'The order''s.';
comment on column flow_instances.version is 'The version it began with, for ever.';
comment on column flow_instances.fingerprint is 'Of that version; code with another graph under the same version does not move it.';
comment on column flow_instances.regions is 'State of every region beside the main course.';
comment on column flow_instances.entered is 'When the current state was entered, by region.';
comment on column flow_instances.moments is 'Instants that timers and windows are measured from.';
comment on column flow_instances.parameters is 'The tenant''s numbers as they were when it began.';
comment on column flow_instances.price_minor is 'What a payment funds.';
comment on column flow_instances.revision is 'Steps taken.';

create table flow_steps (
  tenant_id uuid not null,
  instance_id uuid not null,
  revision integer not null,
  transition text not null,
  region text not null,
  state text not null,
  taken_by text not null,
  actor_kind text not null,
  actor_id text not null,
  happened_at timestamp with time zone not null,
  constraint flow_steps_pkey PRIMARY KEY (tenant_id, instance_id, revision),
  constraint flow_steps_tenant_id_instance_id_fkey FOREIGN KEY (tenant_id, instance_id) REFERENCES flow_instances(tenant_id, id) ON DELETE CASCADE
);
alter table flow_steps enable row level security;
alter table flow_steps force row level security;
create policy operator_reads on flow_steps for select to app_operator using (true);
create policy tenant_only on flow_steps using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on flow_steps to app_operator;
grant insert, select on flow_steps to app_rt;
comment on table flow_steps is 'Every transition an order has taken, in order.';
comment on column flow_steps.state is 'The state of the region afterwards.';
comment on column flow_steps.taken_by is 'Role, event or timer.';

create table gateway_events (
  tenant_id uuid not null,
  id uuid not null,
  gateway text not null,
  connection_id uuid not null,
  event_id text not null,
  type text not null,
  facts jsonb not null,
  waits_for text,
  received_at timestamp with time zone not null,
  constraint gateway_events_pkey PRIMARY KEY (tenant_id, id),
  constraint gateway_events_event_id_check CHECK (((length(event_id) >= 1) AND (length(event_id) <= 255)))
);
CREATE UNIQUE INDEX gateway_events_once ON public.gateway_events USING btree (tenant_id, gateway, connection_id, event_id);
CREATE INDEX gateway_events_waiting ON public.gateway_events USING btree (tenant_id, gateway, waits_for) WHERE (waits_for IS NOT NULL);
alter table gateway_events enable row level security;
alter table gateway_events force row level security;
create policy operator_reads on gateway_events for select to app_operator using (true);
create policy tenant_only on gateway_events using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gateway_events to app_operator;
grant delete, insert, select, update on gateway_events to app_rt;
comment on table gateway_events is 'Events of gateways that were verified and applied, each once. What they say of people is not kept.';
comment on column gateway_events.waits_for is 'The gateway''s id of a payment we do not know by that id yet: applied as soon as we do.';

create table gateway_test_checkouts (
  tenant_id uuid not null,
  id text not null,
  payment_id uuid not null,
  key text not null,
  command jsonb not null,
  state text not null,
  card text,
  charge_id text,
  delivery text not null default 'prompt'::text,
  is_closing boolean not null default false,
  dispute_state text,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint gateway_test_checkouts_pkey PRIMARY KEY (tenant_id, id),
  constraint gateway_test_checkouts_delivery_check CHECK ((delivery = ANY (ARRAY['prompt'::text, 'late'::text, 'twice'::text, 'shuffled'::text]))),
  constraint gateway_test_checkouts_dispute_state_check CHECK ((dispute_state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint gateway_test_checkouts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'confirming'::text, 'processing'::text, 'expired'::text, 'paid'::text])))
);
CREATE UNIQUE INDEX gateway_test_checkouts_key ON public.gateway_test_checkouts USING btree (tenant_id, key);
alter table gateway_test_checkouts enable row level security;
alter table gateway_test_checkouts force row level security;
create policy operator_reads on gateway_test_checkouts for select to app_operator using (true);
create policy tenant_only on gateway_test_checkouts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gateway_test_checkouts to app_operator;
grant delete, insert, select, update on gateway_test_checkouts to app_rt;
comment on table gateway_test_checkouts is 'The embedded test gateway''s own books: it behaves as a vendor outside the house. All times are wall clock.';
comment on column gateway_test_checkouts.delivery is 'How its events are sent: at once, late, each twice, or out of order.';
comment on column gateway_test_checkouts.is_closing is 'Its merchant asked to close it while the money was on its way.';

create table gateway_test_events (
  tenant_id uuid not null,
  id text not null,
  url text not null,
  body text not null,
  copies integer not null,
  attempts integer not null default 0,
  due_at timestamp with time zone not null,
  delivered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint gateway_test_events_pkey PRIMARY KEY (tenant_id, id),
  constraint gateway_test_events_copies_check CHECK (((copies >= 1) AND (copies <= 10)))
);
CREATE INDEX gateway_test_events_due ON public.gateway_test_events USING btree (tenant_id, due_at) WHERE (delivered_at IS NULL);
alter table gateway_test_events enable row level security;
alter table gateway_test_events force row level security;
create policy operator_reads on gateway_test_events for select to app_operator using (true);
create policy tenant_only on gateway_test_events using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gateway_test_events to app_operator;
grant delete, insert, select, update on gateway_test_events to app_rt;

create table gateway_test_refunds (
  tenant_id uuid not null,
  id text not null,
  checkout_id text not null,
  refund_id uuid,
  key text not null,
  amount_minor bigint not null,
  state text not null,
  created_at timestamp with time zone not null,
  constraint gateway_test_refunds_pkey PRIMARY KEY (tenant_id, id),
  constraint gateway_test_refunds_tenant_id_checkout_id_fkey FOREIGN KEY (tenant_id, checkout_id) REFERENCES gateway_test_checkouts(tenant_id, id) ON DELETE RESTRICT,
  constraint gateway_test_refunds_amount_minor_check CHECK ((amount_minor > 0)),
  constraint gateway_test_refunds_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text])))
);
CREATE INDEX gateway_test_refunds_checkout ON public.gateway_test_refunds USING btree (tenant_id, checkout_id);
CREATE UNIQUE INDEX gateway_test_refunds_key ON public.gateway_test_refunds USING btree (tenant_id, key);
alter table gateway_test_refunds enable row level security;
alter table gateway_test_refunds force row level security;
create policy operator_reads on gateway_test_refunds for select to app_operator using (true);
create policy tenant_only on gateway_test_refunds using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gateway_test_refunds to app_operator;
grant delete, insert, select, update on gateway_test_refunds to app_rt;

create table gig_categories (
  tenant_id uuid not null,
  id uuid not null,
  parent_id uuid,
  depth smallint not null,
  parent_depth smallint generated always as (
CASE
    WHEN (parent_id IS NOT NULL) THEN (depth - 1)
    ELSE NULL::integer
END) stored,
  slug text not null,
  names jsonb not null,
  "position" integer not null,
  archived_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gig_categories_pkey PRIMARY KEY (tenant_id, id),
  constraint gig_categories_depth UNIQUE (tenant_id, id, depth),
  constraint gig_categories_slug UNIQUE (tenant_id, slug),
  constraint gig_categories_tenant_id_parent_id_parent_depth_fkey FOREIGN KEY (tenant_id, parent_id, parent_depth) REFERENCES gig_categories(tenant_id, id, depth),
  constraint gig_categories_check CHECK (((parent_id IS NULL) = (depth = 1))),
  constraint gig_categories_depth_check CHECK (((depth >= 1) AND (depth <= 4))),
  constraint gig_categories_names_check CHECK ((COALESCE((names ->> 'en'::text), ''::text) <> ''::text)),
  constraint gig_categories_position_check CHECK (("position" >= 0)),
  constraint gig_categories_slug_check CHECK (((length(slug) <= 60) AND (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text)))
);
CREATE INDEX gig_categories_children ON public.gig_categories USING btree (tenant_id, parent_id, parent_depth, "position");
alter table gig_categories enable row level security;
alter table gig_categories force row level security;
create policy operator_reads on gig_categories for select to app_operator using (true);
create policy tenant_only on gig_categories using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_categories to app_operator;
grant delete, insert, select, update on gig_categories to app_rt;
comment on table gig_categories is 'The tree in which a site sorts its gigs.';
comment on column gig_categories.depth is '1 for those without a parent.';
comment on column gig_categories.names is 'What it is called, by language; in English at least.';
comment on column gig_categories."position" is 'Its place among those of the same parent, the smallest first.';
comment on column gig_categories.archived_at is 'Since when it, and what lies below it, is chosen and shown no more; its gigs keep it.';

create table gig_days (
  tenant_id uuid not null,
  gig_id uuid not null,
  day_on date not null,
  views integer not null,
  clicks integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gig_days_pkey PRIMARY KEY (tenant_id, gig_id, day_on),
  constraint gig_days_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE,
  constraint gig_days_clicks_check CHECK ((clicks >= 0)),
  constraint gig_days_views_check CHECK ((views >= 0))
);
CREATE INDEX gig_days_changed ON public.gig_days USING btree (tenant_id, updated_at);
CREATE INDEX gig_days_day ON public.gig_days USING btree (tenant_id, day_on);
alter table gig_days enable row level security;
alter table gig_days force row level security;
create policy operator_reads on gig_days for select to app_operator using (true);
create policy tenant_only on gig_days using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_days to app_operator;
grant delete, insert, select, update on gig_days to app_rt;
comment on table gig_days is 'How often a gig was looked at on a date in UTC.';

create table gig_hits (
  tenant_id uuid not null,
  id uuid not null,
  gig_id uuid not null,
  kind text not null,
  happened_at timestamp with time zone not null,
  constraint gig_hits_pkey PRIMARY KEY (tenant_id, id),
  constraint gig_hits_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE,
  constraint gig_hits_kind_check CHECK ((kind = ANY (ARRAY['view'::text, 'click'::text])))
);
CREATE INDEX gig_hits_gig ON public.gig_hits USING btree (tenant_id, gig_id);
alter table gig_hits enable row level security;
alter table gig_hits force row level security;
create policy operator_reads on gig_hits for select to app_operator using (true);
create policy tenant_only on gig_hits using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_hits to app_operator;
grant delete, insert, select, update on gig_hits to app_rt;
comment on table gig_hits is 'Views and clicks that wait to be added up: a counter that many write at once would make them wait.';

create table gig_media (
  tenant_id uuid not null,
  gig_id uuid not null,
  file_id uuid not null,
  "position" smallint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gig_media_pkey PRIMARY KEY (tenant_id, gig_id, file_id),
  constraint gig_media_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE,
  constraint gig_media_position_check CHECK (("position" >= 0))
);
CREATE INDEX gig_media_file ON public.gig_media USING btree (tenant_id, file_id);
alter table gig_media enable row level security;
alter table gig_media force row level security;
create policy operator_reads on gig_media for select to app_operator using (true);
create policy tenant_only on gig_media using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_media to app_operator;
grant delete, insert, select, update on gig_media to app_rt;
comment on table gig_media is 'Pictures, videos and documents that show a gig. The first picture in their order is its cover.';

create table gig_packages (
  tenant_id uuid not null,
  id uuid not null,
  gig_id uuid not null,
  tier text not null,
  title text not null,
  description text not null,
  amount_minor bigint not null,
  delivery_days smallint not null,
  revisions smallint,
  features text[] not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gig_packages_pkey PRIMARY KEY (tenant_id, id),
  constraint gig_packages_tier UNIQUE (tenant_id, gig_id, tier),
  constraint gig_packages_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE,
  constraint gig_packages_amount_minor_check CHECK ((amount_minor > 0)),
  constraint gig_packages_delivery_days_check CHECK (((delivery_days >= 1) AND (delivery_days <= 365))),
  constraint gig_packages_description_check CHECK ((length(description) <= 600)),
  constraint gig_packages_features_check CHECK ((cardinality(features) <= 15)),
  constraint gig_packages_revisions_check CHECK (((revisions >= 0) AND (revisions <= 50))),
  constraint gig_packages_tier_check CHECK ((tier = ANY (ARRAY['basic'::text, 'standard'::text, 'premium'::text]))),
  constraint gig_packages_title_check CHECK (((length(title) >= 1) AND (length(title) <= 60)))
);
alter table gig_packages enable row level security;
alter table gig_packages force row level security;
create policy operator_reads on gig_packages for select to app_operator using (true);
create policy tenant_only on gig_packages using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_packages to app_operator;
grant delete, insert, select, update on gig_packages to app_rt;
comment on column gig_packages.amount_minor is 'In the currency of its gig.';
comment on column gig_packages.revisions is 'How often the buyer may ask for changes; null for as often as they like.';

create table gig_scores (
  tenant_id uuid not null,
  gig_id uuid not null,
  popularity double precision not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gig_scores_pkey PRIMARY KEY (tenant_id, gig_id),
  constraint gig_scores_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE
);
alter table gig_scores enable row level security;
alter table gig_scores force row level security;
create policy operator_reads on gig_scores for select to app_operator using (true);
create policy tenant_only on gig_scores using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_scores to app_operator;
grant delete, insert, select, update on gig_scores to app_rt;
comment on table gig_scores is 'How popular each gig is that somebody looked at; one without a row is as popular as its publication made it.';
comment on column gig_scores.popularity is 'Views, clicks and orders, of which half is forgotten every week, as a logarithm that stays right as time goes by.';

create table gig_searches (
  tenant_id uuid not null,
  id uuid not null,
  viewer_kind text not null,
  viewer_id uuid not null,
  text text not null,
  words text not null,
  searched_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint gig_searches_pkey PRIMARY KEY (tenant_id, id),
  constraint gig_searches_words UNIQUE (tenant_id, viewer_kind, viewer_id, words),
  constraint gig_searches_text_check CHECK (((length(text) >= 1) AND (length(text) <= 100))),
  constraint gig_searches_viewer_kind_check CHECK ((viewer_kind = ANY (ARRAY['visitor'::text, 'member'::text])))
);
CREATE INDEX gig_searches_viewer ON public.gig_searches USING btree (tenant_id, viewer_kind, viewer_id, searched_at DESC, id);
alter table gig_searches enable row level security;
alter table gig_searches force row level security;
create policy operator_reads on gig_searches for select to app_operator using (true);
create policy tenant_only on gig_searches using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_searches to app_operator;
grant delete, insert, select, update on gig_searches to app_rt;
comment on table gig_searches is 'What somebody searched for among the gigs, to search for it again: their latest searches until they clear them.';
comment on column gig_searches.words is 'The words of the text in their one form, by which equal searches are told.';

create table gig_views (
  tenant_id uuid not null,
  gig_id uuid not null,
  viewer_kind text not null,
  viewer_id uuid not null,
  viewed_at timestamp with time zone not null,
  view_counted_at timestamp with time zone,
  click_counted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint gig_views_pkey PRIMARY KEY (tenant_id, gig_id, viewer_kind, viewer_id),
  constraint gig_views_tenant_id_gig_id_fkey FOREIGN KEY (tenant_id, gig_id) REFERENCES gigs(tenant_id, id) ON DELETE CASCADE,
  constraint gig_views_viewer_kind_check CHECK ((viewer_kind = ANY (ARRAY['visitor'::text, 'member'::text])))
);
CREATE INDEX gig_views_old ON public.gig_views USING btree (tenant_id, gig_id, viewed_at);
CREATE INDEX gig_views_viewer ON public.gig_views USING btree (tenant_id, viewer_kind, viewer_id, viewed_at DESC, gig_id);
alter table gig_views enable row level security;
alter table gig_views force row level security;
create policy operator_reads on gig_views for select to app_operator using (true);
create policy tenant_only on gig_views using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gig_views to app_operator;
grant delete, insert, select, update on gig_views to app_rt;
comment on table gig_views is 'Who looked at which gig, and when it last counted.';
comment on column gig_views.viewed_at is 'When they looked at it last.';
comment on column gig_views.view_counted_at is 'When a look of theirs last counted; within the site''s time none counts again.';
comment on column gig_views.click_counted_at is 'When their going on from it last counted.';

create table gigs (
  tenant_id uuid not null,
  id uuid not null,
  seller_id uuid not null,
  category_id uuid,
  title text not null,
  description text not null,
  tags text[] not null,
  language text not null,
  currency text not null,
  extras jsonb not null,
  requirements jsonb not null,
  faq jsonb not null,
  from_amount_minor bigint,
  state text not null,
  moderation text not null,
  moderation_reason text,
  submitted_at timestamp with time zone,
  hidden_at timestamp with time zone,
  is_seller_listed boolean not null,
  is_visible boolean not null generated always as (((state = 'active'::text) AND (moderation = 'approved'::text) AND (hidden_at IS NULL) AND is_seller_listed)) stored,
  published_at timestamp with time zone,
  version integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint gigs_pkey PRIMARY KEY (tenant_id, id),
  constraint gigs_tenant_id_category_id_fkey FOREIGN KEY (tenant_id, category_id) REFERENCES gig_categories(tenant_id, id),
  constraint gigs_tenant_id_seller_id_fkey FOREIGN KEY (tenant_id, seller_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint gigs_check CHECK (((state = 'draft'::text) = (moderation = 'none'::text))),
  constraint gigs_check1 CHECK (((moderation = ANY (ARRAY['rejected'::text, 'suspended'::text])) = (moderation_reason IS NOT NULL))),
  constraint gigs_check2 CHECK (((moderation = 'none'::text) = (submitted_at IS NULL))),
  constraint gigs_description_check CHECK ((length(description) <= 10000)),
  constraint gigs_extras_check CHECK ((jsonb_array_length(extras) <= 20)),
  constraint gigs_faq_check CHECK ((jsonb_array_length(faq) <= 20)),
  constraint gigs_from_amount_minor_check CHECK ((from_amount_minor > 0)),
  constraint gigs_moderation_check CHECK ((moderation = ANY (ARRAY['none'::text, 'pending'::text, 'approved'::text, 'rejected'::text, 'suspended'::text]))),
  constraint gigs_moderation_reason_check CHECK ((length(moderation_reason) <= 500)),
  constraint gigs_requirements_check CHECK ((jsonb_array_length(requirements) <= 20)),
  constraint gigs_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text]))),
  constraint gigs_tags_check CHECK ((cardinality(tags) <= 10)),
  constraint gigs_title_check CHECK ((length(title) <= 120))
);
CREATE INDEX gigs_category ON public.gigs USING btree (tenant_id, category_id, published_at DESC, id DESC);
CREATE INDEX gigs_newest ON public.gigs USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX gigs_pending ON public.gigs USING btree (tenant_id, id) WHERE (moderation = 'pending'::text);
CREATE INDEX gigs_seller ON public.gigs USING btree (tenant_id, seller_id, id DESC);
CREATE INDEX gigs_submitted ON public.gigs USING btree (tenant_id, COALESCE(submitted_at, created_at), id);
CREATE INDEX gigs_visible ON public.gigs USING btree (tenant_id, published_at DESC, id DESC) WHERE is_visible;
alter table gigs enable row level security;
alter table gigs force row level security;
create policy operator_reads on gigs for select to app_operator using (true);
create policy tenant_only on gigs using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on gigs to app_operator;
grant delete, insert, select, update on gigs to app_rt;
comment on table gigs is 'What a seller offers to make, in up to three packages.';
comment on column gigs.category_id is 'Null in a draft only.';
comment on column gigs.from_amount_minor is 'The lowest price among its packages; null while it has none.';
comment on column gigs.state is 'What the seller wants: a draft was never published.';
comment on column gigs.moderation is 'What the site''s team thinks of it; none for a draft.';
comment on column gigs.submitted_at is 'When it was last given to the team, or went past it where none looks.';
comment on column gigs.hidden_at is 'Taken from sight by moderators after a report.';
comment on column gigs.is_seller_listed is 'Whether the site shows its seller as one. Follows the profile.';
comment on column gigs.is_visible is 'Whether everybody finds it.';
comment on column gigs.published_at is 'When everybody could find it first.';

create table holds (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  offer_id uuid not null,
  visitor_id uuid,
  member_id uuid,
  email text,
  ip_key text,
  title text not null,
  minutes smallint not null,
  amount_minor bigint not null,
  currency text not null,
  buffer_before_minutes smallint not null,
  buffer_after_minutes smallint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  host_zone text not null,
  held_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  state text not null,
  constraint holds_pkey PRIMARY KEY (tenant_id, id),
  constraint holds_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint holds_check CHECK ((ends_at > starts_at)),
  constraint holds_email_check CHECK ((length(email) <= 254)),
  constraint holds_have_a_holder CHECK (((visitor_id IS NOT NULL) OR (member_id IS NOT NULL))),
  constraint holds_state_check CHECK ((state = ANY (ARRAY['live'::text, 'booked'::text, 'released'::text, 'expired'::text])))
);
CREATE INDEX holds_ip ON public.holds USING btree (tenant_id, ip_key, held_at) WHERE (ip_key IS NOT NULL);
CREATE INDEX holds_live ON public.holds USING btree (tenant_id, host_id, expires_at) WHERE (state = 'live'::text);
CREATE INDEX holds_member ON public.holds USING btree (tenant_id, member_id, held_at) WHERE (member_id IS NOT NULL);
CREATE INDEX holds_visitor ON public.holds USING btree (tenant_id, visitor_id, held_at) WHERE (visitor_id IS NOT NULL);
alter table holds enable row level security;
alter table holds force row level security;
create policy operator_reads on holds for select to app_operator using (true);
create policy tenant_only on holds using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on holds to app_operator;
grant delete, insert, select, update on holds to app_rt;
comment on table holds is 'Slots kept for somebody for minutes. Forgotten a day after they ended.';
comment on column holds.id is 'Also the id of the booking it becomes.';
comment on column holds.offer_id is 'The offer may be gone; what was offered stands in the row.';
comment on column holds.member_id is 'Set when the holder is signed in, or signed in later.';
comment on column holds.ip_key is 'Keyed fingerprint of the network it came from.';
comment on column holds.host_zone is 'The zone the host is in on that date.';

create table host_stays (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  time_zone text not null,
  from_on date not null,
  until_on date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint host_stays_pkey PRIMARY KEY (tenant_id, id),
  constraint host_stays_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint host_stays_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64))),
  constraint host_stays_valid CHECK ((until_on >= from_on))
);
CREATE INDEX host_stays_host ON public.host_stays USING btree (tenant_id, host_id, from_on);
alter table host_stays enable row level security;
alter table host_stays force row level security;
create policy operator_reads on host_stays for select to app_operator using (true);
create policy tenant_only on host_stays using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on host_stays to app_operator;
grant delete, insert, select, update on host_stays to app_rt;
comment on table host_stays is 'Times in which a host lives by the clock of another zone.';
comment on column host_stays.until_on is 'The last date; null while it goes on.';

create table hosts (
  tenant_id uuid not null,
  id uuid not null,
  time_zone text not null,
  is_accepting boolean not null default true,
  is_listed boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 0,
  constraint hosts_pkey PRIMARY KEY (tenant_id, id),
  constraint hosts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint hosts_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64))),
  constraint hosts_version_check CHECK ((version >= 0))
);
alter table hosts enable row level security;
alter table hosts force row level security;
create policy operator_reads on hosts for select to app_operator using (true);
create policy tenant_only on hosts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on hosts to app_operator;
grant delete, insert, select, update on hosts to app_rt;
comment on table hosts is 'Members who have a calendar.';
comment on column hosts.id is 'The member whose time it is.';
comment on column hosts.time_zone is 'IANA zone the weekly hours are meant in; stays elsewhere are host_stays.';
comment on column hosts.is_accepting is 'Whether the host takes new bookings.';
comment on column hosts.is_listed is 'Whether the site shows the host: approved and not hidden. Follows the profile.';
comment on column hosts.version is 'Grows with every replacement of the weekly hours, so that two who write at once are told.';

create table idempotency_keys (
  tenant_id uuid not null,
  actor_key text not null,
  procedure text not null,
  key text not null,
  input_hash text not null,
  state text not null,
  body json,
  created_at timestamp with time zone not null default now(),
  constraint idempotency_keys_pkey PRIMARY KEY (tenant_id, actor_key, procedure, key),
  constraint idempotency_keys_state_check CHECK ((state = ANY (ARRAY['started'::text, 'done'::text])))
);
CREATE INDEX idempotency_keys_created_at ON public.idempotency_keys USING btree (created_at);
alter table idempotency_keys enable row level security;
alter table idempotency_keys force row level security;
create policy relay_all on idempotency_keys to app_relay using (true) with check (true);
create policy tenant_only on idempotency_keys using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on idempotency_keys to app_relay;
grant delete, insert, select, update on idempotency_keys to app_rt;
comment on table idempotency_keys is 'Answers kept for repeated requests; wall clock, 72 hours.';
comment on column idempotency_keys.actor_key is 'Kind and id of the caller.';
comment on column idempotency_keys.body is 'The answer; null while the first request runs, and for ever when the answer holds a secret.';

create table ledger_accounts (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  owner text not null,
  unit text not null,
  is_guarded boolean not null generated always as ((kind <> ALL (ARRAY['gateway'::text, 'clearing'::text, 'fees'::text, 'goodwill'::text, 'issued'::text]))) stored,
  debits_posted bigint not null default 0,
  credits_posted bigint not null default 0,
  debits_pending bigint not null default 0,
  credits_pending bigint not null default 0,
  opened_at timestamp with time zone not null,
  constraint ledger_accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint ledger_accounts_covered CHECK (((NOT is_guarded) OR (((credits_posted - debits_posted) - debits_pending) >= 0))),
  constraint ledger_accounts_exact CHECK ((GREATEST(debits_posted, credits_posted) <= '9007199254740991'::bigint)),
  constraint ledger_accounts_kind_check CHECK ((kind ~ '^[a-z_]+$'::text)),
  constraint ledger_accounts_pending CHECK (((debits_pending >= 0) AND (credits_pending >= 0)))
) with (fillfactor=60);
CREATE INDEX ledger_accounts_owner ON public.ledger_accounts USING btree (owner, tenant_id);
alter table ledger_accounts enable row level security;
alter table ledger_accounts force row level security;
create policy operator_reads on ledger_accounts for select to app_operator using (true);
create policy tenant_only on ledger_accounts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table ledger_accounts owner to app_ledger;
grant select on ledger_accounts to app_operator;
grant select on ledger_accounts to app_rt;
comment on table ledger_accounts is 'Places where value is: wallets, escrows, fees. Opened by the first transfer that names them.';
comment on column ledger_accounts.id is 'Follows from kind, owner and unit.';
comment on column ledger_accounts.owner is 'Id of the order, member or gateway; empty for the site itself.';
comment on column ledger_accounts.unit is 'A currency such as EUR, or a kind of credit.';
comment on column ledger_accounts.debits_posted is 'Kept for guarded accounts only; an unguarded one is summed from its entries, so that no row is hot.';

create table ledger_lot_uses (
  tenant_id uuid not null,
  transfer_id uuid not null,
  lot_id uuid not null,
  amount bigint not null,
  returned bigint not null default 0,
  spent_at timestamp with time zone not null,
  constraint ledger_lot_uses_pkey PRIMARY KEY (tenant_id, transfer_id, lot_id),
  constraint ledger_lot_uses_tenant_id_lot_id_fkey FOREIGN KEY (tenant_id, lot_id) REFERENCES ledger_lots(tenant_id, id) ON DELETE RESTRICT,
  constraint ledger_lot_uses_amount_check CHECK ((amount > 0)),
  constraint ledger_lot_uses_within CHECK (((returned >= 0) AND (returned <= amount)))
);
CREATE INDEX ledger_lot_uses_lot ON public.ledger_lot_uses USING btree (lot_id, tenant_id);
alter table ledger_lot_uses enable row level security;
alter table ledger_lot_uses force row level security;
create policy operator_reads on ledger_lot_uses for select to app_operator using (true);
create policy tenant_only on ledger_lot_uses using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table ledger_lot_uses owner to app_ledger;
grant select on ledger_lot_uses to app_operator;
grant select on ledger_lot_uses to app_rt;
comment on table ledger_lot_uses is 'What a transfer out of a wallet took of which lots, so that it finds its way back there.';
comment on column ledger_lot_uses.returned is 'What of it came back to the lot since.';

create table ledger_lots (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  amount bigint not null,
  remaining bigint not null,
  opened_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint ledger_lots_pkey PRIMARY KEY (tenant_id, id),
  constraint ledger_lots_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES ledger_accounts(tenant_id, id) ON DELETE RESTRICT,
  constraint ledger_lots_amount_check CHECK ((amount > 0)),
  constraint ledger_lots_within CHECK (((remaining >= 0) AND (remaining <= amount)))
) with (fillfactor=70);
CREATE INDEX ledger_lots_unspent ON public.ledger_lots USING btree (account_id, tenant_id, expires_at, opened_at) WHERE (remaining > 0);
alter table ledger_lots enable row level security;
alter table ledger_lots force row level security;
create policy operator_reads on ledger_lots for select to app_operator using (true);
create policy tenant_only on ledger_lots using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table ledger_lots owner to app_ledger;
grant select on ledger_lots to app_operator;
grant select on ledger_lots to app_rt;
comment on table ledger_lots is 'What came into a wallet at once, spent in the order in which it ends. The lots of a wallet sum to what can be spent of it.';
comment on column ledger_lots.id is 'The transfer that brought it.';
comment on column ledger_lots.remaining is 'What of it was neither spent nor reserved.';
comment on column ledger_lots.expires_at is 'When the rest of it is gone, in business time; empty never.';

create table ledger_snapshots (
  tenant_id uuid not null,
  account_id uuid not null,
  debits_posted bigint not null,
  credits_posted bigint not null,
  covers_before bigint not null,
  cluster bigint not null,
  taken_at timestamp with time zone not null,
  constraint ledger_snapshots_pkey PRIMARY KEY (tenant_id, account_id)
);
alter table ledger_snapshots enable row level security;
alter table ledger_snapshots force row level security;
create policy operator_reads on ledger_snapshots for select to app_operator using (true);
create policy tenant_only on ledger_snapshots using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table ledger_snapshots owner to app_ledger;
grant select on ledger_snapshots to app_operator;
grant select on ledger_snapshots to app_rt;
comment on table ledger_snapshots is 'Sums of unguarded accounts up to a point; a balance is this and the later entries.';
comment on column ledger_snapshots.covers_before is 'Entries recorded by transactions with a smaller number are in the sums.';
comment on column ledger_snapshots.cluster is 'Transaction numbers mean something on this database system only: elsewhere the snapshot is ignored.';

create table ledger_transfers (
  tenant_id uuid not null,
  id uuid not null,
  debit_account_id uuid not null,
  credit_account_id uuid not null,
  unit text not null,
  amount bigint not null,
  state text not null,
  pending_id uuid,
  cause text not null,
  order_id uuid,
  payment_id uuid,
  happened_at timestamp with time zone not null,
  recorded_in bigint not null,
  reverses_id uuid,
  lot_id uuid,
  lot_expires_at timestamp with time zone,
  constraint ledger_transfers_pkey PRIMARY KEY (tenant_id, id),
  constraint ledger_transfers_amount_check CHECK (((amount >= 1) AND (amount <= '9007199254740991'::bigint))),
  constraint ledger_transfers_resolution CHECK (
CASE state
    WHEN 'pending'::text THEN (pending_id IS NULL)
    WHEN 'voided'::text THEN (pending_id IS NOT NULL)
    ELSE true
END),
  constraint ledger_transfers_state_check CHECK ((state = ANY (ARRAY['posted'::text, 'pending'::text, 'voided'::text]))),
  constraint ledger_transfers_two_accounts CHECK ((debit_account_id <> credit_account_id))
);
CREATE INDEX ledger_transfers_credit_economy ON public.ledger_transfers USING btree (unit, tenant_id, happened_at) WHERE (unit !~ '^[A-Z]{3}$'::text);
CREATE INDEX ledger_transfers_credits ON public.ledger_transfers USING btree (credit_account_id, tenant_id, recorded_in);
CREATE INDEX ledger_transfers_debits ON public.ledger_transfers USING btree (debit_account_id, tenant_id, recorded_in);
CREATE UNIQUE INDEX ledger_transfers_resolved_once ON public.ledger_transfers USING btree (tenant_id, pending_id) WHERE (pending_id IS NOT NULL);
CREATE INDEX ledger_transfers_reversals ON public.ledger_transfers USING btree (reverses_id, tenant_id) WHERE (reverses_id IS NOT NULL);
alter table ledger_transfers enable row level security;
alter table ledger_transfers force row level security;
create policy operator_reads on ledger_transfers for select to app_operator using (true);
create policy tenant_only on ledger_transfers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table ledger_transfers owner to app_ledger;
grant select on ledger_transfers to app_operator;
grant select on ledger_transfers to app_rt;
comment on table ledger_transfers is 'Every movement of value, for ever: a mistake is corrected by a transfer back.';
comment on column ledger_transfers.state is 'pending promises; a later row with pending_id posts part or all of it, or voids it.';
comment on column ledger_transfers.happened_at is 'Business time.';
comment on column ledger_transfers.recorded_in is 'Number of the writing transaction: smaller than every live one means final.';
comment on column ledger_transfers.reverses_id is 'The earlier movement of which this one brings back all or a part, between the same two accounts.';
comment on column ledger_transfers.lot_id is 'The one lot it takes from; empty when it takes from what ends first.';
comment on column ledger_transfers.lot_expires_at is 'Until when what it brings to a wallet can be spent; empty for ever.';

create table licences (
  tenant_id uuid not null,
  id uuid not null,
  module text not null,
  kind text not null,
  source text not null,
  state text not null,
  starts_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint licences_pkey PRIMARY KEY (tenant_id, id),
  constraint licences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint licences_ended_then CHECK (((state = ANY (ARRAY['expired'::text, 'replaced'::text, 'revoked'::text])) = (ended_at IS NOT NULL))),
  constraint licences_kind_check CHECK ((kind = ANY (ARRAY['trial'::text, 'subscription'::text, 'lifetime'::text]))),
  constraint licences_lifetime_never_expires CHECK (((kind = 'lifetime'::text) = (expires_at IS NULL))),
  constraint licences_module_check CHECK ((module ~ '^[a-z_]{2,40}$'::text)),
  constraint licences_source_check CHECK ((source = ANY (ARRAY['trial'::text, 'purchase'::text, 'operator'::text]))),
  constraint licences_state_check CHECK ((state = ANY (ARRAY['active'::text, 'grace'::text, 'suspended'::text, 'expired'::text, 'replaced'::text, 'revoked'::text])))
);
CREATE UNIQUE INDEX licences_one_in_force ON public.licences USING btree (tenant_id, module) WHERE (state = ANY (ARRAY['active'::text, 'grace'::text, 'suspended'::text]));
CREATE UNIQUE INDEX licences_one_trial ON public.licences USING btree (tenant_id, module) WHERE (kind = 'trial'::text);
alter table licences enable row level security;
alter table licences force row level security;
create policy operator_reads on licences for select to app_operator using (true);
create policy tenant_only on licences using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on licences to app_operator;
grant insert, select, update on licences to app_rt;
comment on table licences is 'Rights of a tenant to modules, beside those that its plan brings.';
comment on column licences.state is 'Of a subscription in grace the period ended unpaid and it still counts; a suspended one does not until it is paid.';
comment on column licences.expires_at is 'The end of the trial or of the paid period, in business time; grace comes after it.';

create table mail_links (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  purpose text not null,
  email text not null,
  hash text not null,
  sealed_token text,
  page_url text not null,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  former_email text,
  constraint mail_links_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_links_tenant_id_hash_key UNIQUE (tenant_id, hash),
  constraint mail_links_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint mail_links_former_email_check CHECK (((former_email IS NULL) OR ((purpose = 'change_email'::text) AND (used_at IS NOT NULL)))),
  constraint mail_links_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'change_email'::text])))
);
CREATE INDEX mail_links_member_id ON public.mail_links USING btree (tenant_id, member_id, requested_at);
CREATE INDEX mail_links_requested_at ON public.mail_links USING btree (tenant_id, requested_at);
alter table mail_links enable row level security;
alter table mail_links force row level security;
create policy tenant_only on mail_links using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on mail_links to app_rt;
comment on table mail_links is 'Links by mail that prove an address or reset a password, each once. All times are wall clock.';
comment on column mail_links.email is 'The address it was sent to: it proves no other.';
comment on column mail_links.sealed_token is 'Readable by the job that mails it, and emptied when it has.';
comment on column mail_links.page_url is 'The page of the tenant''s site the link opens.';

create table mail_suppressions (
  tenant_id uuid not null,
  id uuid not null,
  address text not null,
  reason text not null,
  detail text not null,
  source text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint mail_suppressions_pkey PRIMARY KEY (tenant_id, id),
  constraint mail_suppressions_tenant_id_address_key UNIQUE (tenant_id, address),
  constraint mail_suppressions_address_check CHECK (((address = lower(address)) AND (length(address) <= 320))),
  constraint mail_suppressions_detail_check CHECK ((length(detail) <= 300)),
  constraint mail_suppressions_reason_check CHECK ((reason = ANY (ARRAY['bounce'::text, 'complaint'::text])))
);
CREATE INDEX mail_suppressions_newest ON public.mail_suppressions USING btree (tenant_id, created_at, id);
alter table mail_suppressions enable row level security;
alter table mail_suppressions force row level security;
create policy operator_reads on mail_suppressions for select to app_operator using (true);
create policy tenant_only on mail_suppressions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on mail_suppressions to app_operator;
grant delete, insert, select, update on mail_suppressions to app_rt;
comment on table mail_suppressions is 'Addresses that get no more mails: the mailbox does not exist, or its owner called a mail unwanted.';
comment on column mail_suppressions.source is 'Who said so, such as smtp or sendgrid.';

create table match_cache (
  tenant_id uuid not null,
  client_kind text not null,
  client_id uuid not null,
  profile text not null,
  key text not null,
  answer jsonb not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint match_cache_pkey PRIMARY KEY (tenant_id, client_kind, client_id, profile),
  constraint match_cache_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint match_cache_answer_check CHECK ((jsonb_typeof(answer) = 'object'::text)),
  constraint match_cache_client_kind_check CHECK ((client_kind = ANY (ARRAY['visitor'::text, 'member'::text])))
);
CREATE INDEX match_cache_expires_at ON public.match_cache USING btree (tenant_id, expires_at);
alter table match_cache enable row level security;
alter table match_cache force row level security;
create policy tenant_only on match_cache using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on match_cache to app_rt;
comment on table match_cache is 'The last answer of each client, for a day.';

create table member_blocks (
  tenant_id uuid not null,
  id uuid not null,
  blocker_id uuid not null,
  blocked_id uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint member_blocks_pkey PRIMARY KEY (tenant_id, id),
  constraint member_blocks_once UNIQUE (tenant_id, blocker_id, blocked_id),
  constraint member_blocks_tenant_id_blocked_id_fkey FOREIGN KEY (tenant_id, blocked_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint member_blocks_tenant_id_blocker_id_fkey FOREIGN KEY (tenant_id, blocker_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint member_blocks_check CHECK ((blocker_id <> blocked_id))
);
CREATE INDEX member_blocks_newest ON public.member_blocks USING btree (tenant_id, blocker_id, created_at DESC, id DESC);
CREATE INDEX member_blocks_of_blocked ON public.member_blocks USING btree (tenant_id, blocked_id);
alter table member_blocks enable row level security;
alter table member_blocks force row level security;
create policy operator_reads on member_blocks for select to app_operator using (true);
create policy tenant_only on member_blocks using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on member_blocks to app_operator;
grant delete, insert, select, update on member_blocks to app_rt;
comment on table member_blocks is 'Who wants to have nothing to do with whom. It works both ways, and only the blocker knows.';

create table member_passwords (
  tenant_id uuid not null,
  member_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null,
  constraint member_passwords_pkey PRIMARY KEY (tenant_id, member_id),
  constraint member_passwords_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE
);
alter table member_passwords enable row level security;
alter table member_passwords force row level security;
create policy tenant_only on member_passwords using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on member_passwords to app_rt;
comment on table member_passwords is 'Argon2id hashes, or imported bcrypt hashes until their next sign-in. Apart from members, so that no list reads them by mistake.';

create table member_responses (
  tenant_id uuid not null,
  member_id uuid not null,
  asked integer not null,
  answered integer not null,
  median_minutes integer,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint member_responses_pkey PRIMARY KEY (tenant_id, member_id),
  constraint member_responses_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint member_responses_asked_check CHECK ((asked >= 0)),
  constraint member_responses_check CHECK (((answered >= 0) AND (answered <= asked))),
  constraint member_responses_median_minutes_check CHECK ((median_minutes >= 0))
);
alter table member_responses enable row level security;
alter table member_responses force row level security;
create policy operator_reads on member_responses for select to app_operator using (true);
create policy tenant_only on member_responses using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on member_responses to app_operator;
grant delete, insert, select, update on member_responses to app_rt;
comment on table member_responses is 'How members have answered those who wrote to them in the last 90 days; counted anew whenever it changes.';
comment on column member_responses.asked is 'Times somebody wrote to them alone or about a thing, and was answered or has waited for a day and more.';
comment on column member_responses.answered is 'Those they answered within 24 hours.';
comment on column member_responses.median_minutes is 'Half of their answers came as soon as this; null while there is none.';

create table members (
  tenant_id uuid not null,
  id uuid not null,
  external_id text,
  email text not null,
  email_verified_at timestamp with time zone,
  name text not null,
  roles text[] not null,
  locale text,
  time_zone text,
  preferences jsonb not null default '{}'::jsonb,
  status text not null default 'active'::text,
  version integer not null default 1,
  erased_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  suspended_until timestamp with time zone,
  pending_roles text[] not null default '{}'::text[],
  granted_roles text[] not null,
  constraint members_pkey PRIMARY KEY (tenant_id, id),
  constraint members_tenant_id_email_key UNIQUE (tenant_id, email),
  constraint members_tenant_id_external_id_key UNIQUE (tenant_id, external_id),
  constraint members_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint members_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint members_external_id_check CHECK (((length(external_id) >= 1) AND (length(external_id) <= 200))),
  constraint members_granted_roles_held CHECK ((roles @> granted_roles)),
  constraint members_name_check CHECK ((length(name) <= 200)),
  constraint members_preferences_check CHECK ((jsonb_typeof(preferences) = 'object'::text)),
  constraint members_roles_held_or_pending CHECK ((NOT (roles && pending_roles))),
  constraint members_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text, 'deactivated'::text, 'banned'::text]))),
  constraint members_suspended_until CHECK (((status = 'suspended'::text) = (suspended_until IS NOT NULL)))
);
CREATE INDEX members_name ON public.members USING btree (tenant_id, lower(name), id);
CREATE INDEX members_newest ON public.members USING btree (tenant_id, created_at DESC, id DESC);
alter table members enable row level security;
alter table members force row level security;
create policy operator_reads on members for select to app_operator using (true);
create policy tenant_only on members using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on members to app_operator;
grant delete, insert, select, update on members to app_rt;
comment on table members is 'People known to one site.';
comment on column members.external_id is 'The person''s id at the tenant''s own server, from its signed tokens.';
comment on column members.roles is 'Marketplace roles: client, coach, seller and so on.';
comment on column members.version is 'Raised to end every access token at once.';
comment on column members.erased_at is 'When the person''s data was erased on request; the row stays for what law requires to keep.';
comment on column members.suspended_until is 'When a suspended member may sign in again.';
comment on column members.pending_roles is 'Marketplace roles somebody asked for and has once the team approves.';
comment on column members.granted_roles is 'Those of the roles that were chosen, approved or given by the team; the others follow the tokens of the site''s server.';

create table memberships (
  tenant_id uuid not null,
  account_id uuid not null,
  staff_role text not null,
  granted text[] not null default '{}'::text[],
  denied text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint memberships_pkey PRIMARY KEY (tenant_id, account_id),
  constraint memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE RESTRICT,
  constraint memberships_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint memberships_staff_role_check CHECK ((staff_role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'guest'::text])))
);
CREATE INDEX memberships_account_id ON public.memberships USING btree (account_id);
alter table memberships enable row level security;
alter table memberships force row level security;
create policy operator_reads on memberships for select to app_operator using (true);
create policy tenant_only on memberships using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on memberships to app_operator;
grant delete, insert, select, update on memberships to app_rt;
comment on table memberships is 'What an account may do in a live tenant and its sandbox; a sandbox has no rows of its own.';
comment on column memberships.granted is 'Permissions beyond those of the role.';
comment on column memberships.denied is 'Permissions of the role that are taken away.';

create table message_answers (
  tenant_id uuid not null,
  conversation_id uuid not null,
  member_id uuid not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint message_answers_pkey PRIMARY KEY (tenant_id, conversation_id, member_id, asked_at),
  constraint message_answers_tenant_id_conversation_id_member_id_fkey FOREIGN KEY (tenant_id, conversation_id, member_id) REFERENCES conversation_participants(tenant_id, conversation_id, member_id) ON DELETE CASCADE,
  constraint message_answers_check CHECK ((answered_at >= asked_at))
);
CREATE INDEX message_answers_member ON public.message_answers USING btree (tenant_id, member_id, asked_at);
alter table message_answers enable row level security;
alter table message_answers force row level security;
create policy operator_reads on message_answers for select to app_operator using (true);
create policy tenant_only on message_answers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on message_answers to app_operator;
grant delete, insert, select, update on message_answers to app_rt;
comment on table message_answers is 'Who answered in a conversation, and when: kept for the 90 days that figures are made of.';
comment on column message_answers.asked_at is 'When the first message came that the person had not answered.';

create table message_attachments (
  tenant_id uuid not null,
  message_id uuid not null,
  "position" smallint not null,
  file_id uuid not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint message_attachments_pkey PRIMARY KEY (tenant_id, message_id, "position"),
  constraint message_attachments_file UNIQUE (tenant_id, file_id),
  constraint message_attachments_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id) ON DELETE CASCADE,
  constraint message_attachments_position_check CHECK ((("position" >= 1) AND ("position" <= 10)))
);
alter table message_attachments enable row level security;
alter table message_attachments force row level security;
create policy operator_reads on message_attachments for select to app_operator using (true);
create policy tenant_only on message_attachments using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on message_attachments to app_operator;
grant delete, insert, select, update on message_attachments to app_rt;
comment on table message_attachments is 'The files that came with messages, in their order.';

create table message_versions (
  tenant_id uuid not null,
  message_id uuid not null,
  version integer not null,
  body_sealed text not null,
  replaced_at timestamp with time zone not null,
  constraint message_versions_pkey PRIMARY KEY (tenant_id, message_id, version),
  constraint message_versions_tenant_id_message_id_fkey FOREIGN KEY (tenant_id, message_id) REFERENCES messages(tenant_id, id) ON DELETE CASCADE,
  constraint message_versions_version_check CHECK ((version > 0))
);
alter table message_versions enable row level security;
alter table message_versions force row level security;
create policy tenant_only on message_versions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update (body_sealed) on message_versions to app_rt;
comment on table message_versions is 'What edited and deleted messages said before: the trace for whoever has to judge a report.';

create table message_words (
  tenant_id uuid not null,
  conversation_id uuid not null,
  word bigint not null,
  seq bigint not null,
  created_at timestamp with time zone not null,
  constraint message_words_pkey PRIMARY KEY (tenant_id, conversation_id, word, seq),
  constraint message_words_tenant_id_conversation_id_seq_fkey FOREIGN KEY (tenant_id, conversation_id, seq) REFERENCES messages(tenant_id, conversation_id, seq) ON DELETE CASCADE
);
CREATE INDEX message_words_message ON public.message_words USING btree (tenant_id, conversation_id, seq);
alter table message_words enable row level security;
alter table message_words force row level security;
create policy tenant_only on message_words using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on message_words to app_rt;
comment on table message_words is 'Which words stand in which messages.';
comment on column message_words.word is 'The first 64 bits of the word''s HMAC under a key of the tenant''s own: nobody reads the word off it.';

create table messages (
  tenant_id uuid not null,
  id uuid not null,
  conversation_id uuid not null,
  seq bigint not null,
  change bigint not null,
  sender_id uuid,
  client_id text not null,
  body_sealed text not null,
  edited_at timestamp with time zone,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  reply_to_id uuid,
  hidden_at timestamp with time zone,
  constraint messages_pkey PRIMARY KEY (tenant_id, id),
  constraint messages_change UNIQUE (tenant_id, conversation_id, change),
  constraint messages_once UNIQUE (tenant_id, conversation_id, sender_id, client_id),
  constraint messages_place UNIQUE (tenant_id, conversation_id, id),
  constraint messages_seq UNIQUE (tenant_id, conversation_id, seq),
  constraint messages_reply FOREIGN KEY (tenant_id, conversation_id, reply_to_id) REFERENCES messages(tenant_id, conversation_id, id) ON DELETE SET NULL (reply_to_id),
  constraint messages_tenant_id_conversation_id_sender_id_fkey FOREIGN KEY (tenant_id, conversation_id, sender_id) REFERENCES conversation_participants(tenant_id, conversation_id, member_id) ON DELETE CASCADE,
  constraint messages_check CHECK ((change >= seq)),
  constraint messages_check1 CHECK (((deleted_at IS NULL) OR (body_sealed = ''::text))),
  constraint messages_client_id_check CHECK (((length(client_id) >= 1) AND (length(client_id) <= 64))),
  constraint messages_seq_check CHECK ((seq > 0))
);
CREATE INDEX messages_replies ON public.messages USING btree (tenant_id, conversation_id, reply_to_id, seq);
CREATE UNIQUE INDEX messages_team_once ON public.messages USING btree (tenant_id, conversation_id, client_id) WHERE (sender_id IS NULL);
alter table messages enable row level security;
alter table messages force row level security;
create policy tenant_only on messages using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on messages to app_rt;
comment on column messages.change is 'The number of the conversation''s change that made the message what it is.';
comment on column messages.sender_id is 'Null when the site''s team wrote it.';
comment on column messages.client_id is 'Chosen by the sender''s page: the same for every try to send this message.';
comment on column messages.body_sealed is 'The text under the tenant''s own key (AES-256-GCM), with the id of the key; empty when deleted.';
comment on column messages.hidden_at is 'Taken from sight by the site''s team after a report; nobody reads it until it is restored.';

create table moderation_cases (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  author_id uuid not null,
  state text not null,
  claimed_by uuid,
  decided_by uuid,
  reason text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint moderation_cases_pkey PRIMARY KEY (tenant_id, id),
  constraint moderation_cases_tenant_id_author_id_fkey FOREIGN KEY (tenant_id, author_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint moderation_cases_check CHECK (((state = 'claimed'::text) = (claimed_by IS NOT NULL))),
  constraint moderation_cases_check1 CHECK (((state = ANY (ARRAY['open'::text, 'claimed'::text])) = (decided_at IS NULL))),
  constraint moderation_cases_check2 CHECK (((decided_at IS NULL) = (reason IS NULL))),
  constraint moderation_cases_check3 CHECK (((decided_at IS NULL) = (decided_by IS NULL))),
  constraint moderation_cases_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000))),
  constraint moderation_cases_state_check CHECK ((state = ANY (ARRAY['open'::text, 'claimed'::text, 'dismissed'::text, 'hidden'::text, 'restored'::text])))
);
CREATE INDEX moderation_cases_author ON public.moderation_cases USING btree (tenant_id, author_id, created_at DESC, id DESC);
CREATE INDEX moderation_cases_newest ON public.moderation_cases USING btree (tenant_id, created_at, id);
CREATE UNIQUE INDEX moderation_cases_waiting ON public.moderation_cases USING btree (tenant_id, subject_kind, subject_id) WHERE (state = ANY (ARRAY['open'::text, 'claimed'::text]));
alter table moderation_cases enable row level security;
alter table moderation_cases force row level security;
create policy operator_reads on moderation_cases for select to app_operator using (true);
create policy tenant_only on moderation_cases using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on moderation_cases to app_operator;
grant delete, insert, select, update on moderation_cases to app_rt;
comment on table moderation_cases is 'Content that the site''s team has to look at, or has decided on.';
comment on column moderation_cases.author_id is 'Whose content it is.';
comment on column moderation_cases.claimed_by is 'The account that works on it.';

create table notification_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid,
  name text not null,
  fact jsonb not null,
  state text not null,
  attempts integer not null default 0,
  error text,
  queued_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  channel text not null,
  target_id uuid,
  due_at timestamp with time zone,
  is_for_digest boolean not null default false,
  digest_id uuid,
  constraint notification_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint notification_mails_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint notification_deliveries_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'push'::text, 'sms'::text, 'chat'::text]))),
  constraint notification_deliveries_due_check CHECK (((state <> 'waiting'::text) OR (due_at IS NOT NULL))),
  constraint notification_deliveries_ended_check CHECK (((state = ANY (ARRAY['waiting'::text, 'queued'::text])) = (ended_at IS NULL))),
  constraint notification_deliveries_reader_check CHECK (((channel = 'chat'::text) = (member_id IS NULL))),
  constraint notification_deliveries_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'queued'::text, 'sent'::text, 'dropped'::text, 'bundled'::text, 'suppressed'::text, 'failed'::text]))),
  constraint notification_mails_attempts_check CHECK ((attempts >= 0)),
  constraint notification_mails_error_check CHECK ((length(error) <= 300)),
  constraint notification_mails_fact_check CHECK ((jsonb_typeof(fact) = 'object'::text))
);
CREATE INDEX notification_deliveries_digest ON public.notification_deliveries USING btree (tenant_id, digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX notification_deliveries_failed ON public.notification_deliveries USING btree (tenant_id, queued_at) WHERE (state = 'failed'::text);
CREATE INDEX notification_deliveries_member ON public.notification_deliveries USING btree (tenant_id, member_id);
CREATE INDEX notification_deliveries_name ON public.notification_deliveries USING btree (tenant_id, name, id);
CREATE INDEX notification_deliveries_newest ON public.notification_deliveries USING btree (tenant_id, queued_at DESC, id DESC);
CREATE INDEX notification_deliveries_waiting ON public.notification_deliveries USING btree (tenant_id, member_id) WHERE (state = 'waiting'::text);
alter table notification_deliveries enable row level security;
alter table notification_deliveries force row level security;
create policy operator_reads on notification_deliveries for select to app_operator using (true);
create policy tenant_only on notification_deliveries using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on notification_deliveries to app_operator;
grant delete, insert, select, update on notification_deliveries to app_rt;
comment on table notification_deliveries is 'What is sent to members and to the team''s chat, and how it fared; what it says is written when it is sent.';
comment on column notification_deliveries.fact is 'The event it comes from: ids, amounts and times.';
comment on column notification_deliveries.state is 'Waiting for the end of quiet hours or for a digest. Dropped: not true any more when its turn came. Bundled: told in a digest. Suppressed: the address takes no mail.';
comment on column notification_deliveries.target_id is 'The push subscription or the chat connection it goes to.';
comment on column notification_deliveries.digest_id is 'The delivery it was bundled into.';

create table notification_preferences (
  tenant_id uuid not null,
  member_id uuid not null,
  category text not null,
  channel text not null,
  is_on boolean not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint notification_preferences_pkey PRIMARY KEY (tenant_id, member_id, category, channel),
  constraint notification_preferences_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint notification_preferences_channel_check CHECK ((channel = ANY (ARRAY['inApp'::text, 'email'::text, 'push'::text, 'sms'::text])))
);
alter table notification_preferences enable row level security;
alter table notification_preferences force row level security;
create policy operator_reads on notification_preferences for select to app_operator using (true);
create policy tenant_only on notification_preferences using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on notification_preferences to app_operator;
grant delete, insert, select, update on notification_preferences to app_rt;
comment on table notification_preferences is 'What members chose; without a row a channel is on.';

create table notification_rhythms (
  tenant_id uuid not null,
  member_id uuid not null,
  digest text not null default 'off'::text,
  quiet_from integer,
  quiet_until integer,
  phone text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  phone_verified_at timestamp with time zone,
  constraint notification_rhythms_pkey PRIMARY KEY (tenant_id, member_id),
  constraint notification_rhythms_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint notification_rhythms_check CHECK (((quiet_from IS NULL) = (quiet_until IS NULL))),
  constraint notification_rhythms_check1 CHECK ((quiet_from <> quiet_until)),
  constraint notification_rhythms_digest_check CHECK ((digest = ANY (ARRAY['off'::text, 'hourly'::text, 'daily'::text, 'weekly'::text]))),
  constraint notification_rhythms_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text)),
  constraint notification_rhythms_phone_verified CHECK (((phone IS NULL) = (phone_verified_at IS NULL))),
  constraint notification_rhythms_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 1439))),
  constraint notification_rhythms_quiet_until_check CHECK (((quiet_until >= 0) AND (quiet_until <= 1439)))
);
alter table notification_rhythms enable row level security;
alter table notification_rhythms force row level security;
create policy operator_reads on notification_rhythms for select to app_operator using (true);
create policy tenant_only on notification_rhythms using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on notification_rhythms to app_operator;
grant delete, insert, select, update on notification_rhythms to app_rt;
comment on table notification_rhythms is 'When members want news: digests and quiet hours, and the number for text messages.';
comment on column notification_rhythms.quiet_from is 'Minutes after midnight in the member''s time zone; later than quiet_until when the night lies between.';
comment on column notification_rhythms.phone is 'As E.164 writes it; null without one. Only a number whose messages the member has read stands here.';
comment on column notification_rhythms.phone_verified_at is 'When the member typed the code that was sent to the number.';

create table notifications (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  category text not null,
  title text not null,
  body text not null,
  about_kind text not null,
  about_id uuid not null,
  read_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint notifications_pkey PRIMARY KEY (tenant_id, id),
  constraint notifications_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint notifications_body_check CHECK ((length(body) <= 2000)),
  constraint notifications_title_check CHECK ((length(title) <= 300))
);
CREATE INDEX notifications_newest ON public.notifications USING btree (tenant_id, member_id, created_at DESC, id DESC);
CREATE INDEX notifications_oldest ON public.notifications USING btree (tenant_id, created_at);
CREATE INDEX notifications_unread ON public.notifications USING btree (tenant_id, member_id) WHERE (read_at IS NULL);
alter table notifications enable row level security;
alter table notifications force row level security;
create policy operator_reads on notifications for select to app_operator using (true);
create policy tenant_only on notifications using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on notifications to app_operator;
grant delete, insert, select, update on notifications to app_rt;
comment on table notifications is 'News for members as their page shows it, in the language they had.';
comment on column notifications.id is 'Follows from the news and its reader, so that nothing is told twice.';

create table operator_tasks (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  note_code text not null,
  params jsonb not null default '{}'::jsonb,
  state text not null default 'open'::text,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint operator_tasks_pkey PRIMARY KEY (tenant_id, id),
  constraint operator_tasks_done_at CHECK (((state = 'done'::text) = (done_at IS NOT NULL))),
  constraint operator_tasks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])))
);
CREATE UNIQUE INDEX operator_tasks_one_open ON public.operator_tasks USING btree (tenant_id, kind, subject_id) WHERE (state = 'open'::text);
CREATE INDEX operator_tasks_open ON public.operator_tasks USING btree (tenant_id, created_at) WHERE (state = 'open'::text);
alter table operator_tasks enable row level security;
alter table operator_tasks force row level security;
create policy operator_reads on operator_tasks for select to app_operator using (true);
create policy tenant_only on operator_tasks using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on operator_tasks to app_operator;
grant insert, select, update on operator_tasks to app_rt;
comment on table operator_tasks is 'What the system could not finish alone and a person has to look at.';
comment on column operator_tasks.kind is 'As orders.stuck or jobs.quarantined.';
comment on column operator_tasks.note_code is 'Code of the sentence that says what to do; params fill it.';
comment on column operator_tasks.created_at is 'Business time.';

create table order_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  number smallint not null,
  message text,
  changes text,
  changes_asked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint order_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint order_deliveries_number UNIQUE (tenant_id, order_id, number),
  constraint order_deliveries_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id) ON DELETE CASCADE,
  constraint order_deliveries_changes_check CHECK ((length(changes) <= 5000)),
  constraint order_deliveries_message_check CHECK ((length(message) <= 5000)),
  constraint order_deliveries_number_check CHECK ((number >= 1))
);
alter table order_deliveries enable row level security;
alter table order_deliveries force row level security;
create policy operator_reads on order_deliveries for select to app_operator using (true);
create policy tenant_only on order_deliveries using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on order_deliveries to app_operator;
grant delete, insert, select, update on order_deliveries to app_rt;
comment on table order_deliveries is 'What was delivered, each time, and what the buyer wanted changed in it.';
comment on column order_deliveries.message is 'Null once its writer was erased.';
comment on column order_deliveries.changes is 'What the buyer wanted changed; null when nothing, or once they were erased.';

create table order_disputes (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  opened_by text not null,
  reason text,
  reply text,
  outcome text,
  ruling text,
  opened_at timestamp with time zone not null,
  replied_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint order_disputes_pkey PRIMARY KEY (tenant_id, id),
  constraint order_disputes_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id) ON DELETE CASCADE,
  constraint order_disputes_closed CHECK (((outcome IS NULL) = (closed_at IS NULL))),
  constraint order_disputes_opened_by_check CHECK ((opened_by = ANY (ARRAY['client'::text, 'provider'::text, 'operator'::text]))),
  constraint order_disputes_outcome_check CHECK ((outcome = ANY (ARRAY['withdrawn'::text, 'conceded'::text, 'ruled'::text]))),
  constraint order_disputes_reason_check CHECK ((length(reason) <= 2000)),
  constraint order_disputes_reply_check CHECK ((length(reply) <= 2000)),
  constraint order_disputes_ruling_check CHECK ((length(ruling) <= 2000))
);
CREATE UNIQUE INDEX order_disputes_one_open ON public.order_disputes USING btree (tenant_id, order_id) WHERE (closed_at IS NULL);
CREATE INDEX order_disputes_opened ON public.order_disputes USING btree (tenant_id, opened_at, id);
CREATE INDEX order_disputes_order ON public.order_disputes USING btree (tenant_id, order_id, opened_at);
alter table order_disputes enable row level security;
alter table order_disputes force row level security;
create policy operator_reads on order_disputes for select to app_operator using (true);
create policy tenant_only on order_disputes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on order_disputes to app_operator;
grant delete, insert, select, update on order_disputes to app_rt;
comment on table order_disputes is 'What the sides of an order said when one of them objected, and how it ended.';
comment on column order_disputes.reason is 'Null when the buyer''s bank began it.';

create table order_lines (
  tenant_id uuid not null,
  order_id uuid not null,
  "position" smallint not null,
  title text not null,
  quantity integer not null,
  amount_minor bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint order_lines_pkey PRIMARY KEY (tenant_id, order_id, "position"),
  constraint order_lines_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id) ON DELETE CASCADE,
  constraint order_lines_position_check CHECK (("position" >= 1)),
  constraint order_lines_quantity_check CHECK ((quantity >= 1)),
  constraint order_lines_title_check CHECK ((length(title) <= 200))
);
alter table order_lines enable row level security;
alter table order_lines force row level security;
create policy operator_reads on order_lines for select to app_operator using (true);
create policy tenant_only on order_lines using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on order_lines to app_operator;
grant insert, select on order_lines to app_rt;
comment on table order_lines is 'What an order is made of; its lines add up to its amount.';
comment on column order_lines.amount_minor is 'Of the whole line; a discount is below zero.';

create table order_payments (
  tenant_id uuid not null,
  payment_id uuid not null,
  order_id uuid not null,
  heard_at timestamp with time zone not null,
  constraint order_payments_pkey PRIMARY KEY (tenant_id, payment_id),
  constraint order_payments_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX order_payments_order ON public.order_payments USING btree (tenant_id, order_id);
alter table order_payments enable row level security;
alter table order_payments force row level security;
create policy operator_reads on order_payments for select to app_operator using (true);
create policy tenant_only on order_payments using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on order_payments to app_operator;
grant insert, select on order_payments to app_rt;
comment on table order_payments is 'Payments that orders have heard of: a second one of an order is money to be given back, the same one told twice is nothing.';

create table order_works (
  tenant_id uuid not null,
  order_id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  title text not null,
  days smallint not null,
  revisions smallint,
  revisions_used smallint not null default 0,
  questions jsonb not null,
  answers jsonb,
  answered_at timestamp with time zone,
  paid_at timestamp with time zone,
  due_at timestamp with time zone,
  cancel_by text,
  cancel_share integer,
  cancel_reason text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint order_works_pkey PRIMARY KEY (tenant_id, order_id),
  constraint order_works_tenant_id_order_id_fkey FOREIGN KEY (tenant_id, order_id) REFERENCES orders(tenant_id, id) ON DELETE CASCADE,
  constraint order_works_answers_check CHECK ((jsonb_typeof(answers) = 'array'::text)),
  constraint order_works_cancel CHECK ((((cancel_by IS NULL) = (cancel_share IS NULL)) AND ((cancel_by IS NOT NULL) OR (cancel_reason IS NULL)))),
  constraint order_works_cancel_by_check CHECK ((cancel_by = ANY (ARRAY['client'::text, 'provider'::text]))),
  constraint order_works_cancel_reason_check CHECK ((length(cancel_reason) <= 2000)),
  constraint order_works_cancel_share_check CHECK (((cancel_share >= 0) AND (cancel_share <= 10000))),
  constraint order_works_days_check CHECK (((days >= 1) AND (days <= 10000))),
  constraint order_works_questions_check CHECK ((jsonb_typeof(questions) = 'array'::text)),
  constraint order_works_revisions CHECK ((revisions_used <= revisions)),
  constraint order_works_revisions_check CHECK ((revisions >= 0)),
  constraint order_works_revisions_used_check CHECK ((revisions_used >= 0)),
  constraint order_works_subject_kind_check CHECK ((subject_kind ~ '^[a-z_]{1,40}$'::text)),
  constraint order_works_title_check CHECK (((length(title) >= 1) AND (length(title) <= 200)))
);
CREATE INDEX order_works_paid ON public.order_works USING btree (tenant_id, subject_kind, paid_at);
CREATE INDEX order_works_subject ON public.order_works USING btree (tenant_id, subject_kind, subject_id, paid_at);
alter table order_works enable row level security;
alter table order_works force row level security;
create policy operator_reads on order_works for select to app_operator using (true);
create policy tenant_only on order_works using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on order_works to app_operator;
grant delete, insert, select, update on order_works to app_rt;
comment on table order_works is 'What an order for work is about, beside its row: what was agreed, and how far it is.';
comment on column order_works.subject_id is 'What it was bought from, such as a gig; the module that sells it knows more.';
comment on column order_works.days is 'From the start of the work to its delivery, as agreed.';
comment on column order_works.revisions is 'How often the buyer may ask for changes; null for as often as they like.';
comment on column order_works.questions is 'What the seller asked when it was bought.';
comment on column order_works.due_at is 'Until when it is to be delivered; null before the work starts.';
comment on column order_works.cancel_by is 'The side that proposed to call it off; null when no proposal waits.';
comment on column order_works.cancel_share is 'Basis points of what is held that would go back to the buyer.';

create table orders (
  tenant_id uuid not null,
  id uuid not null,
  number text not null,
  buyer_id uuid not null,
  seller_id uuid not null,
  booking_id uuid,
  amount_minor bigint not null,
  currency text not null,
  terms jsonb not null,
  state text not null,
  version integer not null,
  refunded_minor bigint not null default 0,
  proposed_by text,
  proposed_starts_at timestamp with time zone,
  note text,
  utm jsonb,
  page_url text,
  placed_at timestamp with time zone not null,
  kind text not null,
  constraint orders_pkey PRIMARY KEY (tenant_id, id),
  constraint orders_tenant_id_booking_id_key UNIQUE (tenant_id, booking_id),
  constraint orders_tenant_id_number_key UNIQUE (tenant_id, number),
  constraint orders_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint orders_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint orders_booking CHECK (((kind = 'session'::text) = (booking_id IS NOT NULL))),
  constraint orders_check CHECK ((seller_id <> buyer_id)),
  constraint orders_check1 CHECK (((refunded_minor >= 0) AND (refunded_minor <= amount_minor))),
  constraint orders_currency_check CHECK (((currency ~ '^[A-Z]{3}$'::text) OR (currency = 'credits'::text))),
  constraint orders_kind_check CHECK ((kind = ANY (ARRAY['session'::text, 'work'::text]))),
  constraint orders_note_check CHECK ((length(note) <= 2000)),
  constraint orders_page_url_check CHECK ((length(page_url) <= 2000)),
  constraint orders_proposal CHECK (((proposed_by IS NULL) = (proposed_starts_at IS NULL))),
  constraint orders_proposed_by_check CHECK ((proposed_by = ANY (ARRAY['client'::text, 'provider'::text]))),
  constraint orders_terms_check CHECK ((jsonb_typeof(terms) = 'object'::text))
);
CREATE INDEX orders_buyer ON public.orders USING btree (tenant_id, buyer_id, placed_at, id);
CREATE INDEX orders_placed ON public.orders USING btree (tenant_id, placed_at, id);
CREATE INDEX orders_seller ON public.orders USING btree (tenant_id, seller_id, placed_at, id);
CREATE INDEX orders_state ON public.orders USING btree (tenant_id, state, placed_at, id);
alter table orders enable row level security;
alter table orders force row level security;
create policy operator_reads on orders for select to app_operator using (true);
create policy tenant_only on orders using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on orders to app_operator;
grant delete, insert, select, update on orders to app_rt;
comment on table orders is 'Purchases. Where one stands is its flow''s business; its money is the ledger''s.';
comment on column orders.id is 'Also the id of its flow.';
comment on column orders.number is 'For people to quote; follows from the id.';
comment on column orders.terms is 'The cancellation table and the fee as they were when it was placed.';
comment on column orders.state is 'The main state of its flow, to be listed by.';
comment on column orders.version is 'Steps taken.';
comment on column orders.refunded_minor is 'What of the price went back to the buyer.';
comment on column orders.proposed_starts_at is 'The new time one side has proposed and the other has not answered.';
comment on column orders.utm is 'The campaign the buyer came from.';
comment on column orders.page_url is 'The page it was placed on, which links in mails lead to; null when it was placed without a page.';
comment on column orders.kind is 'What was bought: a session at a time, or work that is delivered.';

create table outbox (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  fact jsonb not null,
  happened_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  constraint outbox_pkey PRIMARY KEY (tenant_id, id)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);
CREATE INDEX outbox_created_at ON public.outbox USING btree (created_at, id);
alter table outbox enable row level security;
alter table outbox force row level security;
create policy relay_all on outbox to app_relay using (true) with check (true);
create policy tenant_only on outbox using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on outbox to app_relay;
grant insert on outbox to app_rt;
comment on table outbox is 'Events announced and not yet handed on; the relay deletes what it has handed on.';
comment on column outbox.name is 'Name of the event, as booking.confirmed.';
comment on column outbox.fact is 'Ids, amounts, times, a version and the recipients'' ids; never a name, a text or a secret.';
comment on column outbox.happened_at is 'Business time of the fact.';

create table payment_disputes (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  gateway_dispute_id text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint payment_disputes_pkey PRIMARY KEY (tenant_id, id),
  constraint payment_disputes_tenant_id_payment_id_fkey FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id) ON DELETE RESTRICT,
  constraint payment_disputes_amount_minor_check CHECK ((amount_minor > 0)),
  constraint payment_disputes_state_check CHECK ((state = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text])))
);
CREATE UNIQUE INDEX payment_disputes_gateway ON public.payment_disputes USING btree (tenant_id, payment_id, gateway_dispute_id);
alter table payment_disputes enable row level security;
alter table payment_disputes force row level security;
create policy operator_reads on payment_disputes for select to app_operator using (true);
create policy tenant_only on payment_disputes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on payment_disputes to app_operator;
grant insert, select, update on payment_disputes to app_rt;
comment on table payment_disputes is 'Payments the payer''s bank takes back.';

create table payments (
  tenant_id uuid not null,
  id uuid not null,
  order_id uuid not null,
  payer_member_id uuid,
  payer_visitor_id uuid,
  payee_ids uuid[] not null,
  amount_minor bigint not null,
  currency text not null,
  description text not null,
  locale text not null,
  return_url text not null,
  return_code_until timestamp with time zone not null,
  returned_at timestamp with time zone,
  gateway text not null,
  connection_id uuid not null,
  checkout_closes_at timestamp with time zone not null,
  checkout_id text,
  checkout_url text,
  gateway_payment_id text,
  status text not null,
  is_duplicate boolean not null default false,
  captured_minor bigint,
  captured_currency text,
  captured_at timestamp with time zone,
  declined_at timestamp with time zone,
  expired_at timestamp with time zone,
  refunded_minor bigint not null default 0,
  reported_refunds_minor bigint not null default 0,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  device text not null default 'desktop'::text,
  constraint payments_pkey PRIMARY KEY (tenant_id, id),
  constraint payments_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint payments_captured CHECK ((num_nonnulls(captured_minor, captured_currency, captured_at) = ANY (ARRAY[0, 3]))),
  constraint payments_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payments_description_check CHECK (((length(description) >= 1) AND (length(description) <= 200))),
  constraint payments_device_check CHECK ((device = ANY (ARRAY['desktop'::text, 'phone'::text]))),
  constraint payments_has_payer CHECK (((payer_member_id IS NOT NULL) OR (payer_visitor_id IS NOT NULL))),
  constraint payments_return_url_check CHECK ((length(return_url) <= 2000)),
  constraint payments_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'succeeded'::text, 'failed'::text, 'expired'::text, 'flagged'::text, 'refunding'::text, 'partially_refunded'::text, 'refunded'::text, 'disputed'::text])))
);
CREATE INDEX payments_captured ON public.payments USING btree (tenant_id, captured_at) WHERE (captured_at IS NOT NULL);
CREATE INDEX payments_gateway_payment ON public.payments USING btree (tenant_id, gateway, gateway_payment_id) WHERE (gateway_payment_id IS NOT NULL);
CREATE INDEX payments_member ON public.payments USING btree (tenant_id, payer_member_id, id) WHERE (payer_member_id IS NOT NULL);
CREATE INDEX payments_newest ON public.payments USING btree (tenant_id, created_at, id);
CREATE UNIQUE INDEX payments_one_open ON public.payments USING btree (tenant_id, order_id) WHERE (status = ANY (ARRAY['pending'::text, 'failed'::text]));
CREATE INDEX payments_order ON public.payments USING btree (tenant_id, order_id, id);
CREATE INDEX payments_status ON public.payments USING btree (tenant_id, status, id);
CREATE INDEX payments_visitor ON public.payments USING btree (tenant_id, payer_visitor_id) WHERE (payer_visitor_id IS NOT NULL);
alter table payments enable row level security;
alter table payments force row level security;
create policy operator_reads on payments for select to app_operator using (true);
create policy tenant_only on payments using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on payments to app_operator;
grant insert, select, update on payments to app_rt;
comment on table payments is 'Payments through a gateway. The row holds what is true at the gateway; the ledger holds where the money is.';
comment on column payments.description is 'What is bought, as the gateway shows it; part of the stored command.';
comment on column payments.return_code_until is 'Wall clock; until then the code in the way back identifies the order once.';
comment on column payments.checkout_closes_at is 'Wall clock, which is all a gateway knows; expires_at is the same in business time.';
comment on column payments.checkout_id is 'Null while the command was stored and no answer is known.';
comment on column payments.is_duplicate is 'The order was paid by another payment before: refunded at once.';
comment on column payments.captured_minor is 'What the gateway says was paid. Other than the amount, and the payment is flagged.';
comment on column payments.refunded_minor is 'What of it went back, as far as single refunds are known.';
comment on column payments.reported_refunds_minor is 'The highest total of refunds the gateway has spoken of.';
comment on column payments.expires_at is 'Business time; the checkout is closed then.';
comment on column payments.device is 'What the payer held in their hands; part of the stored command.';

create table payout_accounts (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  way text not null,
  country text not null,
  label text not null,
  details_sealed text,
  connection_id uuid,
  gateway_account_id text,
  is_ready boolean not null,
  removed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint payout_accounts_pkey PRIMARY KEY (tenant_id, id),
  constraint payout_accounts_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint payout_accounts_country_check CHECK ((country ~ '^[A-Z]{2}$'::text)),
  constraint payout_accounts_gateway_account_id_check CHECK (((length(gateway_account_id) >= 1) AND (length(gateway_account_id) <= 255))),
  constraint payout_accounts_label_check CHECK (((length(label) >= 1) AND (length(label) <= 60))),
  constraint payout_accounts_way CHECK ((((way = 'bank'::text) AND (connection_id IS NULL) AND (gateway_account_id IS NULL) AND is_ready AND ((details_sealed IS NOT NULL) OR (removed_at IS NOT NULL))) OR ((way = 'stripe'::text) AND (connection_id IS NOT NULL) AND (details_sealed IS NULL) AND ((gateway_account_id IS NOT NULL) OR (NOT is_ready))))),
  constraint payout_accounts_way_check CHECK ((way = ANY (ARRAY['bank'::text, 'stripe'::text])))
);
CREATE UNIQUE INDEX payout_accounts_current ON public.payout_accounts USING btree (tenant_id, member_id, is_ready) WHERE (removed_at IS NULL);
CREATE INDEX payout_accounts_member ON public.payout_accounts USING btree (tenant_id, member_id);
alter table payout_accounts enable row level security;
alter table payout_accounts force row level security;
create policy operator_reads on payout_accounts for select to app_operator using (true);
create policy tenant_only on payout_accounts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on payout_accounts to app_operator;
grant delete, insert, select, update on payout_accounts to app_rt;
comment on table payout_accounts is 'Where members are paid what they earned: a bank account, or an account of theirs at a gateway.';
comment on column payout_accounts.label is 'How it is shown: the last characters of its number.';
comment on column payout_accounts.details_sealed is 'Holder and numbers of a bank account; null once its member was erased.';
comment on column payout_accounts.connection_id is 'The site''s account at the gateway, which pays to the member''s.';
comment on column payout_accounts.gateway_account_id is 'Null while the gateway was asked to open it and has not answered.';
comment on column payout_accounts.is_ready is 'Whether it can be paid to; the gateway says so once it knows its owner.';
comment on column payout_accounts.removed_at is 'When its member took it back or had another one in its place; what is on its way there still arrives.';

create table payouts (
  tenant_id uuid not null,
  id uuid not null,
  reference text not null,
  member_id uuid not null,
  account_id uuid not null,
  way text not null,
  amount_minor bigint not null,
  currency text not null,
  state text not null,
  version integer not null,
  reason text,
  gateway_payout_id text,
  gateway_note text,
  decided_at timestamp with time zone,
  sent_at timestamp with time zone,
  ended_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint payouts_pkey PRIMARY KEY (tenant_id, id),
  constraint payouts_reference UNIQUE (tenant_id, reference),
  constraint payouts_tenant_id_account_id_fkey FOREIGN KEY (tenant_id, account_id) REFERENCES payout_accounts(tenant_id, id) ON DELETE CASCADE,
  constraint payouts_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint payouts_amount_minor_check CHECK (((amount_minor >= 1) AND (amount_minor <= '9007199254740991'::bigint))),
  constraint payouts_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint payouts_decided CHECK (((state = ANY (ARRAY['requested'::text, 'cancelled'::text])) OR (decided_at IS NOT NULL))),
  constraint payouts_ended CHECK (((ended_at IS NOT NULL) = (state = ANY (ARRAY['paid'::text, 'failed'::text, 'rejected'::text, 'cancelled'::text, 'returned'::text])))),
  constraint payouts_gateway_note_check CHECK (((length(gateway_note) >= 1) AND (length(gateway_note) <= 500))),
  constraint payouts_gateway_payout_id_check CHECK (((length(gateway_payout_id) >= 1) AND (length(gateway_payout_id) <= 255))),
  constraint payouts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500))),
  constraint payouts_reference_check CHECK ((reference ~ '^P-[0-9A-Z]{10}$'::text)),
  constraint payouts_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'approved'::text, 'on_its_way'::text, 'paid'::text, 'failed'::text, 'rejected'::text, 'cancelled'::text, 'returned'::text]))),
  constraint payouts_version_check CHECK ((version >= 0)),
  constraint payouts_way_check CHECK ((way = ANY (ARRAY['bank'::text, 'stripe'::text])))
);
CREATE INDEX payouts_account ON public.payouts USING btree (tenant_id, account_id);
CREATE UNIQUE INDEX payouts_at_gateway ON public.payouts USING btree (tenant_id, gateway_payout_id) WHERE (gateway_payout_id IS NOT NULL);
CREATE INDEX payouts_member ON public.payouts USING btree (tenant_id, member_id, created_at DESC, id DESC);
CREATE INDEX payouts_state ON public.payouts USING btree (tenant_id, state, created_at, id);
alter table payouts enable row level security;
alter table payouts force row level security;
create policy operator_reads on payouts for select to app_operator using (true);
create policy tenant_only on payouts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on payouts to app_operator;
grant delete, insert, select, update on payouts to app_rt;
comment on table payouts is 'What members asked to be paid of what they earned. Where it stands is decided by its flow, where the money is by the ledger.';
comment on column payouts.reference is 'For people and bank statements.';
comment on column payouts.account_id is 'Where it goes, as it was when it was asked for.';
comment on column payouts.state is 'The state of its flow.';
comment on column payouts.version is 'Steps its flow has taken.';
comment on column payouts.reason is 'Why it was rejected, failed or came back, as the team tells the member.';
comment on column payouts.gateway_payout_id is 'The gateway''s id of it; null until the gateway has taken it, and for a bank account.';
comment on column payouts.gateway_note is 'What the gateway said against it, for the team.';
comment on column payouts.decided_at is 'When the team approved or rejected it.';
comment on column payouts.sent_at is 'When it was handed to the bank or taken by the gateway.';
comment on column payouts.ended_at is 'When it came to its present end.';

create table phone_codes (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  phone text not null,
  hash text not null,
  sealed_code text,
  locale text not null,
  attempts integer not null default 0,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint phone_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint phone_codes_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint phone_codes_attempts_check CHECK (((attempts >= 0) AND (attempts <= 5))),
  constraint phone_codes_phone_check CHECK ((phone ~ '^\+[1-9][0-9]{6,14}$'::text))
);
CREATE INDEX phone_codes_member ON public.phone_codes USING btree (tenant_id, member_id, requested_at DESC);
CREATE UNIQUE INDEX phone_codes_open ON public.phone_codes USING btree (tenant_id, member_id) WHERE (ended_at IS NULL);
CREATE INDEX phone_codes_phone ON public.phone_codes USING btree (tenant_id, phone, requested_at DESC);
CREATE INDEX phone_codes_requested_at ON public.phone_codes USING btree (tenant_id, requested_at);
alter table phone_codes enable row level security;
alter table phone_codes force row level security;
create policy tenant_only on phone_codes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on phone_codes to app_rt;
comment on table phone_codes is 'Codes by text message that show whose a number is: six digits, ten minutes, five tries, one use. All times are wall clock.';
comment on column phone_codes.sealed_code is 'Readable by the job that sends it, and emptied when it has.';
comment on column phone_codes.ended_at is 'When it was used, tried too often, replaced by a newer one, or its number took no messages.';

create table plan_prices (
  plan text not null,
  monthly_minor bigint not null,
  annual_minor bigint not null,
  currency text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint plan_prices_pkey PRIMARY KEY (plan),
  constraint plan_prices_plan_fkey FOREIGN KEY (plan) REFERENCES plans(key) ON DELETE RESTRICT,
  constraint plan_prices_annual_minor_check CHECK ((annual_minor >= 0)),
  constraint plan_prices_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text)),
  constraint plan_prices_monthly_minor_check CHECK ((monthly_minor >= 0))
);
alter table plan_prices enable row level security;
alter table plan_prices force row level security;
create policy everybody_reads on plan_prices for select using (true);
create policy operators_change on plan_prices for update to app_rt using ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid)) with check ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid));
grant select on plan_prices to app_operator;
grant select, update (monthly_minor, annual_minor, currency, updated_at) on plan_prices to app_rt;
comment on table plan_prices is 'What the plans cost, by the month or the year. Global: the same for all tenants.';

create table plans (
  key text not null,
  rank smallint not null,
  modules text[] not null,
  limits jsonb not null,
  grace_days smallint not null default 0,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  may_hide_powered_by boolean not null default false,
  constraint plans_pkey PRIMARY KEY (key),
  constraint plans_rank_key UNIQUE (rank),
  constraint plans_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 60))),
  constraint plans_key_check CHECK ((key = ANY (ARRAY['free'::text, 'starter'::text, 'professional'::text, 'enterprise'::text]))),
  constraint plans_limits_check CHECK ((jsonb_typeof(limits) = 'object'::text))
);
alter table plans enable row level security;
alter table plans force row level security;
create policy everybody_reads on plans for select using (true);
create policy operators_change on plans for update to app_rt using ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid)) with check ((( SELECT app_tenant() AS app_tenant) = '00000000-0000-8000-8000-000000000000'::uuid));
grant select on plans to app_operator;
grant select, update (modules, limits, grace_days, updated_at, may_hide_powered_by) on plans to app_rt;
comment on table plans is 'What a tenant of each plan may use. Global: the same for all tenants, changed by operators alone.';
comment on column plans.rank is 'Their order, the smallest plan first.';
comment on column plans.limits is 'Most units of a metric: { "scheduling.bookings": 100 }. A metric without one is not limited.';
comment on column plans.grace_days is 'For so many days a subscription goes on after its period ended unpaid.';
comment on column plans.may_hide_powered_by is 'Whether widgets and mails of its sites may leave out that Tessera is behind them.';

create unlogged table presence (
  tenant_id uuid not null,
  member_id uuid not null,
  state text not null,
  seen_at timestamp with time zone not null,
  constraint presence_pkey PRIMARY KEY (tenant_id, member_id),
  constraint presence_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint presence_state_check CHECK ((state = ANY (ARRAY['online'::text, 'away'::text, 'offline'::text])))
);
alter table presence enable row level security;
alter table presence force row level security;
create policy operator_reads on presence for select to app_operator using (true);
create policy tenant_only on presence using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on presence to app_operator;
grant delete, insert, select, update on presence to app_rt;
comment on table presence is 'Whether members are there, as their pages last said.';

create table processed_jobs (
  tenant_id uuid not null,
  job_id text not null,
  processed_at timestamp with time zone not null default now(),
  constraint processed_jobs_pkey PRIMARY KEY (tenant_id, job_id)
);
CREATE INDEX processed_jobs_processed_at ON public.processed_jobs USING btree (processed_at);
alter table processed_jobs enable row level security;
alter table processed_jobs force row level security;
create policy relay_all on processed_jobs to app_relay using (true) with check (true);
create policy tenant_only on processed_jobs using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, select on processed_jobs to app_relay;
grant insert, select on processed_jobs to app_rt;
comment on table processed_jobs is 'Jobs whose effect is committed: a job that runs again finds itself here and stops.';
comment on column processed_jobs.job_id is 'Id of the event or timer, and the subscriber''s name.';

create table profile_offer_prices (
  tenant_id uuid not null,
  offer_id uuid not null,
  member_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  is_active boolean not null,
  version integer not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint profile_offer_prices_pkey PRIMARY KEY (tenant_id, offer_id)
);
CREATE INDEX profile_offer_prices_member ON public.profile_offer_prices USING btree (tenant_id, member_id);
alter table profile_offer_prices enable row level security;
alter table profile_offer_prices force row level security;
create policy operator_reads on profile_offer_prices for select to app_operator using (true);
create policy tenant_only on profile_offer_prices using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on profile_offer_prices to app_operator;
grant delete, insert, select, update on profile_offer_prices to app_rt;
comment on table profile_offer_prices is 'Prices of offers as last announced by the modules that own them.';

create table profiles (
  tenant_id uuid not null,
  member_id uuid not null,
  name text not null,
  headline text not null default ''::text,
  bio text not null default ''::text,
  expertise text[] not null default '{}'::text[],
  languages text[] not null default '{}'::text[],
  countries text[] not null default '{}'::text[],
  socials jsonb not null default '{}'::jsonb,
  photo_file_id uuid,
  is_listed boolean not null default false,
  from_amount_minor bigint,
  from_currency text,
  rating_average double precision,
  rating_count integer not null default 0,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  chosen_photo_file_id uuid,
  hidden_at timestamp with time zone,
  answer_minutes integer,
  constraint profiles_pkey PRIMARY KEY (tenant_id, member_id),
  constraint profiles_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint profiles_answer_minutes_check CHECK ((answer_minutes > 0)),
  constraint profiles_bio_check CHECK ((length(bio) <= 5000)),
  constraint profiles_check CHECK (((from_amount_minor IS NULL) = (from_currency IS NULL))),
  constraint profiles_countries_check CHECK ((cardinality(countries) <= 50)),
  constraint profiles_expertise_check CHECK ((cardinality(expertise) <= 30)),
  constraint profiles_from_amount_minor_check CHECK ((from_amount_minor >= 0)),
  constraint profiles_headline_check CHECK ((length(headline) <= 160)),
  constraint profiles_languages_check CHECK ((cardinality(languages) <= 20)),
  constraint profiles_name_check CHECK ((length(name) <= 200)),
  constraint profiles_rating_average_check CHECK (((rating_average >= (1)::double precision) AND (rating_average <= (5)::double precision))),
  constraint profiles_rating_count_check CHECK ((rating_count >= 0)),
  constraint profiles_socials_check CHECK ((jsonb_typeof(socials) = 'object'::text))
);
CREATE INDEX profiles_listed ON public.profiles USING btree (tenant_id, COALESCE(rating_average, (0)::double precision) DESC, member_id) WHERE is_listed;
CREATE INDEX profiles_newest ON public.profiles USING btree (tenant_id, created_at DESC, member_id DESC) WHERE is_listed;
CREATE INDEX profiles_price ON public.profiles USING btree (tenant_id, from_currency, from_amount_minor, member_id) WHERE (is_listed AND (from_currency IS NOT NULL));
alter table profiles enable row level security;
alter table profiles force row level security;
create policy operator_reads on profiles for select to app_operator using (true);
create policy tenant_only on profiles using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on profiles to app_operator;
grant delete, insert, select, update on profiles to app_rt;
comment on table profiles is 'What members show of themselves.';
comment on column profiles.name is 'Copy of the member''s own name; follows member.changed.';
comment on column profiles.photo_file_id is 'The photo shown: its squares are ready.';
comment on column profiles.is_listed is 'Approved in a provider role and not hidden: shown in lists and bookable.';
comment on column profiles.from_amount_minor is 'Lowest price among the active offers, in minor units.';
comment on column profiles.chosen_photo_file_id is 'The photo that will be shown once its squares are made; the last one chosen wins.';
comment on column profiles.hidden_at is 'Taken from sight by the site''s team; it is listed nowhere meanwhile.';
comment on column profiles.answer_minutes is 'Within so many minutes the person usually answers messages; null while few have written. Follows the messages.';

create table provider_applications (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  role text not null,
  state text not null,
  note text not null default ''::text,
  reason text,
  decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint provider_applications_pkey PRIMARY KEY (tenant_id, id),
  constraint provider_applications_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint provider_applications_check CHECK (((state = 'rejected'::text) = (reason IS NOT NULL))),
  constraint provider_applications_note_check CHECK ((length(note) <= 2000)),
  constraint provider_applications_reason_check CHECK ((length(reason) <= 2000)),
  constraint provider_applications_state_check CHECK ((state = ANY (ARRAY['applied'::text, 'approved'::text, 'rejected'::text, 'withdrawn'::text])))
);
CREATE INDEX provider_applications_newest ON public.provider_applications USING btree (tenant_id, created_at DESC, id DESC);
CREATE UNIQUE INDEX provider_applications_open ON public.provider_applications USING btree (tenant_id, member_id, role) WHERE (state = ANY (ARRAY['applied'::text, 'approved'::text]));
CREATE INDEX provider_applications_role ON public.provider_applications USING btree (tenant_id, role, id);
CREATE INDEX provider_applications_waiting ON public.provider_applications USING btree (tenant_id, created_at) WHERE (state = 'applied'::text);
alter table provider_applications enable row level security;
alter table provider_applications force row level security;
create policy operator_reads on provider_applications for select to app_operator using (true);
create policy tenant_only on provider_applications using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on provider_applications to app_operator;
grant delete, insert, select, update on provider_applications to app_rt;

create table provider_events (
  tenant_id uuid not null,
  id uuid not null,
  received_at timestamp with time zone not null,
  constraint provider_events_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX provider_events_oldest ON public.provider_events USING btree (tenant_id, received_at);
alter table provider_events enable row level security;
alter table provider_events force row level security;
create policy operator_reads on provider_events for select to app_operator using (true);
create policy tenant_only on provider_events using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on provider_events to app_operator;
grant delete, insert, select, update on provider_events to app_rt;
comment on table provider_events is 'What providers of mails and text messages told of them and was applied, so that it is applied once.';
comment on column provider_events.id is 'Follows from the connection and the provider''s id of the event.';
comment on column provider_events.received_at is 'Wall clock.';

create table push_keys (
  tenant_id uuid not null,
  public_key text not null,
  private_key_sealed text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint push_keys_pkey PRIMARY KEY (tenant_id)
);
alter table push_keys enable row level security;
alter table push_keys force row level security;
create policy tenant_only on push_keys using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on push_keys to app_rt;
comment on table push_keys is 'The keys by which a tenant''s pushes are known to browsers'' push services (RFC 8292), made at first use.';

create table push_subscriptions (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  endpoint text not null,
  public_key text not null,
  auth_secret text not null,
  device text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  session_id uuid,
  constraint push_subscriptions_pkey PRIMARY KEY (tenant_id, id),
  constraint push_subscriptions_tenant_id_endpoint_key UNIQUE (tenant_id, endpoint),
  constraint push_subscriptions_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint push_subscriptions_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES sessions(tenant_id, id) ON DELETE SET NULL (session_id),
  constraint push_subscriptions_auth_secret_check CHECK ((length(auth_secret) <= 50)),
  constraint push_subscriptions_device_check CHECK ((length(device) <= 200)),
  constraint push_subscriptions_endpoint_check CHECK ((length(endpoint) <= 1000)),
  constraint push_subscriptions_public_key_check CHECK ((length(public_key) <= 100))
);
CREATE INDEX push_subscriptions_member ON public.push_subscriptions USING btree (tenant_id, member_id);
CREATE INDEX push_subscriptions_session ON public.push_subscriptions USING btree (tenant_id, session_id);
alter table push_subscriptions enable row level security;
alter table push_subscriptions force row level security;
create policy tenant_only on push_subscriptions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on push_subscriptions to app_rt;
comment on table push_subscriptions is 'The browsers in which members want pushes.';
comment on column push_subscriptions.endpoint is 'An address at the browser''s maker; whoever knows it and the tenant''s key may push.';
comment on column push_subscriptions.session_id is 'The session in which it was added; null when the site''s server added it, or once the session is forgotten.';

create table quiz_answers (
  tenant_id uuid not null,
  id uuid not null,
  owner_kind text not null,
  owner_id uuid not null,
  answers jsonb not null,
  completed_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  version integer not null default 1,
  constraint quiz_answers_pkey PRIMARY KEY (tenant_id, id),
  constraint quiz_answers_tenant_id_owner_kind_owner_id_key UNIQUE (tenant_id, owner_kind, owner_id),
  constraint quiz_answers_answers_check CHECK ((jsonb_typeof(answers) = 'object'::text)),
  constraint quiz_answers_owner_kind_check CHECK ((owner_kind = ANY (ARRAY['visitor'::text, 'member'::text]))),
  constraint quiz_answers_version_check CHECK ((version >= 1))
);
alter table quiz_answers enable row level security;
alter table quiz_answers force row level security;
create policy tenant_only on quiz_answers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on quiz_answers to app_rt;
comment on table quiz_answers is 'One quiz for each visitor or member; incomplete until completed_at.';
comment on column quiz_answers.version is 'Grows whenever answers are kept, so that two windows of one person lose none of them.';

create unlogged table rate_limits (
  key text not null,
  tat bigint not null,
  constraint rate_limits_pkey PRIMARY KEY (key)
);
CREATE INDEX rate_limits_tat ON public.rate_limits USING btree (tat);
grant delete, insert, select, update on rate_limits to app_relay;
grant delete, insert, select, update on rate_limits to app_rt;
comment on table rate_limits is 'One row per limited caller and limit, by the generic cell rate algorithm.';
comment on column rate_limits.tat is 'Theoretical arrival time of the next request, in microseconds since 1970.';

create table refresh_tokens (
  tenant_id uuid not null,
  hash text not null,
  session_id uuid not null,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  key_id text,
  constraint refresh_tokens_pkey PRIMARY KEY (tenant_id, hash),
  constraint refresh_tokens_tenant_id_session_id_fkey FOREIGN KEY (tenant_id, session_id) REFERENCES sessions(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_session_id ON public.refresh_tokens USING btree (tenant_id, session_id);
alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;
create policy tenant_only on refresh_tokens using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on refresh_tokens to app_rt;
comment on table refresh_tokens is 'Each is used once; a second use long after the first ends its session.';
comment on column refresh_tokens.key_id is 'The platform''s key by which the next token followed from this one; null until used.';

create table refunds (
  tenant_id uuid not null,
  id uuid not null,
  payment_id uuid not null,
  amount_minor bigint not null,
  currency text not null,
  reason text not null,
  origin text not null,
  state text not null,
  retried_by uuid,
  gateway_refund_id text,
  is_settled boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint refunds_pkey PRIMARY KEY (tenant_id, id),
  constraint refunds_tenant_id_payment_id_fkey FOREIGN KEY (tenant_id, payment_id) REFERENCES payments(tenant_id, id) ON DELETE RESTRICT,
  constraint refunds_amount_minor_check CHECK ((amount_minor > 0)),
  constraint refunds_origin_check CHECK ((origin = ANY (ARRAY['house'::text, 'gateway'::text]))),
  constraint refunds_reason_check CHECK ((reason = ANY (ARRAY['cancelled'::text, 'dispute'::text, 'goodwill'::text, 'duplicate'::text, 'flagged'::text, 'gateway'::text, 'retry'::text]))),
  constraint refunds_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'pending'::text, 'succeeded'::text, 'failed'::text])))
);
CREATE UNIQUE INDEX refunds_gateway_refund ON public.refunds USING btree (tenant_id, payment_id, gateway_refund_id) WHERE (gateway_refund_id IS NOT NULL);
CREATE INDEX refunds_newest ON public.refunds USING btree (tenant_id, created_at);
CREATE INDEX refunds_payment ON public.refunds USING btree (tenant_id, payment_id);
alter table refunds enable row level security;
alter table refunds force row level security;
create policy operator_reads on refunds for select to app_operator using (true);
create policy tenant_only on refunds using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on refunds to app_operator;
grant insert, select, update on refunds to app_rt;
comment on table refunds is 'Money on its way back to a payer through the gateway it came by.';
comment on column refunds.origin is 'gateway: made by somebody in the gateway''s own dashboard.';
comment on column refunds.state is 'requested: the command is stored; pending: the gateway has taken it.';
comment on column refunds.retried_by is 'The refund that tries again what failed here.';
comment on column refunds.is_settled is 'The ledger says that the gateway has paid it out.';

create table reports (
  tenant_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  reporter_id uuid,
  category text not null,
  text text not null,
  sealed_evidence text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  rules text[] not null,
  constraint reports_pkey PRIMARY KEY (tenant_id, id),
  constraint reports_once UNIQUE (tenant_id, case_id, reporter_id),
  constraint reports_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES moderation_cases(tenant_id, id) ON DELETE CASCADE,
  constraint reports_tenant_id_reporter_id_fkey FOREIGN KEY (tenant_id, reporter_id) REFERENCES members(tenant_id, id) ON DELETE SET NULL (reporter_id),
  constraint reports_category_check CHECK ((category = ANY (ARRAY['spam'::text, 'harassment'::text, 'hate'::text, 'sexual'::text, 'fraud'::text, 'impersonation'::text, 'privacy'::text, 'other'::text, 'rule'::text]))),
  constraint reports_check CHECK (((reporter_id IS NOT NULL) OR (category = 'rule'::text) OR (text = ''::text))),
  constraint reports_check1 CHECK (((rules <@ ARRAY['words'::text, 'links'::text, 'contacts'::text, 'spam'::text]) AND ((rules = '{}'::text[]) OR (reporter_id IS NULL)))),
  constraint reports_text_check CHECK ((length(text) <= 2000))
);
CREATE INDEX reports_reporter ON public.reports USING btree (tenant_id, reporter_id, created_at DESC, id DESC);
alter table reports enable row level security;
alter table reports force row level security;
create policy operator_reads on reports for select to app_operator using (true);
create policy tenant_only on reports using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on reports to app_operator;
grant delete, insert, select, update on reports to app_rt;
comment on table reports is 'What somebody, or a rule of the site, says is wrong with content.';
comment on column reports.reporter_id is 'Null when a rule of the site spoke, or the person is gone.';
comment on column reports.sealed_evidence is 'The content as it was at that moment, sealed under the house''s key.';
comment on column reports.rules is 'The rules of the site that found something; empty when a person spoke.';

create table review_rounds (
  tenant_id uuid not null,
  source_id uuid not null,
  client_id uuid not null,
  host_id uuid not null,
  title text not null,
  opened_at timestamp with time zone not null,
  context text not null,
  gig_id uuid,
  constraint review_rounds_pkey PRIMARY KEY (tenant_id, context, source_id),
  constraint review_rounds_context_check CHECK ((context = ANY (ARRAY['session'::text, 'gig'::text]))),
  constraint review_rounds_gig CHECK (((context = 'gig'::text) = (gig_id IS NOT NULL)))
);
CREATE INDEX review_rounds_client ON public.review_rounds USING btree (tenant_id, client_id, opened_at DESC, source_id DESC);
CREATE INDEX review_rounds_host ON public.review_rounds USING btree (tenant_id, host_id, opened_at DESC, source_id DESC);
alter table review_rounds enable row level security;
alter table review_rounds force row level security;
create policy operator_reads on review_rounds for select to app_operator using (true);
create policy tenant_only on review_rounds using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on review_rounds to app_operator;
grant delete, insert, select, update on review_rounds to app_rt;
comment on table review_rounds is 'Completed sessions and orders, whose two people may each review the other once.';
comment on column review_rounds.source_id is 'The booking of a session, the order of a gig.';
comment on column review_rounds.gig_id is 'What was bought; null for a session.';

create table reviews (
  tenant_id uuid not null,
  id uuid not null,
  source_id uuid not null,
  author_id uuid not null,
  subject_id uuid not null,
  text text not null default ''::text,
  published_at timestamp with time zone,
  hidden_at timestamp with time zone,
  hidden_reason text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  context text not null,
  gig_id uuid,
  ratings jsonb not null,
  overall double precision not null,
  reply text,
  replied_at timestamp with time zone,
  constraint reviews_pkey PRIMARY KEY (tenant_id, id),
  constraint reviews_once UNIQUE (tenant_id, context, source_id, author_id),
  constraint reviews_tenant_id_context_source_id_fkey FOREIGN KEY (tenant_id, context, source_id) REFERENCES review_rounds(tenant_id, context, source_id) ON DELETE CASCADE,
  constraint reviews_check CHECK ((author_id <> subject_id)),
  constraint reviews_check1 CHECK (((hidden_at IS NULL) = (hidden_reason IS NULL))),
  constraint reviews_gig CHECK (((gig_id IS NULL) OR (context = 'gig'::text))),
  constraint reviews_hidden_reason_check CHECK ((length(hidden_reason) <= 500)),
  constraint reviews_overall_check CHECK (((overall >= (1)::double precision) AND (overall <= (5)::double precision))),
  constraint reviews_ratings_check CHECK (((jsonb_typeof(ratings) = 'object'::text) AND (NOT jsonb_path_exists(ratings, 'strict $.*?(((@.type() != "number" || @ < 1) || @ > 5) || @ % 1 != 0)'::jsonpath)))),
  constraint reviews_reply CHECK (((reply IS NULL) OR (replied_at IS NOT NULL))),
  constraint reviews_reply_check CHECK (((length(reply) >= 1) AND (length(reply) <= 4000))),
  constraint reviews_text_check CHECK ((length(text) <= 4000))
);
CREATE INDEX reviews_author ON public.reviews USING btree (tenant_id, author_id, created_at DESC, id DESC);
CREATE INDEX reviews_gig_shown ON public.reviews USING btree (tenant_id, gig_id, published_at DESC, id DESC) INCLUDE (overall) WHERE ((gig_id IS NOT NULL) AND (published_at IS NOT NULL) AND (hidden_at IS NULL));
CREATE INDEX reviews_newest ON public.reviews USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX reviews_shown ON public.reviews USING btree (tenant_id, subject_id, published_at DESC, id DESC) WHERE ((published_at IS NOT NULL) AND (hidden_at IS NULL));
alter table reviews enable row level security;
alter table reviews force row level security;
create policy operator_reads on reviews for select to app_operator using (true);
create policy tenant_only on reviews using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on reviews to app_operator;
grant delete, insert, select, update on reviews to app_rt;
comment on column reviews.published_at is 'Null while the other side may still write without having read it.';
comment on column reviews.hidden_at is 'Taken from sight, and out of the average, by the site''s team.';
comment on column reviews.gig_id is 'What its buyer says it of; null for a session, and where the seller writes.';
comment on column reviews.ratings is 'From 1 to 5 by dimension; empty when only stars were given.';
comment on column reviews.overall is 'The stars that were given, else the mean of the ratings.';
comment on column reviews.reply is 'What whom it is about said to it in public; null once they were erased.';

create table room_seats (
  tenant_id uuid not null,
  room_id uuid not null,
  person_id uuid not null,
  seat_id uuid,
  seen_at timestamp with time zone not null,
  constraint room_seats_pkey PRIMARY KEY (tenant_id, room_id, person_id)
);
alter table room_seats enable row level security;
alter table room_seats force row level security;
create policy operator_reads on room_seats for select to app_operator using (true);
create policy tenant_only on room_seats using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on room_seats to app_operator;
grant delete, insert, select, update on room_seats to app_rt;
comment on table room_seats is 'Who is in a room, one page for each person: the last one opened.';
comment on column room_seats.seat_id is 'The open page; null after leaving.';
comment on column room_seats.seen_at is 'Wall clock.';

create table room_signals (
  tenant_id uuid not null,
  room_id uuid not null,
  to_person_id uuid not null,
  to_seat_id uuid not null,
  from_seat_id uuid not null,
  seq integer not null,
  body text not null,
  created_at timestamp with time zone not null,
  constraint room_signals_pkey PRIMARY KEY (tenant_id, room_id, to_seat_id, from_seat_id, seq),
  constraint room_signals_body_check CHECK ((length(body) <= 30000)),
  constraint room_signals_seq_check CHECK ((seq > 0))
);
alter table room_signals enable row level security;
alter table room_signals force row level security;
create policy tenant_only on room_signals using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on room_signals to app_rt;
comment on table room_signals is 'What the pages of a room tell each other to connect; gone once read, and with the room.';
comment on column room_signals.seq is 'Counted by the page that sends, which may send the same twice.';

create table sanctions (
  tenant_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  kind text not null,
  reason text not null,
  case_id uuid,
  ends_at timestamp with time zone,
  imposed_by uuid not null,
  ended_at timestamp with time zone,
  appeal_text text,
  appealed_at timestamp with time zone,
  appeal_outcome text,
  appeal_reason text,
  appeal_decided_by uuid,
  appeal_decided_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint sanctions_pkey PRIMARY KEY (tenant_id, id),
  constraint sanctions_tenant_id_case_id_fkey FOREIGN KEY (tenant_id, case_id) REFERENCES moderation_cases(tenant_id, id) ON DELETE SET NULL (case_id),
  constraint sanctions_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint sanctions_appeal_outcome_check CHECK ((appeal_outcome = ANY (ARRAY['upheld'::text, 'lifted'::text]))),
  constraint sanctions_appeal_reason_check CHECK (((length(appeal_reason) >= 1) AND (length(appeal_reason) <= 1000))),
  constraint sanctions_appeal_text_check CHECK (((length(appeal_text) >= 1) AND (length(appeal_text) <= 2000))),
  constraint sanctions_check CHECK (((kind = 'suspension'::text) = (ends_at IS NOT NULL))),
  constraint sanctions_check1 CHECK ((num_nulls(appeal_text, appealed_at) = ANY (ARRAY[0, 2]))),
  constraint sanctions_check2 CHECK ((num_nulls(appeal_outcome, appeal_reason, appeal_decided_by, appeal_decided_at) = ANY (ARRAY[0, 4]))),
  constraint sanctions_check3 CHECK (((appealed_at IS NOT NULL) OR (appeal_decided_at IS NULL))),
  constraint sanctions_kind_check CHECK ((kind = ANY (ARRAY['warning'::text, 'suspension'::text, 'ban'::text]))),
  constraint sanctions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
);
CREATE INDEX sanctions_appealed ON public.sanctions USING btree (tenant_id, created_at, id) WHERE ((appealed_at IS NOT NULL) AND (appeal_decided_at IS NULL));
CREATE INDEX sanctions_case ON public.sanctions USING btree (tenant_id, case_id);
CREATE UNIQUE INDEX sanctions_in_force ON public.sanctions USING btree (tenant_id, member_id) WHERE ((kind = ANY (ARRAY['suspension'::text, 'ban'::text])) AND (ended_at IS NULL));
CREATE INDEX sanctions_member ON public.sanctions USING btree (tenant_id, member_id, created_at DESC, id DESC);
CREATE INDEX sanctions_newest ON public.sanctions USING btree (tenant_id, created_at, id);
alter table sanctions enable row level security;
alter table sanctions force row level security;
create policy operator_reads on sanctions for select to app_operator using (true);
create policy tenant_only on sanctions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on sanctions to app_operator;
grant delete, insert, select, update on sanctions to app_rt;
comment on table sanctions is 'What the site''s team did about a member, and the member''s appeal against it.';
comment on column sanctions.ended_at is 'Null while it keeps the member out; of a warning, when it was taken back.';

create table search_documents (
  tenant_id uuid not null,
  kind text not null,
  id uuid not null,
  version bigint not null,
  is_shown boolean not null,
  codes integer[] not null default '{}'::integer[],
  strong integer[] not null default '{}'::integer[],
  middle integer[] not null default '{}'::integer[],
  tags integer[] not null default '{}'::integer[],
  numbers jsonb not null default '{}'::jsonb,
  standing double precision not null default 0,
  phrases text[] not null default '{}'::text[],
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint search_documents_pkey PRIMARY KEY (tenant_id, kind, id),
  constraint search_documents_kind_check CHECK ((kind ~ '^[a-z_]+$'::text))
);
CREATE INDEX search_documents_codes ON public.search_documents USING gin (codes) WITH (fastupdate=off);
CREATE INDEX search_documents_strong ON public.search_documents USING gin (strong) WITH (fastupdate=off);
alter table search_documents enable row level security;
create policy operator_reads on search_documents for select to app_operator using (true);
create policy tenant_only on search_documents using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table search_documents owner to app_search;
grant select on search_documents to app_operator;
comment on table search_documents is 'What the search knows of one thing. A thing nobody may find leaves its version, so that late news do not bring it back.';
comment on column search_documents.version is 'Which state of the thing this tells of; an older one never replaces it. The largest possible one means that the thing is gone for good.';
comment on column search_documents.codes is 'The stem of every word of the document, and its tags, as search_code(); of its name alone in strong, of its headline and topics in middle.';
comment on column search_documents.tags is 'Values it is filtered and counted by, as search_code() of =field=value.';
comment on column search_documents.standing is 'Who stands first among those that fit equally well: the larger.';
comment on column search_documents.phrases is 'What is suggested to somebody who types its beginning.';

create table search_words (
  tenant_id uuid not null,
  kind text not null,
  word text collate "C" not null,
  code integer not null,
  slips integer[] not null,
  documents integer not null default 0,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint search_words_pkey PRIMARY KEY (tenant_id, kind, word)
);
CREATE INDEX search_words_slips ON public.search_words USING gin (slips) WITH (fastupdate=off);
alter table search_words enable row level security;
create policy operator_reads on search_words for select to app_operator using (true);
create policy tenant_only on search_words using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
alter table search_words owner to app_search;
grant select on search_words to app_operator;
comment on table search_words is 'Every word and tag of a tenant''s documents of one kind: what the beginning of a word or a mistyped one may mean.';
comment on column search_words.code is 'The code under which documents hold it: that of its stem, or of a tag.';
comment on column search_words.slips is 'The word and each way to leave out one of its letters, as search_code(): two words one slip apart share one.';
comment on column search_words.documents is 'How many documents hold it, as last counted: 0 for one that is new, -1 for one that is to be forgotten.';

create table searches (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  text text not null,
  words text not null,
  found integer not null,
  visitor_id uuid,
  member_id uuid,
  opened_id uuid,
  searched_at timestamp with time zone not null,
  opened_at timestamp with time zone,
  constraint searches_pkey PRIMARY KEY (tenant_id, id),
  constraint searches_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint searches_check CHECK (((opened_id IS NULL) = (opened_at IS NULL))),
  constraint searches_found_check CHECK ((found >= 0)),
  constraint searches_text_check CHECK (((length(text) >= 1) AND (length(text) <= 100)))
);
CREATE INDEX searches_time ON public.searches USING btree (tenant_id, searched_at);
alter table searches enable row level security;
alter table searches force row level security;
create policy operator_reads on searches for select to app_operator using (true);
create policy tenant_only on searches using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on searches to app_operator;
grant delete, insert, select, update on searches to app_rt;
comment on table searches is 'What people searched for on a site, for 90 days.';
comment on column searches.words is 'The words of the text in their one form, by which equal searches are counted together.';
comment on column searches.found is 'How many things were found.';
comment on column searches.opened_id is 'The first of the things found that was opened from the results; null while none was.';

create table seller_reputations (
  tenant_id uuid not null,
  member_id uuid not null,
  level text,
  badges text[] not null,
  score smallint,
  record jsonb not null,
  version integer not null,
  worked_out_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint seller_reputations_pkey PRIMARY KEY (tenant_id, member_id),
  constraint seller_reputations_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint seller_reputations_level_check CHECK (((length(level) >= 1) AND (length(level) <= 40))),
  constraint seller_reputations_score_check CHECK (((score >= 0) AND (score <= 100))),
  constraint seller_reputations_version_check CHECK ((version >= 0))
);
alter table seller_reputations enable row level security;
alter table seller_reputations force row level security;
create policy operator_reads on seller_reputations for select to app_operator using (true);
create policy tenant_only on seller_reputations using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on seller_reputations to app_operator;
grant delete, insert, select, update on seller_reputations to app_rt;
comment on table seller_reputations is 'How each seller stands by the rules of the site: level, badges and score, as they were last worked out.';
comment on column seller_reputations.level is 'The name of the level in the settings of the site; null below the first.';
comment on column seller_reputations.badges is 'The names of the badges in the settings of the site, in their order there.';
comment on column seller_reputations.score is 'From 0 to 100; null while no order of the seller has ended.';
comment on column seller_reputations.record is 'What orders and reviews of the counted days said, from which the rest follows.';
comment on column seller_reputations.version is 'How often the level changed; tells which news of it is newer.';

create table session_offers (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  title text not null,
  description text not null default ''::text,
  minutes smallint not null,
  amount_minor bigint not null,
  currency text not null,
  buffer_before_minutes smallint not null,
  buffer_after_minutes smallint not null,
  step_minutes smallint,
  notice_minutes integer not null,
  horizon jsonb,
  limits jsonb not null default '{}'::jsonb,
  is_active boolean not null default true,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  hidden_at timestamp with time zone,
  constraint session_offers_pkey PRIMARY KEY (tenant_id, id),
  constraint session_offers_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint session_offers_amount_minor_check CHECK ((amount_minor >= 0)),
  constraint session_offers_buffer_after_minutes_check CHECK (((buffer_after_minutes >= 0) AND (buffer_after_minutes <= 1440))),
  constraint session_offers_buffer_before_minutes_check CHECK (((buffer_before_minutes >= 0) AND (buffer_before_minutes <= 1440))),
  constraint session_offers_currency_check CHECK (((currency ~ '^[A-Z]{3}$'::text) OR (currency = 'credits'::text))),
  constraint session_offers_description_check CHECK ((length(description) <= 2000)),
  constraint session_offers_limits_check CHECK ((jsonb_typeof(limits) = 'object'::text)),
  constraint session_offers_minutes_check CHECK (((minutes >= 5) AND (minutes <= 1440))),
  constraint session_offers_notice_minutes_check CHECK ((notice_minutes >= 0)),
  constraint session_offers_step_minutes_check CHECK (((step_minutes >= 5) AND (step_minutes <= 1440))),
  constraint session_offers_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
);
CREATE INDEX session_offers_host ON public.session_offers USING btree (tenant_id, host_id, id);
alter table session_offers enable row level security;
alter table session_offers force row level security;
create policy operator_reads on session_offers for select to app_operator using (true);
create policy tenant_only on session_offers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on session_offers to app_operator;
grant delete, insert, select, update on session_offers to app_rt;
comment on table session_offers is 'Sessions that hosts sell or give. Bookings keep a snapshot: changing an offer changes none of them.';
comment on column session_offers.amount_minor is '0 is free.';
comment on column session_offers.step_minutes is 'From one start to the next on the grid that begins where the hours begin; null is the length.';
comment on column session_offers.notice_minutes is 'How long before its start a session can be booked at the latest.';
comment on column session_offers.horizon is 'How far ahead it can be booked; null is as far as anybody likes.';
comment on column session_offers.limits is 'The most bookings and minutes of this offer per day, week and month.';
comment on column session_offers.hidden_at is 'Taken from sight by the site''s team; nobody can book it meanwhile.';

create table sessions (
  tenant_id uuid not null,
  id uuid not null,
  audience text not null,
  member_id uuid,
  account_id uuid,
  visitor_id uuid,
  origin text,
  user_agent text,
  ip inet,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
  constraint sessions_tenant_id_member_id_fkey FOREIGN KEY (tenant_id, member_id) REFERENCES members(tenant_id, id) ON DELETE CASCADE,
  constraint sessions_audience_check CHECK ((audience = ANY (ARRAY['member'::text, 'staff'::text, 'operator'::text]))),
  constraint sessions_end CHECK (((ended_at IS NULL) = (end_reason IS NULL))),
  constraint sessions_end_reason_check CHECK ((end_reason = ANY (ARRAY['signed_out'::text, 'ended'::text, 'password_changed'::text, 'token_reused'::text, 'taken_over'::text, 'deactivated'::text]))),
  constraint sessions_one_person CHECK ((((audience = 'member'::text) = (member_id IS NOT NULL)) AND ((member_id IS NULL) = (account_id IS NOT NULL))))
);
CREATE INDEX sessions_account_id ON public.sessions USING btree (account_id);
CREATE INDEX sessions_expires_at ON public.sessions USING btree (tenant_id, expires_at);
CREATE INDEX sessions_member_id ON public.sessions USING btree (tenant_id, member_id);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy operator_reads on sessions for select to app_operator using (true);
create policy tenant_only on sessions using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on sessions to app_operator;
grant delete, insert, select, update on sessions to app_rt;
comment on table sessions is 'One sign-in on one device: the family of its refresh tokens. All times are wall clock.';
comment on column sessions.visitor_id is 'The visitor the person was on this page before.';
comment on column sessions.origin is 'The page''s origin; tokens work from there alone.';
comment on column sessions.expires_at is 'The last moment it can be refreshed, however often it was.';

create table sign_in_codes (
  tenant_id uuid not null,
  id uuid not null,
  email text not null,
  hash text not null,
  sealed_code text,
  locale text not null,
  attempts integer not null default 0,
  requested_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint sign_in_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint sign_in_codes_email_check CHECK (((email = lower(email)) AND (length(email) <= 254)))
);
CREATE INDEX sign_in_codes_email ON public.sign_in_codes USING btree (tenant_id, email, requested_at DESC);
CREATE INDEX sign_in_codes_requested_at ON public.sign_in_codes USING btree (tenant_id, requested_at);
alter table sign_in_codes enable row level security;
alter table sign_in_codes force row level security;
create policy tenant_only on sign_in_codes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on sign_in_codes to app_rt;
comment on table sign_in_codes is 'Codes by mail: six digits, ten minutes, five tries, one use. All times are wall clock.';
comment on column sign_in_codes.sealed_code is 'Readable by the job that mails it, and emptied when it has.';
comment on column sign_in_codes.ended_at is 'When it was used, tried too often, or replaced by a newer one.';

create table site_domains (
  tenant_id uuid not null,
  id uuid not null,
  domain text not null,
  proof text not null,
  state text not null,
  proof_record text,
  alias_record text,
  is_taken boolean not null default false,
  checked_at timestamp with time zone,
  proven_at timestamp with time zone,
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint site_domains_pkey PRIMARY KEY (tenant_id, id),
  constraint site_domains_once UNIQUE (tenant_id, domain),
  constraint site_domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint site_domains_alias_record_check CHECK ((alias_record = ANY (ARRAY['found'::text, 'missing'::text, 'wrong'::text, 'unknown'::text]))),
  constraint site_domains_domain_check CHECK ((domain ~ '^[a-z0-9.-]{3,244}$'::text)),
  constraint site_domains_failing_since_then CHECK (((state = 'failing'::text) = (failing_since IS NOT NULL))),
  constraint site_domains_proof_record_check CHECK ((proof_record = ANY (ARRAY['found'::text, 'missing'::text, 'wrong'::text, 'unknown'::text]))),
  constraint site_domains_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'proven'::text, 'failing'::text, 'lost'::text])))
);
alter table site_domains enable row level security;
alter table site_domains force row level security;
create policy operator_reads on site_domains for select to app_operator using (true);
create policy tenant_only on site_domains using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on site_domains to app_operator;
grant delete, insert, select, update on site_domains to app_rt;
comment on table site_domains is 'Domains a site''s team wants to reach Tessera by, and what name servers say of them.';
comment on column site_domains.domain is 'As name servers know it: small letters, international names in Punycode.';
comment on column site_domains.proof is 'What has to stand in a text record under the domain.';
comment on column site_domains.state is 'Of failing ones the proof is gone and they still count for some days; lost ones do not count any more.';
comment on column site_domains.proof_record is 'What was found of the proof last; null before anybody looked.';
comment on column site_domains.alias_record is 'Whether the domain leads to this installation; null before anybody looked.';
comment on column site_domains.is_taken is 'Whether another site had proven the domain when this one did.';
comment on column site_domains.failing_since is 'When the proof was found to be gone.';

create table stream_cursors (
  tenant_id uuid not null,
  member_id uuid not null,
  last_seq bigint not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint stream_cursors_pkey PRIMARY KEY (tenant_id, member_id)
) with (fillfactor=45);
alter table stream_cursors enable row level security;
alter table stream_cursors force row level security;
create policy relay_all on stream_cursors to app_relay using (true) with check (true);
create policy tenant_only on stream_cursors using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on stream_cursors to app_relay;
grant select on stream_cursors to app_rt;
comment on table stream_cursors is 'The number of the last frame of each member; only the relay counts.';

create table stream_events (
  tenant_id uuid not null,
  id uuid not null,
  name text not null,
  fact jsonb not null,
  created_at timestamp with time zone not null default now(),
  constraint stream_events_pkey PRIMARY KEY (tenant_id, id)
);
CREATE INDEX stream_events_created_at ON public.stream_events USING btree (created_at);
alter table stream_events enable row level security;
alter table stream_events force row level security;
create policy relay_all on stream_events to app_relay using (true) with check (true);
create policy tenant_only on stream_events using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on stream_events to app_relay;
grant select on stream_events to app_rt;
comment on table stream_events is 'What live frames tell of, once for all who hear of it; kept for 24 hours.';
comment on column stream_events.fact is 'Ids, amounts and times; the process that streams it presents what the recipient may see.';

create table stream_frames (
  tenant_id uuid not null,
  member_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  created_at timestamp with time zone not null default now(),
  constraint stream_frames_pkey PRIMARY KEY (tenant_id, member_id, seq)
) with (autovacuum_vacuum_scale_factor=0, autovacuum_vacuum_threshold=5000);
CREATE INDEX stream_frames_created_at ON public.stream_frames USING btree (created_at);
alter table stream_frames enable row level security;
alter table stream_frames force row level security;
create policy relay_all on stream_frames to app_relay using (true) with check (true);
create policy tenant_only on stream_frames using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on stream_frames to app_relay;
grant select on stream_frames to app_rt;
comment on table stream_frames is 'Live frames by recipient, numbered without gaps and kept for 24 hours.';

create table team_invitations (
  tenant_id uuid not null,
  id uuid not null,
  email text not null,
  staff_role text not null,
  locale text not null,
  invited_by uuid not null,
  hash text not null,
  sealed_token text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  revoked_at timestamp with time zone,
  constraint team_invitations_pkey PRIMARY KEY (tenant_id, id),
  constraint team_invitations_tenant_id_hash_key UNIQUE (tenant_id, hash),
  constraint team_invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES accounts(id) ON DELETE RESTRICT,
  constraint team_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id) ON DELETE RESTRICT,
  constraint team_invitations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint team_invitations_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL))),
  constraint team_invitations_check1 CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL))),
  constraint team_invitations_email_check CHECK (((email = lower(email)) AND (length(email) <= 254))),
  constraint team_invitations_staff_role_check CHECK ((staff_role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'guest'::text])))
);
CREATE INDEX team_invitations_accepted_by ON public.team_invitations USING btree (accepted_by);
CREATE INDEX team_invitations_expires_at ON public.team_invitations USING btree (tenant_id, expires_at);
CREATE INDEX team_invitations_invited_by ON public.team_invitations USING btree (invited_by);
CREATE UNIQUE INDEX team_invitations_open ON public.team_invitations USING btree (tenant_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL));
alter table team_invitations enable row level security;
alter table team_invitations force row level security;
create policy tenant_only on team_invitations using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on team_invitations to app_rt;
comment on table team_invitations is 'Who was asked by mail to join the team of a live tenant. All times are wall clock.';
comment on column team_invitations.email is 'The address it was sent to: it lets no other in.';
comment on column team_invitations.locale is 'The language of the mail.';
comment on column team_invitations.sealed_token is 'Readable by the job that mails it, and emptied when it has.';
comment on column team_invitations.sent_at is 'When the link that works now was asked for; sending again replaces it.';
comment on column team_invitations.revoked_at is 'When the team took it back, or a newer one for the address replaced it after it ran out.';

create table team_notes (
  tenant_id uuid not null,
  id uuid not null,
  subject_kind text not null,
  subject_id uuid not null,
  concerns uuid[] not null,
  text text not null,
  author_kind text not null,
  author_id text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint team_notes_pkey PRIMARY KEY (tenant_id, id),
  constraint team_notes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint team_notes_author_kind_check CHECK ((author_kind = ANY (ARRAY['staff'::text, 'server'::text]))),
  constraint team_notes_concerns_check CHECK (((cardinality(concerns) >= 1) AND (cardinality(concerns) <= 2))),
  constraint team_notes_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['member'::text, 'booking'::text, 'order'::text]))),
  constraint team_notes_text_check CHECK (((length(text) >= 1) AND (length(text) <= 4000)))
);
CREATE INDEX team_notes_subject ON public.team_notes USING btree (tenant_id, subject_kind, subject_id, created_at DESC, id DESC);
alter table team_notes enable row level security;
alter table team_notes force row level security;
create policy operator_reads on team_notes for select to app_operator using (true);
create policy tenant_only on team_notes using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on team_notes to app_operator;
grant delete, insert, select, update on team_notes to app_rt;
comment on table team_notes is 'What the site''s team writes down for itself about a member, a booking or an order.';
comment on column team_notes.concerns is 'The members it is about: forgotten with any of them, and told to each who asks for their data.';

create table tenants (
  id uuid not null,
  slug text not null,
  name text not null,
  parent_id uuid,
  is_sandbox boolean not null default false,
  status text not null default 'active'::text,
  clock_offset_ms bigint not null default 0,
  settings jsonb not null default '{}'::jsonb,
  settings_version integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  plan text not null default 'free'::text,
  is_on_trial boolean not null default false,
  trial_started_at timestamp with time zone,
  trial_ends_at timestamp with time zone,
  licensed_modules text[] not null default '{}'::text[],
  switched_off_modules text[] not null default '{}'::text[],
  own_limits jsonb not null default '{}'::jsonb,
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_slug_key UNIQUE (slug),
  constraint tenants_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint tenants_plan_fkey FOREIGN KEY (plan) REFERENCES plans(key) ON DELETE RESTRICT,
  constraint tenants_clock CHECK (((clock_offset_ms >= 0) AND (is_sandbox OR (clock_offset_ms = 0)))),
  constraint tenants_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200))),
  constraint tenants_own_limits_check CHECK ((jsonb_typeof(own_limits) = 'object'::text)),
  constraint tenants_sandbox_has_parent CHECK ((is_sandbox = (parent_id IS NOT NULL))),
  constraint tenants_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
  constraint tenants_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'::text)),
  constraint tenants_status_check CHECK ((status = ANY (ARRAY['active'::text, 'suspended'::text]))),
  constraint tenants_trial_has_an_end CHECK (((NOT is_on_trial) OR ((trial_started_at IS NOT NULL) AND (trial_ends_at IS NOT NULL))))
);
CREATE INDEX tenants_allowed_origins ON public.tenants USING gin ((((settings -> 'tenancy'::text) -> 'allowedOrigins'::text)) jsonb_path_ops);
CREATE UNIQUE INDEX tenants_one_sandbox ON public.tenants USING btree (parent_id) WHERE (parent_id IS NOT NULL);
CREATE INDEX tenants_plan ON public.tenants USING btree (plan);
alter table tenants enable row level security;
alter table tenants force row level security;
create policy everybody_reads on tenants for select using (true);
create policy tenant_adds_itself on tenants for insert to app_rt with check ((id = ( SELECT app_tenant() AS app_tenant)));
create policy tenant_changes_itself on tenants for update to app_rt using ((id = ( SELECT app_tenant() AS app_tenant))) with check ((id = ( SELECT app_tenant() AS app_tenant)));
grant select on tenants to app_operator;
grant select on tenants to app_relay;
grant insert, select, update (slug, name, status, clock_offset_ms, settings, settings_version, updated_at, plan, is_on_trial, trial_started_at, trial_ends_at, licensed_modules, switched_off_modules, own_limits) on tenants to app_rt;
comment on table tenants is 'Customers of Tessera and their sandboxes. Global: a request has to find its tenant before it has one.';
comment on column tenants.parent_id is 'The live tenant a sandbox belongs to.';
comment on column tenants.clock_offset_ms is 'Business time minus wall clock.';
comment on column tenants.settings_version is 'Raised with every change of settings, so that caches know.';
comment on column tenants.plan is 'Of a live tenant; its sandbox may use what it may use, whatever stands here.';
comment on column tenants.licensed_modules is 'Modules under licences of the tenant''s own that are in force; follows the table licences.';
comment on column tenants.switched_off_modules is 'Modules the team deactivated, whatever it has a right to.';
comment on column tenants.own_limits is 'Limits that an operator gave this tenant, over those of its plan; null is none.';

create table timers (
  tenant_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  key text not null default ''::text,
  due_at timestamp with time zone not null,
  payload jsonb not null default '{}'::jsonb,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  last_error text,
  claimed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint timers_pkey PRIMARY KEY (tenant_id, id),
  constraint timers_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'firing'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX timers_claimed_at ON public.timers USING btree (claimed_at) WHERE (state = 'firing'::text);
CREATE INDEX timers_due_at ON public.timers USING btree (due_at) WHERE (state = 'pending'::text);
CREATE INDEX timers_failed ON public.timers USING btree (claimed_at) WHERE (state = 'failed'::text);
CREATE UNIQUE INDEX timers_one_pending ON public.timers USING btree (tenant_id, kind, subject_id, key) WHERE (state = 'pending'::text);
CREATE INDEX timers_over ON public.timers USING btree (claimed_at) WHERE (state = ANY (ARRAY['done'::text, 'cancelled'::text]));
CREATE INDEX timers_subject ON public.timers USING btree (tenant_id, subject_id);
CREATE INDEX timers_tenant_due_at ON public.timers USING btree (tenant_id, due_at, id) WHERE (state = 'pending'::text);
alter table timers enable row level security;
alter table timers force row level security;
create policy operator_reads on timers for select to app_operator using (true);
create policy relay_all on timers to app_relay using (true) with check (true);
create policy tenant_only on timers using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on timers to app_operator;
grant delete, select, update on timers to app_relay;
grant delete, insert, select, update on timers to app_rt;
comment on table timers is 'Everything that must happen later.';
comment on column timers.kind is 'Name of the handler, as scheduling.expire_hold.';
comment on column timers.subject_id is 'What the timer is about; the tenant''s id for daily work.';
comment on column timers.key is 'Tells timers of one kind and subject apart, as the minutes of a reminder.';
comment on column timers.due_at is 'Business time of the tenant.';
comment on column timers.payload is 'Ids, amounts and times only: the relay reads it across tenants.';
comment on column timers.claimed_at is 'Wall clock; when the relay last handed the timer to a worker.';

create table usage_counters (
  tenant_id uuid not null,
  metric text not null,
  period text not null,
  used bigint not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint usage_counters_pkey PRIMARY KEY (tenant_id, metric, period),
  constraint usage_counters_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint usage_counters_period_check CHECK (((period = 'always'::text) OR (period ~ '^[0-9]{4}-[0-9]{2}$'::text))),
  constraint usage_counters_used_check CHECK ((used >= 0))
);
alter table usage_counters enable row level security;
alter table usage_counters force row level security;
create policy operator_reads on usage_counters for select to app_operator using (true);
create policy tenant_only on usage_counters using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on usage_counters to app_operator;
grant insert, select, update on usage_counters to app_rt;
comment on table usage_counters is 'What a tenant consumed of a metric that its plan may limit; counted in the transaction that consumes it.';
comment on column usage_counters.period is 'The calendar month in the tenant''s zone, or always for what is there at a time.';

create table used_manage_links (
  tenant_id uuid not null,
  id uuid not null,
  booking_id uuid not null,
  used_at timestamp with time zone not null,
  constraint used_manage_links_pkey PRIMARY KEY (tenant_id, id),
  constraint used_manage_links_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT
);
alter table used_manage_links enable row level security;
alter table used_manage_links force row level security;
create policy operator_reads on used_manage_links for select to app_operator using (true);
create policy tenant_only on used_manage_links using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on used_manage_links to app_operator;
grant insert, select on used_manage_links to app_rt;
comment on table used_manage_links is 'Links out of mails that have done what they are for.';
comment on column used_manage_links.id is 'Follows from booking, side, action and the time the mail was about.';

create table vacations (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  from_on date not null,
  until_on date not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint vacations_pkey PRIMARY KEY (tenant_id, id),
  constraint vacations_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint vacations_valid CHECK ((until_on >= from_on))
);
CREATE INDEX vacations_host ON public.vacations USING btree (tenant_id, host_id, from_on);
alter table vacations enable row level security;
alter table vacations force row level security;
create policy operator_reads on vacations for select to app_operator using (true);
create policy tenant_only on vacations using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on vacations to app_operator;
grant delete, insert, select, update on vacations to app_rt;
comment on table vacations is 'Dates of a host''s own calendar without slots, both ends included.';

create table video_rooms (
  tenant_id uuid not null,
  id uuid not null,
  connection_id uuid,
  host text,
  meeting_id text,
  host_url_sealed text,
  guest_url_sealed text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  attempt integer not null default 1,
  is_settled boolean not null default false,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint video_rooms_pkey PRIMARY KEY (tenant_id, id),
  constraint video_rooms_tenant_id_id_fkey FOREIGN KEY (tenant_id, id) REFERENCES bookings(tenant_id, id) ON DELETE CASCADE,
  constraint video_rooms_meeting CHECK ((((meeting_id IS NULL) = (host_url_sealed IS NULL)) AND ((meeting_id IS NULL) = (guest_url_sealed IS NULL)) AND ((meeting_id IS NULL) OR (connection_id IS NOT NULL))))
);
CREATE INDEX video_rooms_hosts ON public.video_rooms USING btree (tenant_id, connection_id, starts_at) WHERE (host IS NOT NULL);
alter table video_rooms enable row level security;
alter table video_rooms force row level security;
create policy tenant_only on video_rooms using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant delete, insert, select, update on video_rooms to app_rt;
comment on table video_rooms is 'Meetings at providers that tenants connected; a session without a row has the embedded room.';
comment on column video_rooms.id is 'The booking''s.';
comment on column video_rooms.connection_id is 'The provider it was arranged with, or is being arranged with; null for the embedded room.';
comment on column video_rooms.host is 'The provider''s user it is kept for.';
comment on column video_rooms.meeting_id is 'The provider''s; null until it answered, and for the embedded room.';
comment on column video_rooms.starts_at is 'What the provider was told, or is being told.';
comment on column video_rooms.attempt is 'Raised with every attempt: only the newest may say that all is settled.';
comment on column video_rooms.is_settled is 'False while the provider may know something else than stands here.';

create table webhook_attempts (
  tenant_id uuid not null,
  id uuid not null,
  delivery_id uuid not null,
  number integer not null,
  status integer,
  failure text,
  milliseconds integer not null,
  response text not null default ''::text,
  at timestamp with time zone not null,
  constraint webhook_attempts_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_attempts_tenant_id_delivery_id_fkey FOREIGN KEY (tenant_id, delivery_id) REFERENCES webhook_deliveries(tenant_id, id) ON DELETE CASCADE,
  constraint webhook_attempts_response_check CHECK ((length(response) <= 4096))
);
CREATE INDEX webhook_attempts_delivery ON public.webhook_attempts USING btree (tenant_id, delivery_id, number);
alter table webhook_attempts enable row level security;
alter table webhook_attempts force row level security;
create policy operator_reads on webhook_attempts for select to app_operator using (true);
create policy tenant_only on webhook_attempts using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on webhook_attempts to app_operator;
grant delete, insert, select, update on webhook_attempts to app_rt;
comment on column webhook_attempts.status is 'HTTP status of the answer; null when none came.';
comment on column webhook_attempts.failure is 'Why no answer came: timeout, refused, unreachable.';

create table webhook_deliveries (
  tenant_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  event_name text not null,
  fact jsonb not null,
  happened_at timestamp with time zone not null,
  body_sealed text,
  state text not null default 'pending'::text,
  attempts integer not null default 0,
  next_attempt_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  constraint webhook_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_deliveries_tenant_id_endpoint_id_fkey FOREIGN KEY (tenant_id, endpoint_id) REFERENCES webhook_endpoints(tenant_id, id) ON DELETE CASCADE,
  constraint webhook_deliveries_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'cancelled'::text])))
);
CREATE INDEX webhook_deliveries_endpoint ON public.webhook_deliveries USING btree (tenant_id, endpoint_id, created_at DESC, id DESC);
CREATE INDEX webhook_deliveries_event ON public.webhook_deliveries USING btree (tenant_id, event_name, id);
CREATE INDEX webhook_deliveries_failed ON public.webhook_deliveries USING btree (tenant_id, created_at) WHERE (state = 'failed'::text);
CREATE INDEX webhook_deliveries_newest ON public.webhook_deliveries USING btree (tenant_id, created_at DESC, id DESC);
alter table webhook_deliveries enable row level security;
alter table webhook_deliveries force row level security;
create policy operator_reads on webhook_deliveries for select to app_operator using (true);
create policy relay_all on webhook_deliveries to app_relay using (true) with check (true);
create policy tenant_only on webhook_deliveries using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on webhook_deliveries to app_operator;
grant insert, select on webhook_deliveries to app_relay;
grant delete, insert, select, update on webhook_deliveries to app_rt;
comment on column webhook_deliveries.body_sealed is 'The body as it was presented at the first attempt; every repeat sends the same.';
comment on column webhook_deliveries.next_attempt_at is 'Business time; null when none is planned.';

create table webhook_endpoints (
  tenant_id uuid not null,
  id uuid not null,
  url text not null,
  description text not null default ''::text,
  event_names text[] not null,
  secret_sealed text not null,
  previous_secret_sealed text,
  previous_secret_until timestamp with time zone,
  state text not null default 'active'::text,
  disabled_because text,
  failing_since timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint webhook_endpoints_pkey PRIMARY KEY (tenant_id, id),
  constraint webhook_endpoints_check CHECK (((state = 'disabled'::text) = (disabled_because IS NOT NULL))),
  constraint webhook_endpoints_description_check CHECK ((length(description) <= 200)),
  constraint webhook_endpoints_disabled_because_check CHECK ((disabled_because = ANY (ARRAY['staff'::text, 'gone'::text, 'failing'::text]))),
  constraint webhook_endpoints_event_names_check CHECK (((cardinality(event_names) >= 1) AND (cardinality(event_names) <= 100))),
  constraint webhook_endpoints_state_check CHECK ((state = ANY (ARRAY['active'::text, 'disabled'::text]))),
  constraint webhook_endpoints_url_check CHECK ((length(url) <= 2000))
);
alter table webhook_endpoints enable row level security;
alter table webhook_endpoints force row level security;
create policy operator_reads on webhook_endpoints for select to app_operator using (true);
create policy relay_all on webhook_endpoints to app_relay using (true) with check (true);
create policy tenant_only on webhook_endpoints using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on webhook_endpoints to app_operator;
grant select on webhook_endpoints to app_relay;
grant delete, insert, select, update on webhook_endpoints to app_rt;
comment on column webhook_endpoints.event_names is 'Names of events, or * for all.';
comment on column webhook_endpoints.previous_secret_sealed is 'Signs beside the new secret until previous_secret_until (wall clock).';
comment on column webhook_endpoints.failing_since is 'When the attempts since the last success began to fail; null while they succeed.';

create table weekly_hours (
  tenant_id uuid not null,
  id uuid not null,
  host_id uuid not null,
  weekday smallint not null,
  start_minute smallint not null,
  end_minute smallint not null,
  valid_from date,
  valid_until date,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint weekly_hours_pkey PRIMARY KEY (tenant_id, id),
  constraint weekly_hours_tenant_id_host_id_fkey FOREIGN KEY (tenant_id, host_id) REFERENCES hosts(tenant_id, id) ON DELETE CASCADE,
  constraint weekly_hours_last CHECK (((end_minute > start_minute) AND ((end_minute - start_minute) <= 1440))),
  constraint weekly_hours_start_minute_check CHECK (((start_minute >= 0) AND (start_minute <= 1439))),
  constraint weekly_hours_valid CHECK ((valid_until >= valid_from)),
  constraint weekly_hours_weekday_check CHECK (((weekday >= 1) AND (weekday <= 7)))
);
CREATE INDEX weekly_hours_host ON public.weekly_hours USING btree (tenant_id, host_id, weekday, start_minute);
alter table weekly_hours enable row level security;
alter table weekly_hours force row level security;
create policy operator_reads on weekly_hours for select to app_operator using (true);
create policy tenant_only on weekly_hours using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on weekly_hours to app_operator;
grant delete, insert, select, update on weekly_hours to app_rt;
comment on table weekly_hours is 'When a host works every week, several stretches a day; those of one host never overlap.';
comment on column weekly_hours.weekday is 'ISO: Monday 1 to Sunday 7.';
comment on column weekly_hours.start_minute is 'Since midnight of the wall clock.';
comment on column weekly_hours.end_minute is 'Past 1440 it lies on the next date.';

create table weight_profiles (
  tenant_id uuid not null,
  name text not null,
  weights jsonb not null,
  must_have text[] not null default '{}'::text[],
  adjustments jsonb not null,
  version integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint weight_profiles_pkey PRIMARY KEY (tenant_id, name),
  constraint weight_profiles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE RESTRICT,
  constraint weight_profiles_adjustments_check CHECK ((jsonb_typeof(adjustments) = 'object'::text)),
  constraint weight_profiles_weights_check CHECK ((jsonb_typeof(weights) = 'object'::text))
);
alter table weight_profiles enable row level security;
alter table weight_profiles force row level security;
create policy operator_reads on weight_profiles for select to app_operator using (true);
create policy tenant_only on weight_profiles using ((tenant_id = ( SELECT app_tenant() AS app_tenant))) with check ((tenant_id = ( SELECT app_tenant() AS app_tenant)));
grant select on weight_profiles to app_operator;
grant delete, insert, select, update on weight_profiles to app_rt;
comment on table weight_profiles is 'What counts how much, where a site changed it; a profile without a row is as usual.';

create table worker_heartbeats (
  worker_id text not null,
  started_at timestamp with time zone not null default now(),
  seen_at timestamp with time zone not null default now(),
  suspects bigint[] not null default '{}'::bigint[],
  subscriptions jsonb not null default '[]'::jsonb,
  constraint worker_heartbeats_pkey PRIMARY KEY (worker_id)
);
grant select on worker_heartbeats to app_operator;
grant delete, insert, select, update on worker_heartbeats to app_relay;
grant select on worker_heartbeats to app_rt;
comment on table worker_heartbeats is 'Living workers. Jobs of a worker that fell silent are taken back.';
comment on column worker_heartbeats.suspects is 'Jobs being run whose worker died before: those still here when this worker dies are to blame.';
comment on column worker_heartbeats.subscriptions is 'Which of its jobs follow which events: a relay of another release writes them too.';

create view ledger_balances with (security_invoker=true) as
 SELECT a.tenant_id,
    a.id,
    a.kind,
    a.owner,
    a.unit,
    a.is_guarded,
    (
        CASE
            WHEN a.is_guarded THEN (a.debits_posted)::numeric
            ELSE ((COALESCE(s.debits_posted, (0)::bigint))::numeric + ( SELECT COALESCE(sum(t.amount), (0)::numeric) AS "coalesce"
               FROM ledger_transfers t
              WHERE ((t.tenant_id = a.tenant_id) AND (t.debit_account_id = a.id) AND (t.state = 'posted'::text) AND (t.recorded_in >= COALESCE(s.covers_before, (0)::bigint)))))
        END)::bigint AS debits_posted,
    (
        CASE
            WHEN a.is_guarded THEN (a.credits_posted)::numeric
            ELSE ((COALESCE(s.credits_posted, (0)::bigint))::numeric + ( SELECT COALESCE(sum(t.amount), (0)::numeric) AS "coalesce"
               FROM ledger_transfers t
              WHERE ((t.tenant_id = a.tenant_id) AND (t.credit_account_id = a.id) AND (t.state = 'posted'::text) AND (t.recorded_in >= COALESCE(s.covers_before, (0)::bigint)))))
        END)::bigint AS credits_posted,
    a.debits_pending,
    a.credits_pending
   FROM (ledger_accounts a
     LEFT JOIN ledger_snapshots s ON (((s.tenant_id = a.tenant_id) AND (s.account_id = a.id) AND (s.cluster = ( SELECT pg_control_system.system_identifier
           FROM pg_control_system() pg_control_system(pg_control_version, catalog_version_no, system_identifier, pg_control_last_modified))))));
alter table ledger_balances owner to app_ledger;
grant select on ledger_balances to app_operator;
grant select on ledger_balances to app_rt;
comment on view ledger_balances is 'What every account holds. Promises are counted on guarded accounts alone.';

create view tenants_with_rights with (security_invoker=true) as
 SELECT t.id,
    t.slug,
    t.name,
    t.is_sandbox,
    t.parent_id,
    t.status,
    t.clock_offset_ms,
    t.settings,
    t.settings_version,
    ARRAY( SELECT m.m
           FROM unnest((p.modules || o.licensed_modules)) m(m)
          WHERE (m.m <> ALL (o.switched_off_modules))
          GROUP BY m.m
          ORDER BY m.m) AS active_modules,
    (p.limits || o.own_limits) AS limits,
    p.may_hide_powered_by
   FROM ((tenants t
     JOIN tenants o ON ((o.id = COALESCE(t.parent_id, t.id))))
     JOIN plans p ON ((p.key = o.plan)));
grant select on tenants_with_rights to app_operator;
grant select on tenants_with_rights to app_rt;
comment on view tenants_with_rights is 'Tenants with what they may use; of a sandbox, what its live tenant may.';
