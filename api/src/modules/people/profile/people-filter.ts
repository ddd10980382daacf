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
  /** Every word of it is found in name, headline or expertise, the last may be unfinished; slips are forgiven. */
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

/** Who is to be listed: whoever passes the filter, is found by its words and is not kept apart from the caller. */
export interface Narrowed extends Omit<PeopleFilter, "search"> {
  /** Those whom the words found; null when there are none. */
  readonly found: readonly string[] | null;
  readonly apart: readonly string[];
}

/** The condition of the people who are listed and pass, for a query of profiles. */
export function passes(narrowed: Narrowed): SqlFragment {
  const { language, country, expertise, found, apart, maxAmountMinor, currency, minRating } = narrowed;
  return fragment`is_listed
    ${found === null ? fragment`` : fragment`and member_id = any(${found}::uuid[])`}
    ${apart.length === 0 ? fragment`` : fragment`and not (member_id = any(${apart}::uuid[]))`}
    ${language === undefined ? fragment`` : fragment`and ${language} = any(languages)`}
    ${country === undefined ? fragment`` : fragment`and ${country} = any(countries)`}
    ${expertise === undefined ? fragment`` : fragment`and concat_ws(' ', headline, array_to_string(expertise, ' ')) ilike ${patternOf(expertise)}`}
    ${maxAmountMinor === undefined ? fragment`` : fragment`and from_amount_minor <= ${maxAmountMinor}`}
    ${currency === undefined ? fragment`` : fragment`and from_currency = ${currency}`}
    ${minRating === undefined ? fragment`` : fragment`and rating_average >= ${minRating}`}`;
}

const patternOf = (text: string): string => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
