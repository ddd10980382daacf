import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { Profile } from "../models/profile.ts";
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

/** Changes a profile and announces it, so that matches and search documents follow. */
export async function changeProfile(scope: Scope, memberId: string, change: ProfileChange): Promise<void> {
  const { version } = await lockProfile(scope, memberId);
  const next = version + 1;
  await scope
    .query(Profile)
    .where({ memberId })
    .patch({ ...change, version: next });
  await announce(scope, "profile.changed", { memberId, version: next });
}
