import { z } from "zod";
import { announce } from "../../platform/outbox/announce.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { readMe } from "./get-me.ts";
import { lockMember } from "./lock-member.ts";
import { Member } from "./models/member.ts";
import { localeInput, nameInput, timeZoneInput } from "./person.ts";
import { callingMember } from "./policy.ts";
import { preferencesInput } from "./preferences.ts";
import { meView, presentMe } from "./present.ts";

export const updateMe = operation({
  summary: "Changes the caller's name, language, time zone or preferences; what is not named stays.",
  input: z.strictObject({
    name: nameInput.optional(),
    locale: localeInput.optional(),
    timeZone: timeZoneInput.optional(),
    /** Laid over the preferences there are; null takes one away. */
    preferences: preferencesInput.optional(),
  }),
  output: meView,
  async run(scope, { name, locale, timeZone, preferences }) {
    const id = callingMember(scope);
    const member = await lockMember(scope, id);
    const merged = Object.entries({ ...member.preferences, ...preferences }).filter(
      ([, value]) => value !== null,
    );
    await scope
      .query(Member)
      .where({ id })
      .patch({
        name: name ?? member.name,
        locale: locale ?? member.locale,
        timeZone: timeZone ?? member.timeZone,
        preferences: Object.fromEntries(merged.slice(-200)),
      });
    await announce(scope, "member.changed", { memberId: id, at: scope.now });
    return presentMe(scope, await readMe(scope, id));
  },
});
