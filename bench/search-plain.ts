import pg from "pg";
import { type Gig, type Question } from "./search-corpus.ts";

/** Full-text search of PostgreSQL as one would build it: a tsvector with weights, a table of its words with trigrams, two statements. */
export async function plainSearch(adminUrl: string, gigs: readonly Gig[]) {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(`
    create extension if not exists fuzzystrmatch;
    drop table if exists plain_gigs, plain_words;
    create table plain_gigs (id uuid primary key, category text, level text, price integer, words tsvector);`);
  for (let at = 0; at < gigs.length; at += 5000) {
    const batch = gigs.slice(at, at + 5000);
    await client.query(
      `insert into plain_gigs
       select id, category, level, price, setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', about), 'D')
       from jsonb_to_recordset($1) as g(id uuid, title text, about text, category text, level text, price integer)`,
      [JSON.stringify(batch)],
    );
  }
  await client.query(`
    create index on plain_gigs using gin (words) with (fastupdate = off);
    create table plain_words as select word, ndoc from ts_stat('select words from plain_gigs');
    alter table plain_words add primary key (word);
    create index on plain_words using gin (word gin_trgm_ops);
    analyze plain_gigs; analyze plain_words;`);

  return {
    find: async ({ words, atMost }: Question): Promise<readonly string[]> => {
      const meant = await client.query<{ at: number; word: string }>({
        name: "plain_words",
        text: `
          select asked.at::integer, w.word from unnest($1::text[]) with ordinality asked(word, at), lateral (
            select known.word from plain_words known where known.word = asked.word
            union all
            (select known.word from plain_words known
             where known.word % asked.word and levenshtein(known.word, asked.word) <= 2
               and not exists (select from plain_words same where same.word = asked.word)
             order by levenshtein(known.word, asked.word), known.ndoc desc limit 3)
          ) w`,
        values: [words],
      });
      const asked = words.map((_, at) =>
        meant.rows.filter((row) => row.at === at + 1).map(({ word }) => word),
      );
      if (asked.some((each) => each.length === 0)) return [];
      const query = asked.map((each) => `(${each.join(" | ")})`).join(" & ");
      const { rows } = await client.query<{ ids: string[] }>({
        name: "plain_find",
        text: `
          with found as materialized (
            select id, category, level, ts_rank(words, to_tsquery('simple', $1)) as rank
            from plain_gigs where words @@ to_tsquery('simple', $1) and price <= $2
          )
          select array(select id from found order by rank desc, id limit 20) as ids,
            (select count(*) from found) as total,
            (select jsonb_object_agg(category, n) from (select category, count(*) n from found group by category) c) as categories,
            (select jsonb_object_agg(level, n) from (select level, count(*) n from found group by level) l) as levels`,
        values: [query, atMost],
      });
      return rows[0]?.ids ?? [];
    },
    close: async (): Promise<void> => {
      await client.query("drop table plain_gigs, plain_words");
      await client.end();
    },
  };
}
