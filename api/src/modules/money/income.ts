import { type Scope } from "../../platform/scope/scope.ts";
import { Payment } from "./models/payment.ts";
import { Refund } from "./models/refund.ts";

/** What came in and what went back in one currency on one date of the site's calendar, in minor units. */
export interface DayIncome {
  readonly currency: string;
  readonly date: string;
  readonly receivedMinor: number;
  readonly refundedMinor: number;
}

/** Money received and given back since a moment, by currency and date in a zone. Refunds that failed went nowhere. */
export const incomeByDay = (scope: Scope, since: Date, timeZone: string): Promise<DayIncome[]> =>
  scope.read<DayIncome>`
    select currency, to_char(at at time zone ${timeZone}::text, 'YYYY-MM-DD') as date,
      sum(received)::bigint as received_minor, sum(refunded)::bigint as refunded_minor
    from (
      select captured_currency as currency, captured_at as at, captured_minor as received, 0 as refunded
      from ${Payment} p where captured_at >= ${since}
      union all
      select currency, created_at, 0, amount_minor from ${Refund} r where created_at >= ${since} and state <> 'failed'
    ) movements
    group by 1, 2 order by 1, 2`;
