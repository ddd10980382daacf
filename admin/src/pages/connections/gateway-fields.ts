import { type Desk } from "../../base/desk.ts";
import { type DialogField } from "../../parts/dialog-field.ts";
import { gatewayVoice } from "./gateway-texts.ts";
import { type Values } from "./vendors.ts";

/** How a form's fields are made: a secret stays empty when it is stored, the rest shows what is. */
interface FieldMakers {
  readonly secret: (name: keyof Values, label: string, more?: Partial<DialogField>) => DialogField;
  readonly plain: (
    name: keyof Values,
    label: string,
    more?: Partial<DialogField> & { readonly initial?: string },
  ) => DialogField;
}

/** The fields of the gateways that sign with keys of their own, and of PayPal. */
export function gatewayFields(
  desk: Desk,
  vendor: "alipay" | "wechat_pay" | "paypal",
  { secret, plain }: FieldMakers,
): DialogField[] {
  const say = gatewayVoice(desk);
  const isTest = desk.staff.tenant?.isSandbox ?? false;
  const environment = plain("environment", say("environment"), {
    kind: "choice",
    initial: isTest ? "sandbox" : "live",
    options: [
      { value: "live", text: say("live") },
      { value: "sandbox", text: say("sandbox") },
    ],
  });
  const needed = { isRequired: true };
  switch (vendor) {
    case "alipay":
      return [
        environment,
        plain("appId", say("appId"), { ...needed, hint: say("alipayAppHint") }),
        secret("privateKey", say("alipayPrivateKey"), { hint: say("keyHint") }),
        plain("publicKey", say("alipayPublicKey"), {
          ...needed,
          kind: "long",
          hint: say("alipayPublicHint"),
        }),
      ];
    case "wechat_pay":
      return [
        environment,
        plain("merchantId", say("merchantId"), { ...needed, hint: say("merchantHint") }),
        plain("appId", say("wechatAppId"), { ...needed, hint: say("wechatAppHint") }),
        plain("serialNumber", say("serialNumber"), { ...needed, hint: say("serialHint") }),
        secret("privateKey", say("wechatPrivateKey"), { hint: say("wechatPrivateHint") }),
        secret("apiV3Key", say("apiV3Key"), { hint: say("apiV3Hint") }),
        plain("publicKeyId", say("publicKeyId"), { ...needed, hint: say("publicKeyIdHint") }),
        plain("publicKey", say("wechatPublicKey"), { ...needed, kind: "long", hint: say("keyHint") }),
      ];
    case "paypal":
      return [
        environment,
        plain("clientId", say("clientId"), { ...needed, hint: say("clientHint") }),
        secret("clientSecret", say("clientSecret")),
        plain("webhookId", say("webhookId"), { hint: say("webhookHint") }),
      ];
  }
}
