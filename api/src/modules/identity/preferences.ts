import { z } from "zod";
import { isCurrency } from "../../platform/money.ts";

const value = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

// What the house acts on has a form of its own; a page may keep more beside it.
const known: Readonly<Record<string, { readonly fits: z.ZodType; readonly message: string }>> = {
  currency: {
    fits: z.string().refine(isCurrency).nullable(),
    message: "Write a currency as three capital letters, such as EUR.",
  },
  visibility: {
    fits: z.enum(["shown", "hidden"]).nullable(),
    message: "A profile is shown or hidden.",
  },
  presence: {
    fits: z.enum(["shown", "hidden"]).nullable(),
    message: "Whether somebody is there is shown or hidden.",
  },
  history: {
    fits: z.enum(["kept", "off"]).nullable(),
    message: "A history of searches is kept or off.",
  },
};

/**
 * What people chose for themselves, as they send it: `currency` (ISO 4217), `visibility` of their profile and their `presence`
 * (`shown` or `hidden`), whether a `history` of what they search for is `kept` or `off`, and anything a page keeps for them.
 */
export const preferencesInput = z
  .record(z.string().regex(/^[a-zA-Z][\w.]{0,49}$/), value)
  .refine((sent) => Object.keys(sent).length <= 50, "At most 50 preferences at a time.")
  .superRefine((sent, context) => {
    for (const [name, { fits, message }] of Object.entries(known)) {
      if (name in sent && !fits.safeParse(sent[name]).success)
        context.addIssue({ code: "custom", path: [name], message });
    }
  });
