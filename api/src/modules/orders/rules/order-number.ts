// Crockford's base 32: no letter that is read as a digit, and no U.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The number people quote, such as `7K2MQ-9F3XA`: the last 50 random bits of the order's id. It counts nothing, so no row is
 * hot and nobody reads a site's sales from it. That any two of a million orders share one has a chance of 1 in 2,000.
 */
export function orderNumberOf(orderId: string): string {
  const bits = BigInt(`0x${orderId.replaceAll("-", "").slice(-16)}`);
  const digits = Array.from({ length: 10 }, (_, place) => letters[Number((bits >> BigInt(5 * place)) & 31n)]);
  const text = digits.toReversed().join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** The number as it is stored, however somebody typed it; null when it can be none. */
export function readOrderNumber(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text) ? `${text.slice(0, 5)}-${text.slice(5)}` : null;
}
