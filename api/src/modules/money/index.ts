export { type EscrowTerms, escrowPostings, payerAccountOf } from "./escrow-postings.ts";
export {
  type Account,
  available,
  clearing,
  earnings,
  escrow,
  fees,
  gateway,
  goodwill,
  issued,
  payout,
  wallet,
} from "./ledger/account.ts";
export { type Balance, balanceOf, balancesOf, escrowOf } from "./ledger/balance.ts";
export { post } from "./ledger/post.ts";
export {
  pendingTransfer,
  postPending,
  type Resolution,
  transfer,
  type Transfer,
  type TransferGroup,
  voidPending,
} from "./ledger/transfer.ts";
export { moneyErrors } from "./errors.ts";
export { refundableOfOrder, requestRefund } from "./payments/request-refund.ts";
export { redeemReturnCode } from "./payments/return-code.ts";
export {
  finishPayment,
  openCheckout,
  type PaymentRequest,
  type StartedPayment,
  startPayment,
} from "./payments/start-payment.ts";
export { type Payee } from "./rules/release-parts.ts";
export { feeOf, moneySettings } from "./settings.ts";
