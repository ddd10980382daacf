import { z } from "zod";
import { AlipayGateway } from "../../../../platform/providers/payments/alipay.ts";
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
export function alipayGateway(entered: z.infer<typeof alipayValues>): AlipayGateway {
  const { alipay, alipaySandbox } = vendorAddresses();
  const isLive = entered.environment === "live";
  return new AlipayGateway({
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
  check: (entered, _context, options) => alipayGateway(entered).check(options),
});
