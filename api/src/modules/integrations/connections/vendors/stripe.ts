import { z } from "zod";
import { isTaken } from "../../../../platform/providers/credential-check.ts";
import type { StripeGateway } from "../../../../platform/providers/payments/stripe.ts";
import { vendorAddresses } from "./addresses.ts";
import { vendor } from "./vendor.ts";

/** What was entered for Stripe. */
export const stripeValues = z.strictObject({
  secretKey: z
    .string()
    .regex(
      /^(sk|rk)_(test|live)_\w+$/,
      "A secret key begins with sk_test_, sk_live_, rk_test_ or rk_live_. A publishable key (pk_…) cannot take payments.",
    ),
  /** Known only once the endpoint is set up at Stripe, for which the connection has to be there. */
  webhookSecret: z
    .string()
    .regex(/^whsec_\w+$/, "A signing secret begins with whsec_.")
    .optional(),
});

/** A gateway that uses the entered credentials. */
export async function stripeGateway(entered: z.infer<typeof stripeValues>): Promise<StripeGateway> {
  const { StripeGateway: Gateway } = await import("../../../../platform/providers/payments/stripe.ts");
  return new Gateway({
    secretKey: entered.secretKey,
    webhookSecrets: entered.webhookSecret === undefined ? [] : [entered.webhookSecret],
    apiBase: vendorAddresses().stripe,
  });
}

/** Stripe, for payments by redirect. */
export const stripe = vendor({
  name: "stripe",
  kind: "payments",
  title: "Stripe",
  values: stripeValues,
  secrets: ["secretKey", "webhookSecret"],
  hookPath: "stripe",
  modeOf: ({ secretKey }) => (/^.._test_/.test(secretKey) ? "test" : "live"),
  assertAddresses: () => {},
  async check(entered, { hookUrl }, options) {
    const gateway = await stripeGateway(entered);
    const answer = await gateway.check(hookUrl, options);
    return isTaken(answer.code) && entered.webhookSecret === undefined
      ? { ...answer, code: "no_secret" }
      : answer;
  },
});
