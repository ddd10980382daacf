import { z } from "zod";
import { invalidFields } from "../../platform/errors.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { isSiteOrigin } from "../tenancy/index.ts";
import { type OrderRemarks } from "./begin-order.ts";

const campaign = z
  .record(z.string().regex(/^utm_[a-z_]{1,30}$/, "Names of a campaign begin with utm_."), z.string().max(200))
  .refine((fields) => Object.keys(fields).length <= 10, "Send ten fields at most.");

/** What a buyer says when ordering, whatever it is. */
export const orderRemarks = z.strictObject({
  /** For the seller to read. */
  note: z.string().trim().max(2000).default(""),
  /** The campaign the buyer came from: `utm_source` and the like. */
  utm: campaign.default({}),
  /** The page it is bought on, which links in mails lead back to; without one they open a page of Tessera's own. */
  pageUrl: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

/** The same as an order keeps it. */
export const remarksOf = (
  scope: Scope,
  { note, utm, pageUrl }: z.output<typeof orderRemarks>,
): OrderRemarks => ({
  note: note || null,
  utm: Object.keys(utm).length > 0 ? utm : null,
  pageUrl: pageOf(scope, pageUrl),
});

/** A page of the site: links in mails must not lead anywhere else. */
function pageOf({ tenant }: Scope, asked: string | undefined): string | null {
  if (asked === undefined) return null;
  if (!isSiteOrigin(tenant, new URL(asked).origin)) {
    throw invalidFields({
      path: ["pageUrl"],
      message: "This page is not on one of the site's allowed origins.",
    });
  }
  return asked;
}
