import { z } from "zod";
import { senderAddressOf } from "../../../platform/providers/mail/for-tenant.ts";
import { lookUpSender } from "../../../platform/providers/mail/sender-domain.ts";
import { threePartOperation } from "../../../platform/rpc/operation.ts";

const record = z.enum(["found", "missing", "broken", "unknown"]);

export const checkSender = threePartOperation({
  summary:
    "Looks up what receivers of the site's mails find about the domain they come from: SPF, DKIM and DMARC.",
  input: z.strictObject({
    /** The selector of the DKIM key, which the mail provider names; without one the key is not looked up. */
    selector: z
      .string()
      .trim()
      .regex(/^[a-z0-9]([a-z0-9_.-]{0,61}[a-z0-9])?$/i, "Write the selector as the mail provider names it.")
      .optional(),
  }),
  output: z.object({
    /** The address mails come from. */
    address: z.string(),
    domain: z.string(),
    spf: record,
    dkim: record.nullable(),
    dmarc: record,
  }),
  prepare: async ({ tenant }, { selector }) => ({ tenant, selector: selector ?? null }),
  async call({ tenant, selector }, { signal }) {
    const address = await senderAddressOf(tenant);
    const domain = address.slice(address.lastIndexOf("@") + 1);
    return { address, domain, ...(await lookUpSender(domain, { selector, signal })) };
  },
  finish: async (_scope, _prepared, found) => found,
});
