import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { formatCredits } from "../../../platform/unit-words.ts";
import { callingMember } from "../../identity/index.ts";
import { localeFor } from "../../tenancy/index.ts";
import { CreditPurchase } from "../models/credit-purchase.ts";
import { finishPayment, openCheckout, startPayment } from "../payments/start-payment.ts";
import { creditTermsOf } from "../settings.ts";

/** How long the buyer has on the gateway's page. */
const payMinutes = 30;

export const buyPackage = threePartOperation({
  summary: "Opens the payment page for a package of credits. As long as one is open, the same page again.",
  input: z.strictObject({
    packageId: z.string().max(40),
    /** Where the buyer comes back to, having paid or not: a page of the site. */
    returnUrl: z.url({ protocol: /^https?$/ }).max(2000),
  }),
  output: z.object({
    /** The gateway's page. */
    url: z.string(),
    paymentId: z.uuid(),
    /** The page closes then. */
    expiresAt: z.iso.datetime(),
  }),

  async prepare(scope, { packageId, returnUrl }) {
    const memberId = callingMember(scope);
    const chosen = creditTermsOf(scope.tenant).packages.find(({ id }) => id === packageId);
    if (!chosen) throw notFound();
    const { credits, price } = chosen;
    const orderId = await purchaseOf(scope, { memberId, packageId, credits, ...price });
    return startPayment(scope, {
      orderId,
      payer: { memberId, visitorId: null },
      payeeIds: [],
      ...price,
      description: formatCredits(localeFor(scope.tenant, scope.request.locale), credits),
      returnUrl,
      minutes: payMinutes,
    });
  },

  call: (payment, options) => openCheckout(payment, options),

  async finish(scope, payment, checkout) {
    const { url, paymentId, expiresAt } = await finishPayment(scope, payment, checkout);
    return { url, paymentId, expiresAt: expiresAt.toISOString() };
  },
});

/** The purchase that waits for the same payment already, or a new one. */
async function purchaseOf(
  scope: Scope,
  wanted: Pick<CreditPurchase, "memberId" | "packageId" | "credits" | "amountMinor" | "currency">,
): Promise<string> {
  const since = plus(scope.now, minutes(-payMinutes));
  const open = await scope
    .query(CreditPurchase)
    .where(wanted)
    .whereNull("creditedAt")
    .where("createdAt", ">", since)
    .orderBy("createdAt", "desc")
    .first();
  if (open) return open.id;
  const { id } = await scope
    .query(CreditPurchase)
    .insert({ ...wanted, id: newId(scope.now), creditedAt: null });
  return id;
}
