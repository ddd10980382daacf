import { Stripe } from "stripe";
import { codeOfStatus, type CredentialCheck } from "../../credential-check.ts";

/** Asks Stripe whose a key is and whether it may do what payments need, and looks for the webhook endpoint of `notifyUrl`. */
export async function checkStripe(stripe: Stripe, notifyUrl: string): Promise<CredentialCheck> {
  try {
    const one = { limit: 1 };
    const [account, hasEvents] = await Promise.all([
      stripe.accounts.retrieveCurrent().catch(passOverMissingRight),
      hasEndpoint(stripe, notifyUrl),
      stripe.checkout.sessions.list(one),
      stripe.refunds.list(one),
      stripe.disputes.list(one),
    ]);
    return {
      code: hasEvents ? "works" : "no_events",
      account: account?.id ?? null,
      detail: account?.business_profile?.name ?? account?.email ?? account?.id ?? "",
    };
  } catch (refusal) {
    if (!(refusal instanceof Stripe.errors.StripeError)) throw refusal;
    return { code: codeOfStatus(refusal.statusCode), account: null, detail: refusal.message };
  }
}

/** Whether Stripe sends events to the address. A restricted key that may not look is believed. */
async function hasEndpoint(stripe: Stripe, notifyUrl: string): Promise<boolean> {
  const endpoints = await stripe.webhookEndpoints.list({ limit: 100 }).catch(passOverMissingRight);
  return (
    endpoints === null || endpoints.data.some(({ url, status }) => url === notifyUrl && status === "enabled")
  );
}

/** A restricted key need not have every right. */
function passOverMissingRight(refusal: unknown): null {
  if (refusal instanceof Stripe.errors.StripePermissionError) return null;
  throw refusal;
}
