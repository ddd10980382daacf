import { type Stripe } from "stripe";
import { type Fields, Refusal } from "./stripe-objects.ts";

/** What a Stripe account tells of itself. */
export class StripeAccount {
  id = "acct_local";
  /** The addresses events go to, as set up in Stripe's dashboard. */
  endpoints: string[] = [];
  /** What the key may not do, by the beginning of the address: a restricted key. */
  forbidden: string[] = [];

  /** The answer to a call about the account itself; null when it is about something else. */
  answer(call: string, fields: Fields): object | null {
    if (this.forbidden.some((path) => call.includes(path))) {
      throw new Refusal(403, "invalid_request_error", {
        message: "The provided key does not have the required permissions for this endpoint.",
      });
    }
    if (call === "GET /v1/account")
      return {
        id: this.id,
        object: "account",
        email: "shop@site.example",
        business_profile: { name: "Northlight" },
      };
    if (call === "GET /v1/webhook_endpoints") return list(this.endpoints.map(endpointOf));
    // Lists of everything, as opposed to those of one payment.
    const isWhole =
      /^GET \/v1\/(checkout\/sessions|refunds|disputes)$/.test(call) && !fields["payment_intent"];
    return isWhole ? list([]) : null;
  }
}

const list = (data: readonly object[]) => ({ object: "list", has_more: false, data });

const endpointOf = (url: string): Pick<Stripe.WebhookEndpoint, "id" | "object" | "url" | "status"> => ({
  id: "we_1",
  object: "webhook_endpoint",
  url,
  status: "enabled",
});
