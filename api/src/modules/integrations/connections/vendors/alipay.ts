import { z } from "zod";
import type { AlipayGateway } from "../../../../platform/providers/payments/alipay.ts";
import { vendorAddresses } from "./addresses.ts";
import { environment, privateKey, publicKey } from "./gateway-values.ts";
import { vendor } from "./vendor.ts";

/** What was entered for Alipay. */
export const alipayValues = z.strictObject({
  environment,
  appId: z.string().regex(/^\d{16}$/, "An APPID consists of 16 digits."),
  privateKey,
  publicKey,
});

/** A gateway that uses the entered credentials. */
export async function alipayGateway(entered: z.infer<typeof alipayValues>): Promise<AlipayGateway> {
  const { AlipayGateway: Gateway } = await import("../../../../platform/providers/payments/alipay.ts");
  const { alipay, alipaySandbox } = vendorAddresses();
  const isLive = entered.environment === "live";
  return new Gateway({
    appId: entered.appId,
    privateKey: entered.privateKey,
    alipayPublicKey: entered.publicKey,
    url: isLive ? alipay : alipaySandbox,
    isLive,
  });
}

/** Alipay, for payments on its page. */
export const alipay = vendor({
  name: "alipay",
  kind: "payments",
  title: "Alipay",
  values: alipayValues,
  secrets: ["privateKey"],
  // Every checkout says where its notifications go.
  hookPath: null,
  modeOf: (entered) => (entered.environment === "live" ? "live" : "test"),
  assertAddresses: () => {},
  check: async (entered, _context, options) => (await alipayGateway(entered)).check(options),
});
