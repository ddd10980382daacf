import { createHash } from "node:crypto";

/** What tells two texts apart; case, width and spaces do not. */
export const textHash = (text: string): string =>
  createHash("sha256")
    .update(text.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim())
    .digest("base64url");
