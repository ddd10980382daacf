import { z } from "zod";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { failure } from "../errors.ts";
import { checkPassword, givenPassword } from "../passwords.ts";
import { emailInput } from "../person.ts";
import { forgiveSignInAttempts, takeSignInAttempt } from "../sign-in-attempts.ts";
import { findAccount } from "./accounts.ts";
import { openStaffSession, staffSessionView } from "./staff-session.ts";

export const operatorSignIn = threePartOperation({
  summary: "Signs an operator in, who runs Tessera itself.",
  input: z.strictObject({ email: emailInput, password: givenPassword }),
  output: staffSessionView,
  async prepare(scope, { email, password }) {
    await takeSignInAttempt(scope, email);
    return { email, password, account: await findAccount(scope, email) };
  },
  call: ({ password, account }) => checkPassword(password, account?.passwordHash ?? null),
  async finish(scope, { email, account }, { isRight }) {
    if (!account?.isOperator || !isRight || account.status !== "active")
      throw failure("identity.sign_in_failed");
    await forgiveSignInAttempts(scope, email);
    return openStaffSession(scope, account, "operator");
  },
});
