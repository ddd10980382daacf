import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { type Candidate as KnownPerson, readCandidates, readCandidatesVersion } from "../../people/index.ts";
import { type OpenHost, readOpenHosts, readOpenHostsVersion } from "../../scheduling/index.ts";
import { expertiseText } from "../embeddings/expertise-text.ts";
import { type OwnedText, readExpertise } from "../embeddings/store.ts";
import { textHash } from "../embeddings/text-hash.ts";
import { type Candidate } from "../rules/coaching.ts";
import { countryOf, languageOf } from "../rules/places.ts";
import { weekOfSpans } from "../rules/week.ts";
import { matchedRole } from "./client.ts";
import { known } from "./subject.ts";

/** Everybody who can be found, and the texts that have no vector yet. */
export interface ReadCandidates {
  readonly candidates: readonly Candidate[];
  readonly missing: readonly OwnedText[];
}

// Hours count when they are open in two of the coming four weeks: a holiday of a fortnight hides nobody, one of a month does.
const weeksAhead = 4;
const openWeeks = 2;
const newcomerDays = 60;

/** Changes whenever a match could: people, their hours, absences and prices. */
export async function readVersion(scope: Scope): Promise<string> {
  return `${await readCandidatesVersion(scope)} ${await readOpenHostsVersion(scope)}`;
}

/** Reads everybody who can be found, with the vectors a model made of their expertise. */
export async function readEverybody(scope: Scope, model: string): Promise<ReadCandidates> {
  const people = await readCandidates(scope, matchedRole);
  const range = { from: scope.now, until: plus(scope.now, days(7 * weeksAhead)) };
  const hosts = new Map((await readOpenHosts(scope, range)).map((host) => [host.hostId, host]));
  const vectors = await readExpertise(scope, model);
  const candidates: Candidate[] = [];
  const missing: OwnedText[] = [];
  for (const person of people) {
    const host = hosts.get(person.memberId);
    if (host?.isAccepting === false) continue;
    const text = expertiseText(person);
    const hash = textHash(text);
    const expertise = text === "" ? null : (vectors.get(hash) ?? null);
    if (expertise === null && text !== "")
      missing.push({ ownerKind: "profile", ownerId: person.memberId, text, hash });
    candidates.push(candidateOf(person, { host, expertise, now: scope.now }));
  }
  return { candidates, missing };
}

function candidateOf(
  person: KnownPerson,
  { host, expertise, now }: { host: OpenHost | undefined; expertise: Float32Array | null; now: Date },
): Candidate {
  return {
    id: person.memberId,
    languages: known(person.languages.map(languageOf)),
    countries: known(person.countries.map(countryOf)),
    expertise,
    price: host?.price ?? null,
    week: host ? weekOfSpans(host.open, now.getTime(), openWeeks) : null,
    rating: person.ratingAverage,
    ratingCount: person.ratingCount,
    load: host?.load ?? null,
    isNewcomer: person.ratingCount === 0 && person.createdAt > plus(now, -days(newcomerDays)),
    // Coaches do not say yet whom they look for.
    reciprocity: null,
  };
}
