import { type FilePurpose } from "../module.ts";
import { installedModules } from "../installed-modules.ts";

/** The purpose of a name; null when no module declares it. */
export const findPurpose = (name: string): FilePurpose | null =>
  installedModules()
    .flatMap(({ files }) => files)
    .find((purpose) => purpose.name === name) ?? null;

/** The purpose of a stored file, which some module declares. */
export function purposeOf(name: string): FilePurpose {
  const purpose = findPurpose(name);
  if (!purpose) throw new Error(`No module declares files for ${name}.`);
  return purpose;
}
