import { z } from "zod";
import { fragment, type SqlFragment } from "../../../platform/scope/sql.ts";
import { countryField, languageField } from "./fields.ts";

const words = z.string().trim().min(1).max(60);

/** What a list of people can be narrowed by. */
export const peopleFilter = {
  language: languageField.optional(),
  country: countryField.optional(),
  /** Words found in expertise or headline. */
  expertise: words.optional(),
  /** Every word of it is found in name, headline or expertise. */
  search: words.optional(),
  maxAmountMinor: z.int().min(0).optional(),
  /** The currency `maxAmountMinor` is meant in; people with other prices are left out. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ example: "EUR" })
    .optional(),
  minRating: z.number().min(1).max(5).optional(),
};

type PeopleFilter = z.output<z.ZodObject<typeof peopleFilter>>;

/** The condition of the people who are listed, pass a filter and are not kept apart from the caller, for a query of profiles. */
export function passes(filter: PeopleFilter, apart: readonly string[]): SqlFragment {
  const { language, country, expertise, search, maxAmountMinor, currency, minRating } = filter;
  const texts = search?.split(/\s+/).map(patternOf) ?? [];
  return fragment`is_listed
    ${apart.length === 0 ? fragment`` : fragment`and not (member_id = any(${apart}::uuid[]))`}
    ${language === undefined ? fragment`` : fragment`and ${language} = any(languages)`}
    ${country === undefined ? fragment`` : fragment`and ${country} = any(countries)`}
    ${expertise === undefined ? fragment`` : found(fragment`concat_ws(' ', headline, array_to_string(expertise, ' '))`, [patternOf(expertise)])}
    ${texts.length === 0 ? fragment`` : found(fragment`concat_ws(' ', name, headline, array_to_string(expertise, ' '))`, texts)}
    ${maxAmountMinor === undefined ? fragment`` : fragment`and from_amount_minor <= ${maxAmountMinor}`}
    ${currency === undefined ? fragment`` : fragment`and from_currency = ${currency}`}
    ${minRating === undefined ? fragment`` : fragment`and rating_average >= ${minRating}`}`;
}

const found = (text: SqlFragment, patterns: readonly string[]): SqlFragment =>
  fragment`and ${text} ilike all(${patterns}::text[])`;

const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
