import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { type Licence } from "../models/licence.ts";
import { lockStanding } from "../plans/standing.ts";
import { isInForce } from "../rules/licences.ts";
import { licenceInForce } from "./grant-licence.ts";
import { settleLicence, stateNow } from "./settle-licence.ts";

/** Takes the licence of a module back. Refuses with `tenancy.not_licensed`. */
export async function revokeLicence(scope: Scope, module: string): Promise<Licence> {
  await lockStanding(scope);
  return settleLicence(scope, await inForce(scope, module), { state: "revoked" });
}

/** Says that a subscription is paid until a moment: it is active again, or goes on. Refuses with `tenancy.not_licensed`. */
export async function renewLicence(
  scope: Scope,
  { module, expiresAt }: { readonly module: string; readonly expiresAt: Date },
): Promise<Licence> {
  await lockStanding(scope);
  return settleLicence(scope, await inForce(scope, module), { state: "active", expiresAt });
}

/**
 * Says that a subscription could not be paid: it goes on while the plan's days of grace last, and is suspended where there are
 * none. Refuses with `tenancy.not_licensed`.
 */
export async function failLicencePayment(scope: Scope, module: string): Promise<Licence> {
  await lockStanding(scope);
  const licence = await inForce(scope, module);
  const paidUntilNow = Object.assign(licence, { expiresAt: scope.now });
  const state = await stateNow(scope, paidUntilNow);
  return settleLicence(scope, licence, {
    state: isInForce(state) ? state : "suspended",
    expiresAt: scope.now,
  });
}

async function inForce(scope: Scope, module: string): Promise<Licence> {
  const licence = await licenceInForce(scope, module);
  if (!licence) throw failure("tenancy.not_licensed", { module });
  return licence;
}
