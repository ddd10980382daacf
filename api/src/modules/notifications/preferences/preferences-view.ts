import { z } from "zod";
import { sendsTexts } from "../../../platform/providers/sms/for-tenant.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { readMember } from "../../identity/index.ts";
import { categories, channelsOn, maySwitchOff } from "../rules/categories.ts";
import { digests } from "../rules/delivery-time.ts";
import { readChoices } from "./chosen.ts";
import { readRhythm, zoneFor } from "./rhythm.ts";

/** A time of day as clocks show it. */
export const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time of day from 00:00 to 23:59, such as 22:00.")
  .meta({ example: "22:00" });

/** What reaches a member by kind of news and channel, and when. */
export const preferencesView = z.object({
  items: z.array(
    z.object({
      category: z.enum(categories),
      inApp: z.boolean(),
      email: z.boolean(),
      push: z.boolean(),
      sms: z.boolean(),
      /** Whether it can be switched off on the page and in mails. */
      isOptional: z.boolean(),
    }),
  ),
  digest: z.enum(digests),
  /** Between which only urgent news is sent; `until` earlier than `from` is the next morning. */
  quietHours: z.object({ from: timeOfDay, until: timeOfDay }).nullable(),
  /** The zone whose clocks count for digests and quiet hours. */
  timeZone: z.string(),
  /** The number for text messages, which the member has shown to be theirs (`requestPhoneCode`, `verifyPhone`). */
  phone: z.string().nullable(),
  /** Whether the site sends text messages; without them a number can only be removed, and what is chosen for it waits. */
  sendsTexts: z.boolean(),
});

const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** What reaches a member now. */
export async function presentPreferences(
  scope: Scope,
  memberId: string,
): Promise<z.infer<typeof preferencesView>> {
  const chosen = await readChoices(scope, memberId);
  const { digest, quietFrom, quietUntil, phone } = await readRhythm(scope, memberId);
  const reader = await readMember(scope, memberId);
  return {
    items: categories.map((category) => {
      const on = channelsOn(category, chosen);
      return {
        category,
        inApp: on.has("inApp"),
        email: on.has("email"),
        push: on.has("push"),
        sms: on.has("sms"),
        isOptional: maySwitchOff(category),
      };
    }),
    digest,
    quietHours:
      quietFrom === null || quietUntil === null ? null : { from: clock(quietFrom), until: clock(quietUntil) },
    timeZone: zoneFor(scope, reader?.timeZone ?? null),
    phone,
    sendsTexts: await sendsTexts(scope),
  };
}
