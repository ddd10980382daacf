import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { type SqlFragment, fragment } from "../../../platform/scope/sql.ts";
import { Profile } from "../models/profile.ts";

const counted = z.array(z.object({ value: z.string(), count: z.int() }));

const facets = z.object({
  /** ISO 639 codes. */
  languages: counted,
  /** ISO 3166 codes. */
  countries: counted,
  /** Topics however they are written, each as most people write it. */
  expertise: counted,
  currencies: z.array(
    z.object({ value: z.string(), count: z.int(), lowestMinor: z.int(), highestMinor: z.int() }),
  ),
});

/** More than this many choices nobody reads; the rest is found by its words. */
const mostChoices = 60;

export const getFacets = operation({
  summary:
    "Answers what the listed people can be narrowed by, the most frequent first, with how many there are of each.",
  input: z.strictObject({}),
  output: facets,
  async run(scope) {
    const [row] = await scope.read<z.infer<typeof facets>>`
      select ${frequent(fragment`unnest(languages)`)} as languages,
        ${frequent(fragment`unnest(countries)`)} as countries,
        ${frequent(fragment`unnest(expertise)`)} as expertise,
        (select coalesce(jsonb_agg(c order by c.count desc, c.value), '[]') from (
          select from_currency as value, count(*)::int as count,
            min(from_amount_minor) as "lowestMinor", max(from_amount_minor) as "highestMinor"
          from ${Profile} p where is_listed and length(from_currency) = 3
          group by from_currency
        ) c) as currencies`;
    return row!;
  },
});

/** The values of all listed people by how many have them, however they are written. */
const frequent = (values: SqlFragment): SqlFragment => fragment`(
  select coalesce(jsonb_agg(f order by f.count desc, f.value), '[]') from (
    select mode() within group (order by each) as value, count(*)::int as count
    from (select ${values} as each from ${Profile} p where is_listed) v
    group by lower(each) order by count(*) desc, lower(each) limit ${mostChoices}
  ) f)`;
