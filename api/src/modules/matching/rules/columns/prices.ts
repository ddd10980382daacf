import { type Amount, budgetFit } from "../coaching.ts";
import { convert, type ExchangeRates } from "../exchange-rates.ts";

/** Everybody's lowest price, in its own money. */
export class Prices {
  readonly #amounts: Float64Array;
  readonly #currencies: Uint8Array;
  // Place 0 stands for no price.
  readonly #names: string[] = [""];

  constructor(prices: readonly (Amount | null)[]) {
    this.#amounts = Float64Array.from(prices, (price) => price?.amountMinor ?? 0);
    this.#currencies = Uint8Array.from(prices, (price) => (price ? this.#numberOf(price.currency) : 0));
  }

  /** Writes how well everybody's price fits a budget, and 1 for whom that is known: a price without a rate of exchange is not. */
  fits(
    budget: Amount,
    rates: ExchangeRates,
    { values, known }: { values: Float64Array; known: Uint8Array },
  ): void {
    const affordable = Float64Array.from(this.#names, (name, number) =>
      number === 0 ? NaN : (convert(budget.amountMinor, budget.currency, name, rates) ?? NaN),
    );
    for (let at = 0; at < values.length; at++) {
      const limit = affordable[this.#currencies[at]!]!;
      const isKnown = limit >= 0;
      known[at] = isKnown ? 1 : 0;
      values[at] = isKnown ? budgetFit(this.#amounts[at]!, limit) : 0;
    }
  }

  #numberOf(currency: string): number {
    const known = this.#names.indexOf(currency);
    return known > 0 ? known : this.#names.push(currency) - 1;
  }
}
