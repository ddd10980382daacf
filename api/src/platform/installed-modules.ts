import { type Module } from "./module.ts";
import { type Scope } from "./scope/scope.ts";

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

/** The body of an event's webhook for this tenant now; null when there is none or nothing to tell any more. */
export async function presentWebhook(scope: Scope, name: string, fact: unknown): Promise<object | null> {
  const definition = installedModules().find(({ events }) => name in events)?.events[name];
  // The fact was written by the module that presents it.
  return definition?.webhook ? definition.webhook.present(scope, fact as never) : null;
}
