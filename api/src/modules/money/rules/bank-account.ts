/** An IBAN without its spaces, in capitals; null when its letters, its length or its check digits are wrong. */
export function readIban(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return null;
  const digits = (text.slice(4) + text.slice(0, 4)).replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n ? text : null;
}

/** The number of an account that has no IBAN, without what stands between its digits; null when it can be none. */
export function readAccountNumber(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return /^[A-Z0-9]{4,34}$/.test(text) ? text : null;
}

/** What a bank is known by, such as a BIC, a routing number or a CNAPS code; null when it can be none. */
export function readBankCode(typed: string): string | null {
  const text = typed.replaceAll(/[\s-]/g, "").toUpperCase();
  return /^[A-Z0-9]{4,20}$/.test(text) ? text : null;
}

/** A number of which only the end is shown. */
export const maskedNumber = (number: string): string => `•••• ${number.slice(-4)}`;
