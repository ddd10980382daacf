import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { preferencesView, presentPreferences } from "../preferences/preferences-view.ts";
import { readRhythm } from "../preferences/rhythm.ts";
import { keepPhone } from "./keep-phone.ts";
import { endPhoneCodes } from "./phone-codes.ts";

export const removePhone = operation({
  summary:
    "Forgets the caller's number: no text messages go there any more, and a code on its way is worth nothing.",
  input: z.strictObject({}),
  output: preferencesView,
  async run(scope) {
    const memberId = callingMember(scope);
    await endPhoneCodes(scope, memberId);
    const { phone } = await readRhythm(scope, memberId);
    if (phone !== null) {
      await keepPhone(scope, memberId, null);
      await audit(scope, { action: "notifications.remove_phone", entity: { kind: "member", id: memberId } });
    }
    return presentPreferences(scope, memberId);
  },
});
