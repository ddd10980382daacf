import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { cancelTimers, setTimer } from "../../../platform/timers/timer.ts";
import { Licence } from "../models/licence.ts";
import { graceDaysOf } from "../plans/plan-rows.ts";
import { forgetRights } from "../plans/standing.ts";
import { endOf, isInForce, type LicenceState, stateAt, usableStates, warningsOf } from "../rules/licences.ts";

export const licenceTimerName = "tenancy.licence";

/**
 * Brings a licence into a state, and with it what the tenant may use, its timers and what is told. The tenant's rights are
 * locked by the caller, so that two changes of them follow one another.
 */
export async function settleLicence(
  scope: Scope,
  licence: Licence,
  changes: { readonly state: LicenceState; readonly expiresAt?: Date | null },
): Promise<Licence> {
  const { state, expiresAt = licence.expiresAt } = changes;
  const endedAt = isInForce(state) ? null : scope.now;
  const settled = { state, expiresAt, endedAt };
  await scope.query(Licence).where({ id: licence.id }).patch(settled);
  await noteLicensed(scope);
  const now = Object.assign(new Licence(), licence, settled);
  await setTimers(scope, now);
  await announce(scope, "licence.changed", {
    licenceId: licence.id,
    module: licence.module,
    state,
    at: scope.now,
  });
  return now;
}

/** Writes down which modules the tenant has licences for, where each call looks. */
async function noteLicensed(scope: Scope): Promise<void> {
  const { id } = scope.tenant;
  await scope.sql`
    update tenants set updated_at = ${scope.now}, licensed_modules = array(
      select distinct module from ${Licence} l where state = any(${[...usableStates]}) order by module
    ) where id = ${id}`;
  await forgetRights(scope);
}

/** Sets when a licence is looked at again: before its end to tell of it, and at its end. */
async function setTimers(scope: Scope, licence: Licence): Promise<void> {
  const { id: subjectId, kind, state, expiresAt } = licence;
  await cancelTimers(scope, { name: licenceTimerName, subjectId });
  if (expiresAt === null || !usableStates.some((usable) => usable === state)) return;
  const set = (key: string, dueAt: Date) =>
    setTimer(scope, { name: licenceTimerName, subjectId, key, dueAt });
  if (state === "active") {
    for (const { key, at } of warningsOf(expiresAt, scope.now)) await set(key, at);
    await set("end", expiresAt);
    return;
  }
  await set("end", endOf({ kind, expiresAt }, await graceDaysOf(scope)) ?? expiresAt);
}

/** The state a licence has come to by time alone. */
export const stateNow = async (scope: Scope, licence: Licence): Promise<LicenceState> =>
  stateAt(licence, await graceDaysOf(scope), scope.now);
