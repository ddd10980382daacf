import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { preferencesView, presentPreferences } from "../preferences/preferences-view.ts";
import { keepPhone } from "./keep-phone.ts";
import { tryPhoneCode, usePhoneCode } from "./phone-codes.ts";

export const verifyPhone = threePartOperation({
  summary: "Gives back the code that was sent to a number: from then on text messages go there.",
  input: z.strictObject({
    code: z
      .string()
      .regex(/^\d{6}$/, "The code has six digits.")
      .meta({ example: "123456" }),
  }),
  output: preferencesView,
  // A try is counted in a transaction of its own: the refusal that follows must not undo it.
  async prepare(scope, { code }) {
    const memberId = callingMember(scope);
    return { memberId, codeId: await tryPhoneCode(scope, memberId, code) };
  },
  call: async () => null,
  async finish(scope, { memberId, codeId }) {
    const phone = codeId === null ? null : await usePhoneCode(scope, codeId);
    if (phone === null) throw failure("notifications.phone_code_wrong");
    await keepPhone(scope, memberId, phone);
    await audit(scope, { action: "notifications.verify_phone", entity: { kind: "member", id: memberId } });
    return presentPreferences(scope, memberId);
  },
});
