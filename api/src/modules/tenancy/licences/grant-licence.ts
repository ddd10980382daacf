import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";
import { Licence } from "../models/licence.ts";
import { lockStanding } from "../plans/standing.ts";
import { type LicenceKind, type LicenceSource, statesInForce } from "../rules/licences.ts";
import { settleLicence } from "./settle-licence.ts";
import { switchOn } from "./switch-module.ts";

/** What is granted. */
export interface Grant {
  readonly module: string;
  readonly kind: LicenceKind;
  readonly source: LicenceSource;
  /** The end of the trial or of the paid period; null for a lifetime licence, and only for that. */
  readonly expiresAt: Date | null;
}

/**
 * Gives the live tenant a licence and switches the module on; a licence of the module that is in force is replaced. Refuses a
 * second trial (`tenancy.trial_used`) and anything beside a lifetime licence (`tenancy.licensed_for_life`).
 */
export async function grantLicence(
  scope: Scope,
  { module, kind, source, expiresAt }: Grant,
): Promise<Licence> {
  await lockStanding(scope);
  const held = await licenceInForce(scope, module);
  if (held?.kind === "lifetime") throw failure("tenancy.licensed_for_life", { module });
  if (kind === "trial") {
    if (held) throw failure("tenancy.licensed_already", { module });
    if (await hadTrial(scope, module)) throw failure("tenancy.trial_used", { module });
  }
  if (held) await settleLicence(scope, held, { state: "replaced" });
  await switchOn(scope, module);
  const added = await scope.query(Licence).insert({
    id: newId(scope.now),
    module,
    kind,
    source,
    state: "active",
    startsAt: scope.now,
    expiresAt,
    endedAt: null,
  });
  return settleLicence(scope, added, { state: "active" });
}

/** The licence of a module that has not ended, if there is one. */
export async function licenceInForce(scope: Scope, module: string): Promise<Licence | undefined> {
  const states = [...statesInForce];
  return scope.query(Licence).findOne({ module }).whereIn("state", states).forUpdate();
}

async function hadTrial(scope: Scope, module: string): Promise<boolean> {
  return (await scope.query(Licence).where({ module, kind: "trial" }).resultSize()) > 0;
}
