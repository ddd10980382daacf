import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { decodeCursor, pageInput, pageOf, toPage } from "../../../platform/rpc/paging.ts";
import { fragment } from "../../../platform/scope/sql.ts";
import { Profile } from "../models/profile.ts";
import { personView, presentPerson, type PublicProfile } from "../present.ts";
import { isCountry, isLanguage } from "../rules/places.ts";

export const listPeople = operation({
  summary:
    "Lists the people who can be booked, best rated first, narrowed by language, country, expertise, price and rating.",
  input: z.strictObject({
    ...pageInput,
    language: z.string().refine(isLanguage, "Write a language as a code such as en.").optional(),
    country: z.string().refine(isCountry, "Write a country as a code such as DE.").optional(),
    /** Words found in expertise or headline. */
    expertise: z.string().trim().min(1).max(60).optional(),
    maxAmountMinor: z.int().min(0).optional(),
    /** The currency `maxAmountMinor` is meant in; people with other prices are left out. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional(),
    minRating: z.number().min(1).max(5).optional(),
  }),
  output: pageOf(personView),
  async run(scope, { limit, cursor, language, country, expertise, maxAmountMinor, currency, minRating }) {
    const [rating, id] = cursor === undefined ? [null, null] : decodeCursor(scope.tenant, cursor, 2);
    const pattern = expertise === undefined ? null : `%${expertise.replaceAll(/[\\%_]/g, "\\$&")}%`;
    const rows = await scope.read<PublicProfile>`
      select * from ${Profile} p
      where is_listed
        ${language === undefined ? fragment`` : fragment`and ${language} = any(languages)`}
        ${country === undefined ? fragment`` : fragment`and ${country} = any(countries)`}
        ${pattern === null ? fragment`` : fragment`and (headline ilike ${pattern} or array_to_string(expertise, ' ') ilike ${pattern})`}
        ${maxAmountMinor === undefined ? fragment`` : fragment`and from_amount_minor <= ${maxAmountMinor}`}
        ${currency === undefined ? fragment`` : fragment`and from_currency = ${currency}`}
        ${minRating === undefined ? fragment`` : fragment`and rating_average >= ${minRating}`}
        ${cursor === undefined ? fragment`` : fragment`and (-coalesce(rating_average, 0), member_id) > (${-Number(rating)}::float8, ${String(id)}::uuid)`}
      order by coalesce(rating_average, 0) desc, member_id
      limit ${limit + 1}`;
    return toPage(scope.tenant, rows, limit, {
      position: ({ ratingAverage, memberId }) => [ratingAverage ?? 0, memberId],
      present: presentPerson,
    });
  },
});
