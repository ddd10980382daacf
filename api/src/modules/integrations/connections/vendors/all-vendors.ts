import { alipay } from "./alipay.ts";
import { slack, teams } from "./chat-hook.ts";
import { daily } from "./daily.ts";
import { openai } from "./openai.ts";
import { payPal } from "./paypal.ts";
import { s3 } from "./s3.ts";
import { sendGrid } from "./sendgrid.ts";
import { ses } from "./ses.ts";
import { smtp } from "./smtp.ts";
import { stripe } from "./stripe.ts";
import { turnstile } from "./turnstile.ts";
import { twilio } from "./twilio.ts";
import { type Vendor, type VendorName } from "./vendor.ts";
import { wechatPay } from "./wechat-pay.ts";
import { zoom } from "./zoom.ts";

/** Every vendor that can be connected. */
export const vendors: Readonly<Record<VendorName, Vendor>> = {
  stripe,
  alipay,
  wechat_pay: wechatPay,
  paypal: payPal,
  openai,
  smtp,
  sendgrid: sendGrid,
  ses,
  twilio,
  slack,
  teams,
  zoom,
  daily,
  turnstile,
  s3,
};
