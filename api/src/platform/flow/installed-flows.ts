import { installedModules } from "../installed-modules.ts";
import { type ModuleFlow } from "./flow-kind.ts";

/** The flow of that name, whichever module of this process it belongs to. */
export function installedFlow(name: string): ModuleFlow {
  const found = installedModules()
    .flatMap(({ flows }) => flows)
    .find((flow) => flow.name === name);
  if (!found) throw new Error(`no module of this process has a flow "${name}"`);
  return found;
}
