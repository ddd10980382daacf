import { type Scope } from "../../platform/scope/scope.ts";
import { Profile } from "./models/profile.ts";
import { ProviderApplication } from "./models/provider-application.ts";

/** What matching knows of a person who can be booked. No name, picture or anything else that must not decide. */
export interface Candidate {
  readonly memberId: string;
  readonly headline: string;
  readonly bio: string;
  readonly expertise: readonly string[];
  readonly languages: readonly string[];
  readonly countries: readonly string[];
  readonly ratingAverage: number | null;
  readonly ratingCount: number;
  /** When the profile was first written; newcomers may be lifted a little. */
  readonly createdAt: Date;
}

/** Everybody who is listed and approved in a role. */
export const readCandidates = (scope: Scope, role: string): Promise<Candidate[]> => scope.read<Candidate>`
  select member_id, headline, bio, expertise, languages, countries, rating_average, rating_count, created_at
  from ${Profile} p
  where is_listed and exists (
    select from ${ProviderApplication} a where a.member_id = p.member_id and a.role = ${role} and a.state = 'approved'
  )`;

/** Changes whenever somebody listed does, comes or goes. */
export async function readCandidatesVersion(scope: Scope): Promise<string> {
  const [row] = await scope.read<{ version: string }>`
    select concat_ws('.', count(*), sum(version), max(updated_at)) as version from ${Profile} p where is_listed`;
  return row!.version;
}
