import { installedModules } from "../installed-modules.ts";
import { type SearchKind } from "../module.ts";

/** Every kind that can be searched for in this process. */
export const searchKinds = (): readonly SearchKind[] => installedModules().flatMap(({ search }) => search);

/** One kind by its name. */
export function searchKind(name: string): SearchKind {
  const found = searchKinds().find(({ kind }) => kind === name);
  if (!found) throw new TypeError(`No module has search documents of the kind ${name}.`);
  return found;
}
