import { type Scope } from "../../../platform/scope/scope.ts";
import { siteOf } from "../../tenancy/index.ts";
import { NotificationRhythm } from "../models/notification-rhythm.ts";
import { type Rhythm } from "../rules/delivery-time.ts";

const unasked = { digest: "off", quietFrom: null, quietUntil: null, phone: null } as const;

/** What a member chose about when, and the number they gave. */
export async function readRhythm(
  scope: Scope,
  memberId: string,
): Promise<Pick<NotificationRhythm, "digest" | "quietFrom" | "quietUntil" | "phone">> {
  const [row] = await scope.read<NotificationRhythm>`
    select * from ${NotificationRhythm} r where member_id = ${memberId}`;
  return row ?? unasked;
}

/** The zone whose clocks count for a member: their own, else the site's. */
export const zoneFor = ({ tenant }: Scope, timeZone: string | null): string =>
  timeZone ?? siteOf(tenant).timeZone;

/** When a member wants news, by the clocks of their zone. */
export const rhythmIn = (
  zone: string,
  { digest, quietFrom, quietUntil }: Pick<NotificationRhythm, "digest" | "quietFrom" | "quietUntil">,
): Rhythm => ({
  digest,
  zone,
  quietHours: quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
});
