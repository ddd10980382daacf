import { type Scope } from "../../../platform/scope/scope.ts";
import { NotificationPreference } from "../models/notification-preference.ts";
import { type Category, type Channel, maySwitchOff } from "../rules/categories.ts";
import { failure } from "../errors.ts";

type Choice = Pick<NotificationPreference, "category" | "channel" | "isOn">;

/** What a member has switched on or off. */
export const readChoices = (scope: Scope, memberId: string): Promise<Choice[]> =>
  scope.read<Choice>`
    select category, channel, is_on from ${NotificationPreference} p where member_id = ${memberId}`;

/** Switches a kind of news on or off on one channel. Refuses what protects the account. */
export async function choose(
  scope: Scope,
  memberId: string,
  { category, channel, isOn }: { category: Category; channel: Channel; isOn: boolean },
): Promise<void> {
  if (!isOn && !maySwitchOff(category, channel)) throw failure("notifications.always_on", { category });
  await scope
    .query(NotificationPreference)
    .insert({ memberId, category, channel, isOn })
    .onConflict(["tenantId", "memberId", "category", "channel"])
    .merge(["isOn", "updatedAt"]);
}
