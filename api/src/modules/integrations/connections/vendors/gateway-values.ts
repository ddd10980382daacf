import { z } from "zod";
import { readPrivateKey, readPublicKey } from "../../../../platform/providers/payments/keys.ts";

/** Whether real money moves, for vendors whose credentials do not say. */
export const environment = z.enum(["live", "sandbox"]);

const reads = (read: (text: string) => unknown) => (text: string) => {
  try {
    read(text);
    return true;
  } catch {
    return false;
  }
};

/** The merchant's private key, which signs what is asked; kept without PEM's dashes, so that its end tells it from others. */
export const privateKey = z
  .string()
  .refine(reads(readPrivateKey), "This is no private RSA key. Paste all of it, as PEM or as base64.")
  .transform((text) => text.replaceAll(/-----(BEGIN|END) [A-Z ]+-----|\s/g, ""));

/** The vendor's public key, which its answers and notifications are verified by. */
export const publicKey = z
  .string()
  .refine(reads(readPublicKey), "This is no public RSA key. Paste all of it, as PEM or as base64.");
