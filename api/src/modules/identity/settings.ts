import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { isPrivileged, marketplaceRoles } from "./rules/roles.ts";

const ownRoles = marketplaceRoles.filter((role) => !isPrivileged(role));

/** How people join a site and how long they stay signed in. */
export const identitySettings = {
  module: "identity",
  schema: z.object({
    /** Roles people may take by themselves. */
    signUpRoles: z
      .array(z.enum(ownRoles))
      .min(1)
      .max(ownRoles.length)
      .default([...ownRoles]),
    /** Whether people may sign up and in with a password; codes by mail always work. */
    allowsPasswords: z.boolean().default(true),
    /** Whether offering services waits until the e-mail address is proven. */
    requiresVerifiedEmail: z.boolean().default(true),
    sessions: z
      .object({
        accessMinutes: z.int().min(5).max(60).default(60),
        refreshHours: z.int().min(1).max(720).default(24),
        /** Days after which people sign in again, however often they came. */
        longestDays: z.int().min(1).max(365).default(30),
        staffAccessMinutes: z.int().min(5).max(60).default(30),
        staffRefreshHours: z.int().min(1).max(72).default(12),
      })
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's rules of joining and staying signed in, with every default filled in. */
export const identityOf = (tenant: Tenant) => settingsOf(tenant, identitySettings);

/** What somebody is who said nothing: the first role the site offers. */
export const firstRole = (tenant: Tenant) => identityOf(tenant).signUpRoles[0] ?? "client";
