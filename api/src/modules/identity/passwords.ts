import { hash, verify } from "@node-rs/argon2";
import bcrypt from "bcryptjs";
import { z } from "zod";
import { requestFailure } from "../../platform/errors.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { productName } from "../tenancy/index.ts";
import { failure } from "./errors.ts";
import { passwordProblem } from "./rules/passwords.ts";

// OWASP's minimum for argon2id: 14 ms and 19 MiB each on the machine this was measured on, 76 a second on two cores.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A new password, by length alone; whether it is a good one is `assertGoodPassword`'s to say. */
export const newPassword = z.string().min(8).max(256);

/** A password somebody claims to have. */
export const givenPassword = z.string().min(1).max(256);

// More at once would only make everybody wait, and a flood of sign-ins would take all memory.
const atOnce = 4;
let running = 0;

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= atOnce) throw requestFailure("request.busy");
  running++;
  try {
    return await work();
  } finally {
    running--;
  }
}

/** Hashes a new password (argon2id). Refuses with `request.busy` when too many are being hashed; call it outside a transaction. */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize("NFC"), strength));

// The hash of random bytes nobody knows: an unknown person costs the same time as a known one.
const nobodysHash =
  "$argon2id$v=19$m=19456,t=2,p=1$iaA+wkjffBZQLyHdoNrOSQ$o0xlHVGA/bTryQtiO9Hwo8RQJIwTySaU8MMg4k5gero";

/** Whether a password is the one of a stored hash; with null it is not, after the same time. `newHash` is to be stored instead of an old kind. */
export async function checkPassword(
  password: string,
  stored: string | null,
): Promise<{ readonly isRight: boolean; readonly newHash: string | null }> {
  const normal = password.normalize("NFC");
  return inTurn(async () => {
    if (stored !== null && isBcrypt(stored)) {
      const isRight = await bcrypt.compare(normal, stored);
      return { isRight, newHash: isRight ? await hash(normal, strength) : null };
    }
    const matches = await verify(stored ?? nobodysHash, normal);
    const isRight = matches && stored !== null;
    const isWeak = stored !== null && !stored.startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    return { isRight, newHash: isRight && isWeak ? await hash(normal, strength) : null };
  });
}

/** Whether a stored hash is one of bcrypt, as other systems export it. */
export const isBcrypt = (stored: string): boolean => /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/.test(stored);

/** Refuses a password that is guessed first: a common one, or one made of the person's or the site's names. */
export function assertGoodPassword(
  password: string,
  tenant: Tenant | null,
  personal: readonly string[],
): void {
  const words = tenant ? [...personal, tenant.name, tenant.slug, productName(tenant)] : personal;
  const problem = passwordProblem(password, words);
  if (problem === "too_common") throw failure("identity.password_too_common");
  if (problem === "too_personal") throw failure("identity.password_too_personal");
}
