import { z } from "zod";

/** Our id as gateways take it that know letters and digits only. */
export const tradeNumberOf = (id: string): string => id.replaceAll("-", "");

/** The id behind a number we gave; null for a number somebody else gave. */
export function idOfTradeNumber(number: string | undefined): string | null {
  const parts = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(number ?? "");
  const read = z.uuid().safeParse(parts?.slice(1).join("-"));
  return read.success ? read.data : null;
}
