import { z } from "zod";
import { notFound } from "../../../platform/errors.ts";
import { operation } from "../../../platform/rpc/operation.ts";
import { mailSenderName, siteLocales } from "../../tenancy/index.ts";
import { templates } from "./templates.ts";

export const previewTemplate = operation({
  summary: "Shows a mail of the site as a member would get it, in one language, with made-up values.",
  input: z.strictObject({ name: z.string().max(80), locale: z.enum(siteLocales) }),
  output: z.object({ from: z.string(), subject: z.string(), text: z.string(), html: z.string() }),
  async run({ tenant }, { name, locale }) {
    const template = templates.find((known) => known.name === name);
    if (!template) throw notFound();
    const { subject, text, html } = template.preview(tenant, locale);
    return { from: mailSenderName(tenant), subject, text, html };
  },
});
