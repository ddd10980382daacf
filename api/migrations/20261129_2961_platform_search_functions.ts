import { type Knex } from "knex";

const definer = "security definer set search_path = public, pg_temp";

// Row security would keep the GIN indexes from being used, so these run as the owner of the tables and narrow to the tenant themselves.
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create function search_code(tenant uuid, kind text, word text) returns integer
    language sql immutable strict parallel safe
    as $$ select (hashtextextended(kind || ' ' || word, hashtextextended(tenant::text, 0)) & 2147483647)::integer $$;
    comment on function search_code(uuid, text, text) is 'The number that stands for a word of one tenant and kind. Two words share one once in thousands of millions of times.';

    create function search_codes(tenant uuid, kind text, words text[]) returns integer[]
    language sql immutable strict parallel safe
    as $$ select coalesce(array_agg(search_code(tenant, kind, word)), '{}') from unnest(words) word $$;
    comment on function search_codes(uuid, text, text[]) is 'The numbers that stand for words of one tenant and kind.';

    create function search_slips(tenant uuid, kind text, word text) returns integer[]
    language sql immutable strict parallel safe
    as $$
      select array_agg(distinct search_code(tenant, kind, '-' || slip))
      from (
        select word as slip
        union all
        select overlay(word placing '' from at for 1) from generate_series(1, length(word)) at where length(word) >= 4
      ) slips
    $$;
    comment on function search_slips(uuid, text, text) is 'A word and what is left of it when one letter is missing; of words under four letters only the word.';

    create function search_put(documents jsonb, moment timestamptz) returns integer
    language plpgsql ${definer}
    -- Plans live as long as connections: one made while the tables were small must be right when they are large.
    set enable_seqscan = off
    set plan_cache_mode = force_generic_plan
    as $$
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
    end $$;
    comment on function search_put(jsonb, timestamptz) is 'Writes documents of the tenant, except those of which a newer version is known; answers how many.';

    create function search_ids(asked_kind text, after uuid, most integer) returns setof uuid
    language sql stable ${definer} as $$
      select id from search_documents
      where tenant_id = app_tenant() and kind = asked_kind and (after is null or id > after)
      order by id limit most
    $$;
    comment on function search_ids(text, uuid, integer) is 'The things of a kind the search knows, in the order of their ids.';

    create function search_versions(asked_kind text, asked uuid[]) returns table (id uuid, version bigint, is_shown boolean)
    language sql stable ${definer} as $$
      select d.id, d.version, d.is_shown from search_documents d
      where d.tenant_id = app_tenant() and d.kind = asked_kind and d.id = any(asked)
    $$;
    comment on function search_versions(text, uuid[]) is 'Which states of things the search knows, and whether they may be found.';

    create function search_phrases(asked_kind text, asked uuid[]) returns table (id uuid, phrases text[])
    language sql stable ${definer} as $$
      select d.id, d.phrases from search_documents d
      where d.tenant_id = app_tenant() and d.kind = asked_kind and d.id = any(asked) and d.is_shown
    $$;
    comment on function search_phrases(text, uuid[]) is 'What is suggested of things that may be found.';

    create function search_count(counted_kind text, moment timestamptz) returns integer
    language plpgsql ${definer} as $$
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
    end $$;
    comment on function search_count(text, timestamptz) is 'Counts in how many documents each word stands. A word of none is forgotten when it is found so twice; answers how many wait for that.';

    create function search_lookup(asked_kind text, asked text[], stems text[], may_end_early boolean)
    returns table (at integer, word text, documents integer, how text)
    language plpgsql stable ${definer} as $$
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
    end $$;
    comment on function search_lookup(text, text[], text[], boolean) is 'What each word somebody typed may mean: itself, words that begin with it, else those one slip away, else those that look like it.';
  `);
  await grantAll(knex);
}

const functions = [
  "search_put(jsonb, timestamptz)",
  "search_ids(text, uuid, integer)",
  "search_versions(text, uuid[])",
  "search_phrases(text, uuid[])",
  "search_count(text, timestamptz)",
  "search_lookup(text, text[], text[], boolean)",
];

async function grantAll(knex: Knex): Promise<void> {
  const inner = [
    "search_code(uuid, text, text)",
    "search_codes(uuid, text, text[])",
    "search_slips(uuid, text, text)",
  ];
  for (const each of [...functions, ...inner]) {
    await knex.raw(`alter function ${each} owner to app_search; revoke all on function ${each} from public`);
  }
  for (const each of functions) await knex.raw(`grant execute on function ${each} to app_rt`);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function search_put, search_ids, search_versions, search_phrases, search_count, search_lookup;
    drop function search_slips, search_codes, search_code;`);
}
