import { z } from "zod";
import { type Parameter } from "../../platform/flow/definition.ts";
import { wholeShare } from "../../platform/money.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { creditUnit, feeOf } from "../money/index.ts";
import { schedulingOf } from "../scheduling/index.ts";
import { sessionParameters } from "./flows/session-course.ts";
import { type OrderTerms } from "./models/order.ts";

const { disputeMinutes, disputeReplyMinutes, proposalMinutes } = sessionParameters;

const numberOf = (parameter: Parameter) =>
  z.int().min(parameter.min).max(parameter.max).default(parameter.default);

/**
 * How long the people of an order have to answer each other, and where links out of their mails lead. Orders keep the numbers they
 * were placed with.
 */
export const orderSettings = {
  module: "orders",
  schema: z.object({
    /** Minutes after a session as long as either side may object before the money moves. */
    disputeMinutes: numberOf(disputeMinutes),
    /** Minutes to answer a dispute, before the site's team is asked. */
    disputeReplyMinutes: numberOf(disputeReplyMinutes),
    /** Minutes to answer a proposed new time. */
    proposalMinutes: numberOf(proposalMinutes),
    /**
     * The page of the site that links out of mails open, with the booking widget in it. Without one, or when it is not on an allowed
     * origin, they open the page of the purchase, or else one of Tessera's own.
     */
    managePageUrl: z
      .url({ protocol: /^https?$/ })
      .max(500)
      .nullable()
      .default(null),
  }),
} as const satisfies SettingsDefinition;

/** The page links out of mails should open; null when the site named none. */
export const managePageUrlOf = (tenant: Tenant): string | null =>
  settingsOf(tenant, orderSettings).managePageUrl;

/** The numbers an order placed now will live by. */
export function flowParametersOf(tenant: Tenant): Record<string, number> {
  const { completionGraceMinutes, absenceGraceMinutes, cancellation } = schedulingOf(tenant);
  const shareOf = (percent: number) => (percent * wholeShare) / 100;
  const { managePageUrl: _, ...answering } = settingsOf(tenant, orderSettings);
  return {
    ...answering,
    completionGraceMinutes,
    absenceGraceMinutes,
    clientAbsentRefund: shareOf(cancellation.noShowPercent.client),
    providerAbsentRefund: shareOf(cancellation.noShowPercent.provider),
  };
}

/** The terms of an order placed now in a unit. Of credits the site takes no part. */
export const termsOf = (tenant: Tenant, unit: string): OrderTerms => ({
  cancellation: schedulingOf(tenant).cancellation,
  feeBasisPoints: unit === creditUnit ? 0 : feeOf(tenant),
});
