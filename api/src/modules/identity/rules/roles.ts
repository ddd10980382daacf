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

/** A person's roles with more added, each once, in the order of the list above. */
export const withRoles = (had: readonly string[], added: readonly string[]): MarketplaceRole[] =>
  marketplaceRoles.filter((role) => had.includes(role) || added.includes(role));
