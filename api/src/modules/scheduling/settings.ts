import { z } from "zod";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { defaultCancellationPolicy, problemOfPolicy } from "./rules/cancellation-policy.ts";

const percent = z.int().min(0).max(100);

/** How a site books: what new offers begin with, when sessions end by themselves, and what cancelling costs. */
export const schedulingSettings = {
  module: "scheduling",
  schema: z.object({
    /** Minutes before its start at which a new offer can be booked at the latest. */
    noticeMinutes: z.int().min(0).max(43_200).default(120),
    /** Days a new offer can be booked ahead. */
    horizonDays: z.int().min(1).max(730).default(60),
    /** Minutes after its end at which a session that nobody sold counts as held by itself. */
    completionGraceMinutes: z.int().min(0).max(10_080).default(60),
    /** Minutes after the start from which somebody may be called absent. */
    absenceGraceMinutes: z.int().min(0).max(240).default(15),
    cancellation: z
      .object({
        /** What a client gets back when cancelling at least so many hours before the start. */
        client: z
          .array(z.object({ hoursBefore: z.int().min(0).max(8760), refundPercent: percent }))
          .max(10)
          .default([...defaultCancellationPolicy.client]),
        /** When the provider, the site's team or its server cancels. */
        otherPercent: percent.default(defaultCancellationPolicy.otherPercent),
        noShowPercent: z
          .object({
            client: percent.default(defaultCancellationPolicy.noShowPercent.client),
            provider: percent.default(defaultCancellationPolicy.noShowPercent.provider),
          })
          .prefault({}),
      })
      .refine(
        (policy) => problemOfPolicy(policy) === null,
        "Name each hour once, and give no more back for cancelling later.",
      )
      .prefault({}),
  }),
} as const satisfies SettingsDefinition;

/** A site's way of booking with every default filled in. */
export const schedulingOf = (tenant: Tenant) => settingsOf(tenant, schedulingSettings);
