/** An e-mail address as it is stored and compared: without spaces around it, in small letters. */
export const normaliseEmail = (text: string): string => text.trim().normalize("NFC").toLowerCase();

/** A name for somebody who gave none: what stands before the `@`. */
export const nameFromEmail = (email: string): string =>
  (email.split("@")[0] ?? "").replaceAll(/[._+-]+/g, " ").trim();

/** An address as its owner recognises it and nobody else can use it: `a…@example.com`. */
export const hintAtEmail = (email: string): string => email.replace(/^(.)[^@]*/u, "$1…");
