import { type ProcedureEntry } from "./rpc/table.ts";

let procedures: readonly ProcedureEntry[] = [];

/** Tells the process which procedures it answers, once at the start. */
export function installProcedures(table: ReadonlyMap<string, ProcedureEntry>): void {
  procedures = [...table.values()];
}

/**
 * What a member of a site may do with rows of their own, by the names under which the team is allowed to do it with everybody's.
 * The door lets them in by the same rule.
 */
export function memberPermissions(
  roles: readonly string[],
  activeModules: readonly string[],
): readonly string[] {
  const open = procedures.flatMap(({ meta: { audience, module, permission, memberRoles } }) => {
    const isOpen =
      [audience].flat().includes("member") &&
      (module === "core" || activeModules.includes(module)) &&
      hasOneOf(roles, memberRoles);
    return isOpen && permission !== undefined ? [permission] : [];
  });
  return [...new Set(open)].toSorted();
}

/** Whether somebody with these roles has one of those needed; who needs none, has. */
export const hasOneOf = (roles: readonly string[], needed: readonly string[] | undefined): boolean =>
  needed === undefined || needed.some((role) => roles.includes(role));
