import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { days, plus } from "../../../platform/time.ts";
import { grantLicence, isInForce, lockStanding, switchOn } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { assertLiveSite } from "../policy.ts";
import { readFromCatalogue } from "./catalogue.ts";
import { moduleName } from "./get-module.ts";
import { moduleView, presentModule, readRights } from "./module-view.ts";

export const activateModule = operation({
  summary:
    "Switches a module on that the site has a right to; else starts its trial, once per site and module.",
  input: z.strictObject({ id: moduleName }),
  output: moduleView,
  async run(scope, { id }) {
    assertLiveSite(scope);
    const entry = await readFromCatalogue(scope, id);
    await lockStanding(scope);
    const { plan, licences } = await readRights(scope);
    const own = licences.filter(({ module }) => module === id);
    const hasRight = plan.modules.includes(id) || own.some(({ state }) => isInForce(state));
    if (hasRight) {
      if (!(await switchOn(scope, id))) throw failure("billing.module_active", { module: id });
    } else {
      if (entry.trialDays === 0) throw failure("billing.no_trial", { module: id });
      const expiresAt = plus(scope.now, days(entry.trialDays));
      await grantLicence(scope, { module: id, kind: "trial", source: "trial", expiresAt });
    }
    await audit(scope, {
      action: "billing.activate_module",
      entity: { kind: "module", id },
      after: { module: id, isTrial: !hasRight },
    });
    return presentModule(entry, await readRights(scope));
  },
});
