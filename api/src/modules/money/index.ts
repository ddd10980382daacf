export {
  type CreditOrder,
  creditEscrowPostings,
  creditMovements,
  refuseTooFewCredits,
  reserveCredits,
  returnReserved,
  takeCreditsBack,
} from "./credits/credit-escrow.ts";
export { creditUnit } from "./credits/credit-unit.ts";
export { refuseCreditPrice } from "./credits/refuse-credit-price.ts";
export { escrowMovements, type EscrowTerms, escrowPostings, payerAccountOf } from "./escrow-postings.ts";
export { available, fees, goodwill, wallet } from "./ledger/account.ts";
export { balanceOf, balancesOf, escrowOf } from "./ledger/balance.ts";
export { post } from "./ledger/post.ts";
export { type Movement, transfer, type TransferGroup } from "./ledger/transfer.ts";
export { payCodeOf, payCodeView } from "./payments/pay-code.ts";
export { payGatewaysOf } from "./payments/pay-gateways.ts";
export { refundableOfOrder, requestRefund } from "./payments/request-refund.ts";
export { redeemReturnCode } from "./payments/return-code.ts";
export { finishPayment, openCheckout, startPayment } from "./payments/start-payment.ts";
export { readLot } from "./wallet/read-lot.ts";
export { feeOf } from "./settings.ts";
export { countWaitingPayouts } from "./payouts/count-waiting-payouts.ts";
export { findPayout } from "./payouts/find-payout.ts";
export { incomeByDay } from "./income.ts";
