import { z } from "zod";
import { takeAttempt } from "../../../platform/attempts.ts";
import { sendsTexts } from "../../../platform/providers/sms/for-tenant.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember, lockMember } from "../../identity/index.ts";
import { localeFor } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { assertMayTextCode, makePhoneCode, resendSeconds } from "./phone-codes.ts";

export const requestPhoneCode = operation({
  summary:
    "Sends a code of six digits to a number by text message. The number is the caller's once they give the code back (`verifyPhone`); the one before stays until then.",
  input: z.strictObject({
    /** With its country code, such as +4915112345678. */
    phone: z
      .string()
      .regex(
        /^\+[1-9]\d{6,14}$/,
        "Write the number with its country code and without spaces, such as +4915112345678.",
      )
      .meta({ example: "+4915112345678" }),
  }),
  output: z.object({
    /** When the code ends. */
    expiresAt: z.iso.datetime(),
    /** Seconds until another code may be asked for. */
    waitSeconds: z.int(),
  }),
  async run(scope, { phone }) {
    const { request, tenant } = scope;
    const memberId = callingMember(scope);
    if (!(await sendsTexts(scope))) throw failure("notifications.no_text_messages");
    // Text messages cost money: whoever has many accounts has one connection, or the whole site stays within bounds.
    const per = { what: "notifications.request_phone_code", minutes: 60 };
    await takeAttempt(scope, { ...per, who: request.ip ?? memberId, times: 30 });
    await takeAttempt(scope, { ...per, who: "site", times: 1000 });
    const member = await lockMember(scope, memberId);
    await assertMayTextCode(scope, memberId, phone);
    const { expiresAt } = await makePhoneCode(scope, {
      memberId,
      phone,
      locale: localeFor(tenant, member.locale, request.locale),
    });
    return { expiresAt: expiresAt.toISOString(), waitSeconds: resendSeconds };
  },
});
