import { z } from "zod";
import type { PayPalGateway } from "../../../../platform/providers/payments/paypal.ts";
import { vendorAddresses } from "./addresses.ts";
import { environment } from "./gateway-values.ts";
import { vendor } from "./vendor.ts";

const credential = z
  .string()
  .regex(/^[\w-]{20,200}$/, "Copy all of it from the application's page at PayPal.");

/** What was entered for PayPal. */
export const payPalValues = z.strictObject({
  environment,
  clientId: credential,
  clientSecret: credential,
  /** Known only once the webhook is set up at PayPal, for which the connection has to be there. */
  webhookId: z
    .string()
    .regex(/^[\w-]{10,50}$/, "Copy the webhook ID from the list of webhooks at PayPal.")
    .optional(),
});

/** A gateway that uses the entered credentials. */
export async function payPalGateway(entered: z.infer<typeof payPalValues>): Promise<PayPalGateway> {
  const { PayPalGateway: Gateway } = await import("../../../../platform/providers/payments/paypal.ts");
  const { payPal: live, payPalSandbox } = vendorAddresses();
  const isLive = entered.environment === "live";
  const { clientId, clientSecret, webhookId = null } = entered;
  return new Gateway({ clientId, clientSecret, webhookId, url: isLive ? live : payPalSandbox, isLive });
}

/** PayPal, for payments on its page. */
export const payPal = vendor({
  name: "paypal",
  kind: "payments",
  title: "PayPal",
  values: payPalValues,
  secrets: ["clientSecret"],
  hookPath: "paypal",
  modeOf: (entered) => (entered.environment === "live" ? "live" : "test"),
  assertAddresses: () => {},
  check: async (entered, { hookUrl }, options) => (await payPalGateway(entered)).check(hookUrl, options),
});
