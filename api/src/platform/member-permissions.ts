import { type Actor } from "./scope/actor.ts";
import { type Access } from "./rpc/procedure.ts";
import { type ProcedureEntry } from "./rpc/table.ts";

/** The roles a member has, and those that wait for approval. */
type RolesOfMember = Pick<Extract<Actor, { kind: "member" }>, "roles" | "pendingRoles">;

let procedures: readonly ProcedureEntry[] = [];

/** Tells the process which procedures it answers, once at the start. */
export function installProcedures(table: ReadonlyMap<string, ProcedureEntry>): void {
  procedures = [...table.values()];
}

/** The modules that have something to call in this process; `core` is none of them. */
export const builtModules = (): ReadonlySet<string> =>
  new Set(procedures.map(({ meta }) => meta.module).filter((module) => module !== "core"));

/**
 * What a member of a site may do with rows of their own, by the names under which the team is allowed to do it with everybody's.
 * The door lets them in by the same rule.
 */
export function memberPermissions(
  member: RolesOfMember,
  activeModules: readonly string[],
): readonly string[] {
  const open = procedures.flatMap(({ meta }) => {
    const { audience, module, permission, goesOn } = meta;
    const isOpen =
      [audience].flat().includes("member") &&
      (goesOn || module === "core" || activeModules.includes(module)) &&
      hasRoleFor(meta, member);
    return isOpen && permission !== undefined ? [permission] : [];
  });
  return [...new Set(open)].toSorted();
}

/** Whether a member has one of the roles that a procedure asks for; everybody has where it asks for none. */
export const hasRoleFor = (
  { memberRoles, applicantsToo = false }: Pick<Access, "memberRoles" | "applicantsToo">,
  { roles, pendingRoles }: RolesOfMember,
): boolean =>
  memberRoles === undefined ||
  memberRoles.some((role) => roles.includes(role) || (applicantsToo && pendingRoles.includes(role)));
