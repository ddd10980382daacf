import { type Module } from "./module.ts";

let installed: readonly Module[] | undefined;

/** Tells the process which modules it is made of, once at the start; a lower module reaches a higher one's parts through this list alone. */
export function installModules(modules: readonly Module[]): void {
  installed = modules;
}

/** The modules of this process, in their order. */
export function installedModules(): readonly Module[] {
  if (!installed) throw new Error("installModules was not called at the start of the process.");
  return installed;
}
