import { z } from "zod";
import { newId } from "../../../platform/ids.ts";
import { GatewayError } from "../../../platform/providers/payments/port.ts";
import { type PayoutProvider } from "../../../platform/providers/payouts/port.ts";
import { type CallOptions, threePartOperation } from "../../../platform/rpc/operation.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { callingMember, lockMember } from "../../identity/index.ts";
import { failure } from "../errors.ts";
import { PayoutAccount } from "../models/payout-account.ts";
import { assertOwnSite } from "../payments/own-site.ts";
import { maskedNumber } from "../rules/bank-account.ts";
import { payerOfAccount, payoutPayerFor } from "./payout-payer.ts";
import { payoutAccountView, presentAccount } from "./payout-view.ts";
import { readCurrentAccounts } from "./read-account.ts";
import { noteAccount, replaceAccounts } from "./save-account.ts";

interface Connecting {
  readonly payouts: PayoutProvider;
  readonly accountId: string;
  readonly gatewayAccountId: string | null;
  readonly country: string;
  readonly returnUrl: string;
}

export const connectPayoutAccount = threePartOperation({
  summary:
    "Opens an account of the caller's at Stripe and answers its page, where they say who they are and where their bank is. The same account again until it is ready.",
  input: z.strictObject({
    /** Where the caller lives or works: two capitals such as US. */
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "Write a country such as US.")
      .meta({ example: "US" }),
    /** Where they come back to: a page of the site. */
    returnUrl: z.url({ protocol: /^https?$/ }).max(2000),
  }),
  output: z.object({
    /** Stripe's page. */
    url: z.string(),
    accountId: z.uuid(),
  }),
  async prepare(scope, { country, returnUrl }): Promise<Connecting> {
    const memberId = callingMember(scope);
    assertOwnSite(scope, returnUrl);
    await lockMember(scope, memberId);
    const { coming } = await readCurrentAccounts(scope, memberId);
    const known = coming?.country === country ? coming : null;
    const again = known && (await payerOfAccount(scope, known));
    if (known && again)
      return {
        payouts: again,
        accountId: known.id,
        gatewayAccountId: known.gatewayAccountId,
        country,
        returnUrl,
      };
    const payer = await payoutPayerFor(scope);
    if (!payer) throw failure("money.payouts_not_by_gateway");
    await replaceAccounts(scope, memberId, { isReady: false });
    const { id: accountId } = await scope.query(PayoutAccount).insert({
      id: newId(scope.now),
      memberId,
      way: "stripe",
      country,
      label: "Stripe",
      detailsSealed: null,
      connectionId: payer.connectionId,
      gatewayAccountId: null,
      isReady: false,
      removedAt: null,
    });
    return { payouts: payer.payouts, accountId, gatewayAccountId: null, country, returnUrl };
  },
  async call({ payouts, accountId, gatewayAccountId: known, country, returnUrl }, options) {
    return asked(options, async () => {
      const gatewayAccountId =
        known ?? (await payouts.openAccount({ accountId, key: accountId, country }, options));
      const url = await payouts.accountPage(gatewayAccountId, returnUrl, options);
      return { gatewayAccountId, url };
    });
  },
  async finish(scope, { accountId }, { gatewayAccountId, url }) {
    await scope.query(PayoutAccount).findById([scope.tenant.id, accountId]).patch({ gatewayAccountId });
    return { url, accountId };
  },
});

interface Checking {
  readonly memberId: string;
  readonly account: PayoutAccount | null;
  readonly payouts: PayoutProvider | null;
}

export const checkPayoutAccount = threePartOperation({
  summary:
    "Asks Stripe whether the account that the caller is opening can be paid to; it takes the place of the other one once it can.",
  input: z.strictObject({}),
  output: z.object({
    /** Where the caller is paid now; null until there is one. */
    account: payoutAccountView.nullable(),
    /** What still cannot be paid to. */
    coming: payoutAccountView.nullable(),
  }),
  async prepare(scope): Promise<Checking> {
    const memberId = callingMember(scope);
    const { coming: account } = await readCurrentAccounts(scope, memberId);
    return { memberId, account, payouts: account && (await payerOfAccount(scope, account)) };
  },
  async call({ account, payouts }, options) {
    const id = account?.gatewayAccountId;
    return id && payouts ? asked(options, () => payouts.getAccount(id, options)) : null;
  },
  async finish(scope, { memberId, account }, standing) {
    if (account && standing?.isReady) await putInPlace(scope, account, standing.lastDigits);
    const { current, coming } = await readCurrentAccounts(scope, memberId);
    return { account: current && presentAccount(current), coming: coming && presentAccount(coming) };
  },
});

/** Has a member paid to an account that has become ready. */
async function putInPlace(scope: Scope, account: PayoutAccount, lastDigits: string | null): Promise<void> {
  await lockMember(scope, account.memberId);
  const still = await scope.query(PayoutAccount).findById([scope.tenant.id, account.id]);
  if (!still || still.removedAt !== null || still.isReady) return;
  await replaceAccounts(scope, account.memberId, { isReady: true });
  const label = lastDigits === null ? account.label : maskedNumber(lastDigits);
  await scope.query(PayoutAccount).findById([scope.tenant.id, account.id]).patch({ isReady: true, label });
  await noteAccount(scope, Object.assign(still, { label }));
}

/** Asks the gateway; says in the words of payouts that it refuses or is silent. */
async function asked<Answer>(options: CallOptions, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (refusal) {
    if (refusal instanceof GatewayError && refusal.isFinal) throw failure("money.payout_gateway_refused");
    if (refusal instanceof GatewayError || options.signal.aborted)
      throw failure("money.payout_gateway_unavailable");
    throw refusal;
  }
}
