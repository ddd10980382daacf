import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { coachingFactors, factor } from "./quiz/factors.ts";

/** Every role somebody can apply for; a site takes some of them. */
export const providerRoles = ["coach", "seller", "developer", "teacher"] as const;

/** What a site asks in its quiz and how it takes on providers. */
export const peopleSettings = {
  module: "people",
  schema: z.object({
    /** The questions of the quiz; every one has to be answered. */
    factors: z
      .array(factor)
      .min(1)
      .max(40)
      .refine(
        (factors) => new Set(factors.map(({ key }) => key)).size === factors.length,
        "Every key may stand once.",
      )
      .default([...coachingFactors]),
    /** Roles people apply for before they are listed and can be booked. */
    providerRoles: z
      .array(z.enum(providerRoles))
      .min(1)
      .max(4)
      .default([...providerRoles]),
    /** Whether applications are approved by themselves. */
    approvesByItself: z.boolean().default(false),
  }),
} as const satisfies SettingsDefinition;

/** The tenant's quiz and rules for providers, with every default filled in. */
export const peopleOf = (tenant: Tenant) => settingsOf(tenant, peopleSettings);

/** The roles a person has only once their application is approved; none where the site approves by itself. */
export function rolesToApprove(tenant: Tenant): readonly string[] {
  const { approvesByItself, providerRoles: applied } = peopleOf(tenant);
  return approvesByItself ? [] : applied;
}
