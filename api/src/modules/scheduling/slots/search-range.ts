import { invalidFields } from "../../../platform/errors.ts";
import { days } from "../../../platform/time.ts";
import { instant } from "../fields.ts";

/** The input fields of every search for free time. */
export const searchFields = {
  from: instant,
  /** At most 62 days after `from`; a slot that starts then is left out. */
  until: instant,
};

const mostDays = 62;

/** The moments a search lies between. Refused when nothing or too much lies between them. */
export function searchRange(input: { readonly from: string; readonly until: string }): {
  from: Date;
  until: Date;
} {
  const range = { from: new Date(input.from), until: new Date(input.until) };
  const length = range.until.getTime() - range.from.getTime();
  if (length > 0 && length <= days(mostDays)) return range;
  throw invalidFields({ path: ["until"], message: "Write a moment up to 62 days after `from`." });
}
