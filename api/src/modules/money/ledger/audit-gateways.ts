import { type Scope } from "../../../platform/scope/scope.ts";
import { LedgerBalance } from "../models/ledger-balance.ts";
import { Payment } from "../models/payment.ts";
import { PaymentDispute } from "../models/payment-dispute.ts";
import { Refund } from "../models/refund.ts";

/** A gateway and currency of which the ledger and the payments disagree. */
export interface GatewayDifference {
  readonly gateway: string;
  readonly currency: string;
  /** What the ledger says it holds. */
  readonly ledgerMinor: number;
  /** What it should hold: paid, less refunded, less lost in disputes. */
  readonly paymentsMinor: number;
}

/** Compares what the ledger says each gateway holds with what its payments add up to. */
export const findGatewayDifferences = (
  scope: Scope,
): Promise<GatewayDifference[]> => scope.read<GatewayDifference>`
  with movements as (
    select gateway, captured_currency as currency, captured_minor as minor from ${Payment} p where captured_minor is not null
    union all
    select p.gateway, r.currency, -r.amount_minor from ${Refund} r join ${Payment} p on p.id = r.payment_id where r.is_settled
    union all
    select p.gateway, d.currency, -d.amount_minor
    from ${PaymentDispute} d join ${Payment} p on p.id = d.payment_id where d.state = 'lost'
  ),
  expected as (select gateway, currency, sum(minor) as minor from movements group by gateway, currency),
  booked as (
    select owner as gateway, unit as currency, debits_posted - credits_posted as minor
    from ${LedgerBalance} b where kind = 'gateway'
  )
  select coalesce(e.gateway, b.gateway) as gateway, coalesce(e.currency, b.currency) as currency,
    coalesce(b.minor, 0)::bigint as ledger_minor, coalesce(e.minor, 0)::bigint as payments_minor
  from expected e
  full join booked b on b.gateway = e.gateway and b.currency = e.currency
  where coalesce(b.minor, 0) <> coalesce(e.minor, 0)
  order by 1, 2`;
