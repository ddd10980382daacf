import { type Scope } from "../../../platform/scope/scope.ts";
import { StoredProfile } from "../models/stored-profile.ts";
import { factorsOf, type ProfileName, usualProfile, type WeightProfile } from "../rules/weight-profiles.ts";

/** A profile of weights with the number of its changes; 0 while it is as usual. */
export interface VersionedProfile extends WeightProfile {
  readonly version: number;
}

/** What counts how much on this site: as it was changed, else as usual. */
export async function readProfile(scope: Scope, name: ProfileName): Promise<VersionedProfile> {
  const [stored] = await scope.read<StoredProfile>`select * from ${StoredProfile} p where name = ${name}`;
  return profileOf(name, stored);
}

/** A stored profile, or the usual one when there is none. */
export function profileOf(name: ProfileName, stored: StoredProfile | undefined): VersionedProfile {
  const usual = usualProfile(name);
  if (!stored) return { ...usual, version: 0 };
  return {
    name,
    // JSON from the database has an order of its own.
    weights: Object.fromEntries(factorsOf[name].map((factor) => [factor, stored.weights[factor] ?? 0])),
    mustHave: stored.mustHave,
    adjustments: { ...usual.adjustments, ...stored.adjustments },
    version: stored.version,
  };
}
