import { z } from "zod";
import { type CaptchaProvider } from "../../../../platform/providers/captcha/port.ts";
import {
  checkTurnstile,
  isTestSecret,
  turnstile as turnstileCaptcha,
  type TurnstileOptions,
} from "../../../../platform/providers/captcha/turnstile.ts";
import { vendorAddresses } from "./addresses.ts";
import { vendor } from "./vendor.ts";

const key = z
  .string()
  .regex(/^[\w-]{10,200}$/, "Copy it from the widget's page under Turnstile at Cloudflare, without spaces.");

/** What was entered for Turnstile. */
export const turnstileValues = z.strictObject({ siteKey: key, secretKey: key });

const optionsOf = (entered: z.infer<typeof turnstileValues>): TurnstileOptions => ({
  ...entered,
  url: vendorAddresses().turnstile,
});

/** A captcha that uses the entered credentials. */
export const turnstileProvider = (entered: z.infer<typeof turnstileValues>): CaptchaProvider =>
  turnstileCaptcha(optionsOf(entered));

/** Cloudflare Turnstile, for telling people from scripts. */
export const turnstile = vendor({
  name: "turnstile",
  kind: "captcha",
  title: "Cloudflare Turnstile",
  values: turnstileValues,
  secrets: ["secretKey"],
  hookPath: null,
  modeOf: ({ secretKey }) => (isTestSecret(secretKey) ? "test" : null),
  assertAddresses: () => {},
  check: (entered, _context, options) => checkTurnstile(optionsOf(entered), options),
});
