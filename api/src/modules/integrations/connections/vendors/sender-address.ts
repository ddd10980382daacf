import { z } from "zod";
import { parseAddress } from "../../../../platform/providers/mail/for-tenant.ts";

/** The address mails come from, with or without a name. */
export const senderAddress = z
  .string()
  .refine(
    (text) => z.email().safeParse(parseAddress(text).address).success,
    "Write the address mails come from, such as hello@example.com.",
  );
