// Crockford's base 32: no letter that is read as a digit, and no U.
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** What a payout is called on bank statements, such as `P-7K2MQ9F3XA`: the last 50 random bits of its id. */
export function payoutReference(payoutId: string): string {
  const bits = BigInt(`0x${payoutId.replaceAll("-", "").slice(-16)}`);
  const digits = Array.from({ length: 10 }, (_, place) => letters[Number((bits >> BigInt(5 * place)) & 31n)]);
  return `P-${digits.toReversed().join("")}`;
}
