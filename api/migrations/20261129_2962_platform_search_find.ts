import { type Knex } from "knex";

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function search_find(
      asked_kind text, words jsonb, filters jsonb, without uuid[], facets text[], sort_field text, descending boolean,
      skipped integer, taken integer
    ) returns jsonb
    language plpgsql stable security definer set search_path = public, pg_temp
    -- Each statement runs once; compiling it costs more than it saves.
    set jit = off
    -- What was found is kept while it is counted: some hundred bytes for each document.
    set work_mem = '32MB'
    as $$
    declare
      tenant uuid := app_tenant();
      conditions text;
      score text := '0';
      columns text := '';
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
        conditions := conditions || format(' and d.codes && %L::integer[]', same || near);
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
        else
          conditions := conditions || ' and ' || condition;
        end if;
      end loop;

      foreach field in array facets loop
        if field = any(narrowed) then
          select coalesce(string_agg(format('pass%s', at), ' and '), 'true') into others
          from unnest(narrowed) with ordinality as n(name, at) where name <> field;
          tallied := format('(select tag, count(*) from matched m, unnest(m.tags) tag where %s group by tag)', others);
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
              order by 2 desc, 1 limit 100
            ) c))$facet$, field, length(field) + 3, tallied, tenant, asked_kind, '=' || field || '=');
      end loop;

      execute format($query$
        with matched as materialized (
          select d.id, d.standing, %1$s as score%2$s%3$s%4$s from search_documents d where %5$s
        )%11$s, found as (
          select m.id, row_number() over () as place from (
            select id from matched where %6$s order by %7$s score desc, standing desc, id limit %8$s offset %9$s
          ) m
        )
        select jsonb_build_object(
          'total', (select count(*) from matched where %6$s),
          'ids', (select coalesce(jsonb_agg(f.id order by f.place), '[]') from found f),
          'facets', '{}'::jsonb%10$s
        )$query$,
        score,
        case when cardinality(facets) > 0 then ', d.tags' else '' end,
        columns,
        case when sort_field is null then '' else format(', (d.numbers->>%L)::float8 as sorted', sort_field) end,
        conditions, passes,
        case when sort_field is null then '' when descending then 'sorted desc nulls last,' else 'sorted nulls last,' end,
        taken, skipped, counts,
        case when cardinality(facets) > 0
          then format(', tallied as materialized (select tag, count(*) from matched m, unnest(m.tags) tag where %s group by tag)', passes)
          else '' end)
      into result;
      return result;
    end $$;
    comment on function search_find(text, jsonb, jsonb, uuid[], text[], text, boolean, integer, integer) is
      'The documents of the tenant that hold all needed words and pass the filters, the best first, with how many there are and of each facet.';
    alter function search_find(text, jsonb, jsonb, uuid[], text[], text, boolean, integer, integer) owner to app_search;
    revoke all on function search_find(text, jsonb, jsonb, uuid[], text[], text, boolean, integer, integer) from public;
    grant execute on function search_find(text, jsonb, jsonb, uuid[], text[], text, boolean, integer, integer) to app_rt;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw("drop function search_find");
}
