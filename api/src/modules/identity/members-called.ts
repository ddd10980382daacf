import { fragment, type SqlFragment } from "../../platform/scope/sql.ts";
import { Member } from "./models/member.ts";

/** A LIKE pattern that finds a text anywhere in a lower-case one, with nothing in it taken for a wildcard. */
export const likePattern = (text: string): string => `%${text.toLowerCase().replaceAll(/[\\%_]/g, "\\$&")}%`;

/** The ids of members whose name holds a text, as a subquery for lists that members search: their addresses are nobody else's. */
export function membersNamed(text: string): SqlFragment {
  return fragment`(select id from ${Member} named where lower(name) like ${likePattern(text.trim())})`;
}

/** The ids of members whose name or e-mail address holds a text, as a subquery for lists that are narrowed to them. */
export function membersCalled(text: string): SqlFragment {
  const pattern = likePattern(text.trim());
  return fragment`(select id from ${Member} called where email like ${pattern} or lower(name) like ${pattern})`;
}
