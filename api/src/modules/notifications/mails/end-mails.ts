import { type Scope } from "../../../platform/scope/scope.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { choose } from "../preferences/chosen.ts";
import { categories, maySwitchOff } from "../rules/categories.ts";
import { digestName } from "../rules/digest.ts";
import { type Unsubscription } from "./unsubscribe-link.ts";

/** Ends mails of a kind; of a digest, all that it could tell. What waits for the digest stays unsent. */
export async function endMails(
  scope: Scope,
  memberId: string,
  ended: Unsubscription["category"],
): Promise<void> {
  const kinds = ended === digestName ? categories.filter((each) => maySwitchOff(each, "email")) : [ended];
  for (const category of kinds) await choose(scope, memberId, { category, channel: "email", isOn: false });
  if (ended !== digestName) return;
  await scope
    .query(NotificationDelivery)
    .where({ memberId, channel: "email", state: "waiting" })
    .patch({ state: "dropped", endedAt: scope.now });
}
