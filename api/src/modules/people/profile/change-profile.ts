import { requestFailure } from "../../../platform/errors.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { hideFromSearch } from "../../../platform/search/index-thing.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";
import { peopleSearch } from "../search-kind.ts";
import { lockProfile } from "./read-profile.ts";

/** What of a profile can be changed by whoever has the right to. */
export type ProfileChange = Partial<
  Pick<
    Profile,
    | "name"
    | "headline"
    | "bio"
    | "expertise"
    | "languages"
    | "countries"
    | "socials"
    | "photoFileId"
    | "isListed"
    | "hiddenAt"
    | "fromAmountMinor"
    | "fromCurrency"
    | "ratingAverage"
    | "ratingCount"
  >
>;

/**
 * Changes a profile and announces it, so that matches and search documents follow. Refuses with a conflict when it was to be
 * changed on a version that is no longer the newest.
 */
export async function changeProfile(
  scope: Scope,
  memberId: string,
  change: ProfileChange,
  changedOn?: number,
): Promise<void> {
  const { version } = await lockProfile(scope, memberId);
  if (changedOn !== undefined && changedOn !== version) throw requestFailure("request.conflict");
  const next = version + 1;
  await scope
    .query(Profile)
    .where({ memberId })
    .patch({ ...change, version: next });
  if (change.isListed === false)
    await hideFromSearch(scope, { kind: peopleSearch.kind, id: memberId, version: next });
  await announce(scope, "profile.changed", { memberId, version: next });
}
