import { z } from "zod";
import { invalidFields } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { NotificationRhythm } from "../models/notification-rhythm.ts";
import { categories, channels } from "../rules/categories.ts";
import { digests } from "../rules/delivery-time.ts";
import { choose } from "./chosen.ts";
import { preferencesView, presentPreferences, timeOfDay } from "./preferences-view.ts";
import { readRhythm } from "./rhythm.ts";
import { reschedule } from "./reschedule.ts";

export const updatePreferences = operation({
  summary:
    "Switches kinds of news on or off on a channel, and says when mails and pushes may come. What protects the account stays on; what is left out stays as it is.",
  input: z.strictObject({
    changes: z
      .array(z.strictObject({ category: z.enum(categories), channel: z.enum(channels), isOn: z.boolean() }))
      .min(1)
      .max(categories.length * channels.length)
      .optional(),
    digest: z.enum(digests).optional(),
    /** Null for none. */
    quietHours: z.strictObject({ from: timeOfDay, until: timeOfDay }).nullable().optional(),
  }),
  output: preferencesView,
  async run(scope, { changes = [], digest, quietHours }) {
    const memberId = callingMember(scope);
    if (quietHours && quietHours.from === quietHours.until) {
      throw invalidFields({
        path: ["quietHours", "until"],
        message: "Quiet hours must end at another time than they begin.",
      });
    }
    for (const change of changes) await choose(scope, memberId, change);
    const isMoved = digest !== undefined || quietHours !== undefined;
    if (isMoved) {
      const before = await readRhythm(scope, memberId);
      const quiet =
        quietHours === undefined
          ? { quietFrom: before.quietFrom, quietUntil: before.quietUntil }
          : { quietFrom: minutesOf(quietHours?.from), quietUntil: minutesOf(quietHours?.until) };
      await scope
        .query(NotificationRhythm)
        .insert({ memberId, ...quiet, digest: digest ?? before.digest, phone: null, phoneVerifiedAt: null })
        .onConflict(["tenantId", "memberId"])
        .merge(["digest", "quietFrom", "quietUntil", "updatedAt"]);
      await reschedule(scope, memberId);
    }
    return presentPreferences(scope, memberId);
  },
});

function minutesOf(time: string | undefined): number | null {
  if (time === undefined) return null;
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
