import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { invalidFields, requestFailure } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { CachedMatch } from "../models/cached-match.ts";
import { StoredProfile } from "../models/stored-profile.ts";
import { profileNames, sumOf, unknownFactors } from "../rules/weight-profiles.ts";
import { adjustmentFields, presentProfile, profileView } from "./profile-view.ts";
import { readProfile } from "./read-profile.ts";

export const updateProfile = operation({
  summary: "Changes what counts how much in one kind of matching; matches made before are forgotten.",
  input: z.strictObject({
    id: z.enum(profileNames),
    /** By factor, those to be changed; all of them together must add up to 100. */
    weights: z.record(z.string().max(40), z.number().min(0).max(100)).optional(),
    mustHave: z.array(z.string().max(40)).max(10).optional(),
    adjustments: z.strictObject(adjustmentFields).partial().optional(),
    /** The version the changes were made on; a conflict is answered when it is not the newest. */
    version: z.int().min(0).optional(),
  }),
  output: profileView,
  async run(scope, { id, version, ...changes }) {
    // One change at a time, also while there is no row to lock yet.
    await scope.sql`select pg_advisory_xact_lock(hashtextextended(${`${scope.tenant.id} ${id}`}, 0))`;
    const before = await readProfile(scope, id);
    if (version !== undefined && version !== before.version) throw requestFailure("request.conflict");
    const unknown = [
      ...unknownFactors(id, Object.keys(changes.weights ?? {})).map((factor) => ["weights", factor]),
      ...unknownFactors(id, changes.mustHave ?? []).map((factor) => ["mustHave", factor]),
    ];
    if (unknown.length > 0)
      throw invalidFields(...unknown.map((path) => ({ path, message: "This profile has no such factor." })));
    const weights = { ...before.weights, ...changes.weights };
    if (sumOf(weights) !== 100) throw failure("matching.weights_not_100", { sum: sumOf(weights) });
    const after = {
      weights,
      mustHave: [...new Set(changes.mustHave ?? before.mustHave)],
      adjustments: { ...before.adjustments, ...definedOf(changes.adjustments) },
      version: before.version + 1,
    };
    await scope
      .query(StoredProfile)
      .insert({ name: id, ...after })
      .onConflict(["tenantId", "name"])
      .merge(["weights", "mustHave", "adjustments", "version", "updatedAt"]);
    await scope.query(CachedMatch).where({ profile: id }).delete();
    await audit(scope, {
      action: "matching.update_profile",
      entity: { kind: "weight_profile", id },
      before: { weights: before.weights, mustHave: before.mustHave, adjustments: before.adjustments },
      after: { weights: after.weights, mustHave: after.mustHave, adjustments: after.adjustments },
    });
    return presentProfile({ name: id, ...after });
  },
});

const definedOf = <Value>(fields: Readonly<Record<string, Value | undefined>> = {}): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
