import { numberFormat } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";

/** An amount of a unit as people write it: money with its currency, which is three capitals; credits as a plain number. */
export const formatUnits = (tag: string, amount: number, unit: string): string =>
  /^[A-Z]{3}$/.test(unit) ? formatMoney(tag, amount, unit) : numberFormat(tag).format(amount);

/** The same with its sign, as a line of a statement has it. */
export const formatChange = (tag: string, amount: number, unit: string): string =>
  (amount > 0 ? "+" : "\u2212") + formatUnits(tag, Math.abs(amount), unit);
