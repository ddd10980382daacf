import { z } from "zod";
import { type Parameter } from "../../platform/flow/definition.ts";
import { wholeShare } from "../../platform/money.ts";
import { type SettingsDefinition, settingsOf, type Tenant } from "../../platform/scope/tenant.ts";
import { creditUnit, feeOf } from "../money/index.ts";
import { schedulingOf } from "../scheduling/index.ts";
import { sessionParameters } from "./flows/session-course.ts";
import { workParameters } from "./flows/work-course.ts";
import { type OrderTerms } from "./models/order.ts";

const { disputeMinutes, disputeReplyMinutes, proposalMinutes } = sessionParameters;
const { unpaidMinutes, answerMinutes, acceptanceMinutes, revisionMinutes, undeliveredMinutes } =
  workParameters;

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
    /** Minutes to answer a proposed new time, or a proposal to call work off. */
    proposalMinutes: numberOf(proposalMinutes),
    /** Minutes to pay for work that was ordered. */
    unpaidMinutes: numberOf(unpaidMinutes),
    /** Minutes to answer the seller's questions, before an order is given up and paid back. */
    answerMinutes: numberOf(answerMinutes),
    /** Minutes after which delivered work counts as accepted by itself. */
    acceptanceMinutes: numberOf(acceptanceMinutes),
    /** Minutes a seller has at least for changes that were asked for. */
    revisionMinutes: numberOf(revisionMinutes),
    /** Minutes after the day of delivery until work that never came is given up and paid back. */
    undeliveredMinutes: numberOf(undeliveredMinutes),
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

/** The numbers of the site by which people answer each other in orders of any kind. */
const answeringOf = (tenant: Tenant) => {
  const { disputeReplyMinutes, proposalMinutes } = settingsOf(tenant, orderSettings);
  return { disputeReplyMinutes, proposalMinutes };
};

/** The numbers an order for a session placed now will live by. */
export function sessionParametersOf(tenant: Tenant): Record<string, number> {
  const { completionGraceMinutes, absenceGraceMinutes, cancellation } = schedulingOf(tenant);
  const shareOf = (percent: number) => (percent * wholeShare) / 100;
  return {
    ...answeringOf(tenant),
    disputeMinutes: settingsOf(tenant, orderSettings).disputeMinutes,
    completionGraceMinutes,
    absenceGraceMinutes,
    clientAbsentRefund: shareOf(cancellation.noShowPercent.client),
    providerAbsentRefund: shareOf(cancellation.noShowPercent.provider),
  };
}

/** The numbers an order for work placed now will live by. */
export function workParametersOf(tenant: Tenant): Record<keyof typeof workParameters, number> {
  const { unpaidMinutes, answerMinutes, acceptanceMinutes, revisionMinutes, undeliveredMinutes } = settingsOf(
    tenant,
    orderSettings,
  );
  return {
    ...answeringOf(tenant),
    unpaidMinutes,
    answerMinutes,
    acceptanceMinutes,
    revisionMinutes,
    undeliveredMinutes,
  };
}

/** The terms of a session ordered now in a unit. Of credits the site takes no part. */
export const sessionTermsOf = (tenant: Tenant, unit: string): OrderTerms => ({
  cancellation: schedulingOf(tenant).cancellation,
  feeBasisPoints: unit === creditUnit ? 0 : feeOf(tenant),
});
