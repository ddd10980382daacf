import { type Scope } from "../../platform/scope/scope.ts";
import { Profile } from "./models/profile.ts";

/** What matching knows of a person who can be booked. */
export interface Candidate {
  readonly memberId: string;
  readonly name: string;
  readonly headline: string;
  readonly bio: string;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly photoFileId: string | null;
  readonly fromAmountMinor: number | null;
  readonly fromCurrency: string | null;
  readonly ratingAverage: number | null;
  readonly ratingCount: number;
  /** When the profile was first written; newcomers may be lifted a little. */
  readonly createdAt: Date;
  /** Raised by every change. */
  readonly version: number;
}

/** Everybody who is listed. */
export const readCandidates = (scope: Scope): Promise<Candidate[]> => scope.read<Candidate>`
  select member_id, name, headline, bio, expertise, languages, countries, photo_file_id, from_amount_minor,
    from_currency, rating_average, rating_count, created_at, version
  from ${Profile} p where is_listed`;

/** Changes whenever a candidate does, comes or goes. */
export async function readCandidatesVersion(scope: Scope): Promise<string> {
  const [row] = await scope.read<{ version: string }>`
    select concat_ws('.', count(*), sum(version), max(updated_at)) as version from ${Profile} p where is_listed`;
  return row!.version;
}
