import { type AttemptLimit, forgiveAttempts, returnAttempt, takeAttempt } from "../../platform/attempts.ts";
import { type Scope } from "../../platform/scope/scope.ts";

// Of one account from one address: a flood from elsewhere never locks the right person out.
const onAccount = ({ request }: Scope, email: string): AttemptLimit => ({
  what: "identity.sign_in",
  who: `${email} ${request.ip}`,
  times: 10,
  minutes: 15,
});

// Of one address on all accounts: many people may share it.
const fromAddress = ({ request }: Scope): AttemptLimit => ({
  what: "identity.sign_in_from",
  who: request.ip ?? "",
  times: 300,
  minutes: 15,
});

/** Counts a try of a password. Refuses with `request.rate_limited` after too many. */
export async function takeSignInAttempt(scope: Scope, email: string): Promise<void> {
  await takeAttempt(scope, onAccount(scope, email));
  await takeAttempt(scope, fromAddress(scope));
}

/** The password was right: earlier tries of this account from here count no more, and this one does not count for the address. */
export async function forgiveSignInAttempts(scope: Scope, email: string): Promise<void> {
  await forgiveAttempts(scope, onAccount(scope, email));
  await returnAttempt(scope, fromAddress(scope));
}
