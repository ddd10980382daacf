import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { type BookingTexts } from "./booking.texts.ts";
import { type Offer } from "./journey.ts";

/** A price as people write it; free of charge when it is nothing. */
export const priceOf = (
  { amountMinor, currency }: Offer["price"],
  tag: string,
  say: Say<BookingTexts>,
): string => (amountMinor === 0 ? say("free") : formatMoney(tag, amountMinor, currency));
