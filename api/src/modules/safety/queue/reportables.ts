import { notFound } from "../../../platform/errors.ts";
import { installedModules } from "../../../platform/installed-modules.ts";
import { type Reportable } from "../../../platform/module.ts";

/** How content of a kind is looked at, hidden and shown again. Refuses a kind that no module has. */
export function reportableOf(kind: string): Reportable {
  for (const { reportables } of installedModules()) {
    const found = reportables.find((each) => each.kind === kind);
    if (found) return found;
  }
  throw notFound();
}
