import { z } from "zod";
import { operation } from "../../../platform/rpc/operation.ts";
import { callingMember } from "../../identity/index.ts";
import { referralCodeOf } from "./referrals.ts";

export const createReferralCode = operation({
  summary: "Makes the code by which the caller brings others to the site; the same again when there is one.",
  input: z.strictObject({}),
  output: z.object({ code: z.string() }),
  run: async (scope) => ({ code: await referralCodeOf(scope, callingMember(scope)) }),
});
