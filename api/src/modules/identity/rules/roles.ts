/** What people can be on a site; one person may be several things. */
export const marketplaceRoles = [
  "client",
  "coach",
  "seller",
  "developer",
  "senior_developer",
  "teacher",
  "learner",
  "candidate",
  "recruiter",
  "qa",
  "moderator",
  "admin",
] as const;

export type MarketplaceRole = (typeof marketplaceRoles)[number];

/** Roles that are given by staff or by the tenant's server, and never taken by oneself. */
const privilegedRoles: readonly MarketplaceRole[] = [
  "senior_developer",
  "recruiter",
  "qa",
  "moderator",
  "admin",
];

export const isPrivileged = (role: string): boolean =>
  privilegedRoles.some((privileged) => privileged === role);

/** The roles among those wanted that a person may not take by themselves on this site. */
export const refusedRoles = (wanted: readonly string[], offered: readonly string[]): string[] =>
  wanted.filter((role) => isPrivileged(role) || !offered.includes(role));

/**
 * The roles a person has, and those they asked for and have once they are approved; none is both. What somebody chose, was approved
 * for or was given by the team is granted and stays until the team takes it away. The rest of the roles is what the tenant's server
 * named in its last member token, and follows the next one.
 */
export interface MemberRoles {
  readonly roles: readonly MarketplaceRole[];
  readonly grantedRoles: readonly MarketplaceRole[];
  readonly pendingRoles: readonly MarketplaceRole[];
}

/** What somebody is before they say anything. */
export const noRoles: MemberRoles = { roles: [], grantedRoles: [], pendingRoles: [] };

const joined = (had: readonly string[], added: readonly string[]): MarketplaceRole[] =>
  marketplaceRoles.filter((role) => had.includes(role) || added.includes(role));

const stillPending = ({ pendingRoles }: MemberRoles, roles: readonly MarketplaceRole[]) =>
  pendingRoles.filter((role) => !roles.includes(role));

/** Exactly these roles instead of those a person had, as the team decides; what they asked for besides still waits. New ones are granted. */
export const exactRoles = (had: MemberRoles, roles: readonly MarketplaceRole[]): MemberRoles => ({
  roles,
  grantedRoles: roles.filter((role) => had.grantedRoles.includes(role) || !had.roles.includes(role)),
  pendingRoles: stillPending(had, roles),
});

/** A person's roles after the tenant's server named some: these, and those granted, which no token takes away. */
export function vouchedRoles(had: MemberRoles, vouched: readonly string[]): MemberRoles {
  const roles = joined(had.grantedRoles, vouched);
  return { roles, grantedRoles: had.grantedRoles, pendingRoles: stillPending(had, roles) };
}

/** A person's roles with more granted, in the order of the list above; these wait no longer. */
export function givenRoles(had: MemberRoles, given: readonly string[]): MemberRoles {
  const roles = joined(had.roles, given);
  return { roles, grantedRoles: joined(had.grantedRoles, given), pendingRoles: stillPending(had, roles) };
}

/** A person's roles after they ask for some: those that need no approval are theirs, the others wait. */
export function askedRoles(
  had: MemberRoles,
  asked: readonly string[],
  toApprove: readonly string[],
): MemberRoles {
  const waiting = asked.filter((role) => toApprove.includes(role));
  const free = asked.filter((role) => !toApprove.includes(role));
  const pendingRoles = joined(had.pendingRoles, waiting);
  return givenRoles({ ...had, pendingRoles }, free);
}

/** A person's roles once one they asked for is refused; a role they have stays. */
export const refusedRole = (had: MemberRoles, refused: string): MemberRoles => ({
  ...had,
  pendingRoles: had.pendingRoles.filter((role) => role !== refused),
});
