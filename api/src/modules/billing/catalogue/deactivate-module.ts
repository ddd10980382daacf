import { z } from "zod";
import { audit } from "../../../platform/audit/record.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { lockStanding, switchOff } from "../../tenancy/index.ts";
import { failure } from "../errors.ts";
import { assertLiveSite } from "../policy.ts";
import { readFromCatalogue } from "./catalogue.ts";
import { moduleName } from "./get-module.ts";
import { moduleView, presentModule, readRights } from "./module-view.ts";

export const deactivateModule = operation({
  summary:
    "Switches a module off: its data stays, its API and widgets stop, what is under way goes on. A trial or period runs on.",
  input: z.strictObject({ id: moduleName }),
  output: moduleView,
  async run(scope, { id }) {
    assertLiveSite(scope);
    const entry = await readFromCatalogue(scope, id);
    await lockStanding(scope);
    const { state } = presentModule(entry, await readRights(scope));
    if (state === "available" || !(await switchOff(scope, id))) {
      throw failure("billing.module_inactive", { module: id });
    }
    await audit(scope, {
      action: "billing.deactivate_module",
      entity: { kind: "module", id },
      before: { module: id },
    });
    return presentModule(entry, await readRights(scope));
  },
});
