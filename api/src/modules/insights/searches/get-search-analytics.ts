import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { days, plus } from "../../../platform/time.ts";
import { Search } from "../models/search.ts";
import { searchDays } from "./forget-searches.ts";

const mostQueries = 50;

const query = z.object({
  /** As most people typed it. */
  text: z.string(),
  /** Of what, such as `people`. */
  kind: z.string(),
  searches: z.int(),
  /** How many were found the last time. */
  found: z.int(),
  /** After how many of the searches a result was opened. */
  opened: z.int(),
});

const view = z.object({
  searches: z.int(),
  /** Searches that found nothing. */
  withoutHits: z.int(),
  /** Searches after which a result was opened. */
  opened: z.int(),
  /** The share of searches after which a result was opened, 0 to 1; null without searches. */
  clickThrough: z.number().nullable(),
  /** The most frequent, 50 at most. Equal words count as one, however they are written. */
  top: z.array(query),
  /** The most frequent of those that found nothing when they were last searched for, 50 at most. */
  withoutHitsTop: z.array(query),
});

export const getSearchAnalytics = operation({
  summary:
    "Answers what people search for on the site, what they search for in vain, and how often they open a result.",
  input: z.strictObject({
    /** How many days back. */
    days: z.int().min(1).max(searchDays).default(30),
    /** Searches of one kind, such as `people`; of all when not given. */
    kind: z.string().max(40).optional(),
  }),
  output: view,
  async run(scope, { days: back, kind }) {
    const from = plus(scope.now, -days(back));
    const which = fragment`searched_at >= ${from} ${kind === undefined ? fragment`` : fragment`and kind = ${kind}`}`;
    const frequent = (condition: SqlFragment) => scope.read<z.infer<typeof query>>`
      select text, kind, searches, found, opened from (
        select kind, words, mode() within group (order by text) as text, count(*)::int as searches,
          (array_agg(found order by searched_at desc, id desc))[1] as found, count(opened_id)::int as opened
        from ${Search} s where ${which} group by kind, words
      ) q
      where ${condition} order by searches desc, text limit ${mostQueries}`;
    const [[sums], top, withoutHitsTop] = await Promise.all([
      scope.read<{ searches: number; withoutHits: number; opened: number }>`
        select count(*)::int as searches, count(*) filter (where found = 0)::int as without_hits,
          count(opened_id)::int as opened
        from ${Search} s where ${which}`,
      frequent(fragment`true`),
      frequent(fragment`found = 0`),
    ]);
    const { searches, withoutHits, opened } = sums!;
    const clickThrough = searches === 0 ? null : opened / searches;
    return { searches, withoutHits, opened, clickThrough, top, withoutHitsTop };
  },
});
