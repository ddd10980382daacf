import { z } from "zod";
import type { WechatPayGateway } from "../../../../platform/providers/payments/wechat-pay.ts";
import { vendorAddresses } from "./addresses.ts";
import { environment, privateKey, publicKey } from "./gateway-values.ts";
import { vendor } from "./vendor.ts";

/** What was entered for WeChat Pay. */
export const wechatPayValues = z.strictObject({
  environment: environment.refine(
    (entered) => entered === "live" || vendorAddresses().wechatPaySandbox !== undefined,
    "WeChat Pay has no sandbox: its credentials always move real money.",
  ),
  merchantId: z.string().regex(/^\d{8,12}$/, "A merchant number consists of 10 digits."),
  appId: z.string().regex(/^wx[0-9a-f]{16}$/, "An AppID begins with wx and has 16 more characters."),
  serialNumber: z
    .string()
    .regex(/^[0-9A-Fa-f]{40}$/, "A serial number of a merchant certificate has 40 characters."),
  privateKey,
  apiV3Key: z.string().regex(/^[\x21-\x7e]{32}$/, "An APIv3 key has exactly 32 characters."),
  publicKeyId: z
    .string()
    .regex(
      /^(PUB_KEY_ID_\d+|[0-9A-Fa-f]{40})$/,
      "It begins with PUB_KEY_ID_; a platform certificate has a serial number of 40 characters instead.",
    ),
  publicKey,
});

/** A gateway that uses the entered credentials. */
export async function wechatPayGateway({
  environment: place,
  ...entered
}: z.infer<typeof wechatPayValues>): Promise<WechatPayGateway> {
  const { WechatPayGateway: Gateway } = await import("../../../../platform/providers/payments/wechat-pay.ts");
  const { wechatPay: live, wechatPaySandbox } = vendorAddresses();
  const isLive = place === "live";
  return new Gateway({ ...entered, url: isLive ? live : (wechatPaySandbox ?? live), isLive });
}

/** WeChat Pay, for payments by a code to scan. */
export const wechatPay = vendor({
  name: "wechat_pay",
  kind: "payments",
  title: "WeChat Pay",
  values: wechatPayValues,
  secrets: ["apiV3Key", "privateKey"],
  // Every checkout says where its notifications go.
  hookPath: null,
  modeOf: (entered) => (entered.environment === "live" ? "live" : "test"),
  assertAddresses: () => {},
  check: async (entered, _context, options) => (await wechatPayGateway(entered)).check(options),
});
