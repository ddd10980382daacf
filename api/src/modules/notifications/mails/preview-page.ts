import { z } from "zod";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { siteLocales } from "../../tenancy/index.ts";
import { templates } from "./templates.ts";

/** Which mail of which site is shown, and in which look. */
export const mailPreviewQuery = z.strictObject({
  tenant: z.uuid(),
  name: z.string().max(80),
  locale: z.enum(siteLocales),
  scheme: z.enum(["light", "dark"]),
});

/** Mails style themselves; nothing in one runs, no link leads out of the frame, and one origin alone may frame it. */
export const mailPreviewPolicy = (admin: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; img-src https: http: data:; base-uri 'none'; form-action 'none'; sandbox; frame-ancestors ${admin}`;

/** A mail with made-up values as a program of that scheme shows it, whatever the reader's own is; null when there is no such mail. */
export function mailPreview(
  tenant: Tenant,
  { name, locale, scheme }: z.infer<typeof mailPreviewQuery>,
): string | null {
  const template = templates.find((known) => known.name === name);
  return (
    template
      ?.preview(tenant, locale)
      .html.replaceAll("(prefers-color-scheme: dark)", scheme === "dark" ? "all" : "not all")
      .replace('content="light dark"', `content="${scheme}"`) ?? null
  );
}
