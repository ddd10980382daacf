/**
 * What came of asking a vendor about credentials. `works`; `no_events`: works, but the vendor is not told where to send events;
 * `no_secret`: works, but its events cannot be verified; `refused`: it does not know them; `rights`: they may not do what is needed; `limit`: it allows no more calls for now;
 * `settings`: something else that was entered is wrong; `unreachable`: it did not answer.
 */
export type CheckCode =
  | "works"
  | "no_events"
  | "no_secret"
  | "refused"
  | "rights"
  | "limit"
  | "settings"
  | "unreachable";

/** A vendor's answer about credentials. */
export interface CredentialCheck {
  readonly code: CheckCode;
  /** Whose they are, as far as the vendor says. */
  readonly account: string | null;
  /** The vendor's own words; empty when it said nothing worth reading. */
  readonly detail: string;
}

/** Whether a vendor took the credentials. */
export const isTaken = (code: CheckCode): boolean => code === "works" || code === "no_events";

/** What an HTTP status says about credentials. */
export function codeOfStatus(status: number | undefined): CheckCode {
  if (status === undefined || status >= 500) return "unreachable";
  if (status === 401) return "refused";
  if (status === 403) return "rights";
  return status === 429 ? "limit" : "settings";
}
