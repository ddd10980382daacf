export { type EscrowTerms, escrowPostings, payerAccountOf } from "./escrow-postings.ts";
export { available, fees, goodwill } from "./ledger/account.ts";
export { balanceOf, balancesOf, escrowOf } from "./ledger/balance.ts";
export { post } from "./ledger/post.ts";
export { transfer, type TransferGroup } from "./ledger/transfer.ts";
export { refundableOfOrder, requestRefund } from "./payments/request-refund.ts";
export { redeemReturnCode } from "./payments/return-code.ts";
export { finishPayment, openCheckout, startPayment } from "./payments/start-payment.ts";
export { feeOf } from "./settings.ts";
