import { z } from "zod";
import { takeAttempt } from "../../platform/attempts.ts";
import { operation } from "../../platform/rpc/operation.ts";
import { localeFor } from "../tenancy/index.ts";
import { assertMayRequestCode, makeCode } from "./codes.ts";
import { Member } from "./models/member.ts";
import { emailInput } from "./person.ts";

export const requestCode = operation({
  summary: "Sends a code of six digits to an e-mail address, for signing in or joining without a password.",
  input: z.strictObject({ email: emailInput }),
  output: z.object({
    /** When the code ends. The answer is the same whether or not the address is known. */
    expiresAt: z.iso.datetime(),
  }),
  async run(scope, { email }) {
    const { request, tenant } = scope;
    await takeAttempt(scope, {
      what: "identity.request_code",
      who: request.ip ?? "",
      times: 300,
      minutes: 60,
    });
    await assertMayRequestCode(scope, email);
    const member = await scope.query(Member).findOne({ email });
    const { expiresAt } = await makeCode(scope, {
      email,
      locale: localeFor(tenant, member?.locale ?? null, request.locale),
      isMailed: !member || member.status === "active" || member.status === "suspended",
    });
    return { expiresAt: expiresAt.toISOString() };
  },
});
