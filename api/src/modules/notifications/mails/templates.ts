import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { mailKinds, type MailLocale, previewMail } from "../../identity/index.ts";
import { allNotices } from "../notices/all-notices.ts";
import { noticeNames } from "../notices/notice.ts";
import { type Category, maySwitchOff } from "../rules/categories.ts";
import { layOutWords } from "./write-mail.ts";

type Preview = Pick<Mail, "subject" | "text" | "html">;

/** The names of all mails. */
export const templateNames = [...mailKinds, ...noticeNames] as const;
type TemplateName = (typeof templateNames)[number];

/** One mail the site can send, whoever sends it. */
export interface Template {
  readonly name: TemplateName;
  readonly category: Category;
  readonly preview: (tenant: Tenant, locale: MailLocale) => Preview;
}

/** Every mail the site can send to members. */
export const templates: readonly Template[] = [
  ...mailKinds.map((kind): Template => ({
    name: kind,
    category: "security",
    preview: (tenant, locale) => previewMail(tenant, kind, locale),
  })),
  ...allNotices.map(({ name, category, preview }): Template => ({
    name,
    category,
    preview: (tenant, locale) =>
      layOutWords(
        tenant,
        locale,
        preview(tenant, locale),
        maySwitchOff(category) ? "https://www.example.com/#unsubscribe" : null,
      ),
  })),
];
