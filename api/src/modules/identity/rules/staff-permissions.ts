import { type StaffRole } from "../../../platform/scope/actor.ts";

/** Modules that only owners and admins run: the site itself, its team, its money and its links to other systems. */
const runByAdmins = ["tenancy", "identity", "money", "billing", "integrations", "insights"];

/** Permissions that owners alone have. */
const ownersOnly = ["identity.owners"];

/** Seeing something, but for money, which only those who run it see. */
const isView = (permission: string): boolean => /^(?!money\.|billing\.)\w+\.view(_|$)/.test(permission);

const isDefault = (role: StaffRole, permission: string): boolean => {
  switch (role) {
    case "owner":
      return true;
    case "admin":
      return !ownersOnly.includes(permission);
    case "member":
      return isView(permission) || !runByAdmins.includes(permission.split(".")[0] ?? "");
    case "guest":
      return isView(permission);
  }
};

/** What a team member may do: the permissions of the role, with those granted and without those denied. Owners keep everything. */
export function permissionsOf(
  {
    staffRole,
    granted,
    denied,
  }: {
    readonly staffRole: StaffRole;
    readonly granted: readonly string[];
    readonly denied: readonly string[];
  },
  all: readonly string[],
): string[] {
  if (staffRole === "owner") return [...all];
  return all.filter(
    (permission) =>
      !ownersOnly.includes(permission) &&
      !denied.includes(permission) &&
      (isDefault(staffRole, permission) || granted.includes(permission)),
  );
}
