import { describe } from "node:test";
import { type PayoutBench, payoutContract } from "../../../../test/payout-contract.ts";
import { StripeServer } from "../../../../test/stripe-server.ts";
import { StripeGateway } from "../payments/stripe.ts";

describe("Stripe Connect", () => {
  payoutContract(async (): Promise<PayoutBench> => {
    const server = await StripeServer.start();
    const { payouts } = new StripeGateway({
      secretKey: server.secretKey,
      webhookSecrets: [server.webhookSecret],
      apiBase: server.url,
    });
    const { connect } = server;
    return {
      payouts,
      finishPage: (id) => connect.finishPage(id),
      paid: () => connect.transfers.size,
      setBalance: (minor) => void (connect.balance = minor),
      loseAnswer: () => void (server.losesAnswers = 1),
      forgetKeys: () => server.forgetKeys(),
      fail: (times) => server.plan.push(...Array.from({ length: times }, () => 500)),
      takeBack: (id) => connect.reverse(id),
      close: () => server.stop(),
    };
  });
});
