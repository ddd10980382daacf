import { addDays, type PlainDate } from "../../../platform/time.ts";

/** What moved in one currency on one date, in minor units. */
export interface Movement {
  readonly currency: string;
  readonly date: PlainDate;
  readonly receivedMinor: number;
  readonly refundedMinor: number;
}

/** A currency's income: its sums, and every date of the span, also those on which nothing moved. */
export interface CurrencyIncome {
  readonly currency: string;
  readonly receivedMinor: number;
  readonly refundedMinor: number;
  readonly days: readonly Omit<Movement, "currency">[];
}

/** Sorts movements into currencies, never adding up two of them, and fills the dates between. What lies outside the span is left out. */
export function incomeOf(
  movements: readonly Movement[],
  { from, count }: { readonly from: PlainDate; readonly count: number },
): CurrencyIncome[] {
  const dates = Array.from({ length: count }, (_, index) => addDays(from, index));
  const currencies = [...new Set(movements.map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) => {
    const days = dates.map((date) => {
      const found = movements.find((each) => each.currency === currency && each.date === date);
      return { date, receivedMinor: found?.receivedMinor ?? 0, refundedMinor: found?.refundedMinor ?? 0 };
    });
    const sum = (of: (day: (typeof days)[number]) => number) =>
      days.reduce((total, day) => total + of(day), 0);
    const receivedMinor = sum((day) => day.receivedMinor);
    const refundedMinor = sum((day) => day.refundedMinor);
    return receivedMinor + refundedMinor === 0 ? [] : [{ currency, receivedMinor, refundedMinor, days }];
  });
}
