import { type Scope } from "../../../platform/scope/scope.ts";
import { forgetRights } from "../plans/standing.ts";

/** Takes a module out of use: its data stays, its API and its widgets stop, what is under way goes on. False when it was out already. */
export async function switchOff(scope: Scope, module: string): Promise<boolean> {
  const changed = await scope.sql`
    update tenants set switched_off_modules = array_append(switched_off_modules, ${module}::text), updated_at = ${scope.now}
    where id = ${scope.tenant.id} and not ${module}::text = any(switched_off_modules) returning id`;
  await forgetRights(scope);
  return changed.length > 0;
}

/** Brings a module back that was taken out of use; whether it may be used is the plan's and the licences'. False when it was not out. */
export async function switchOn(scope: Scope, module: string): Promise<boolean> {
  const changed = await scope.sql`
    update tenants set switched_off_modules = array_remove(switched_off_modules, ${module}::text), updated_at = ${scope.now}
    where id = ${scope.tenant.id} and ${module}::text = any(switched_off_modules) returning id`;
  await forgetRights(scope);
  return changed.length > 0;
}
