import { layOutMail } from "../../../platform/providers/mail/layout.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { type MailLocale, readMember } from "../../identity/index.ts";
import { localeFor, mailBrandOf } from "../../tenancy/index.ts";
import { type NotificationDelivery } from "../models/notification-delivery.ts";
import { noticeCalled } from "../notices/all-notices.ts";
import { mayRead, type Words } from "../notices/notice.ts";
import { maySwitchOff } from "../rules/categories.ts";
import { mailTexts } from "./mail-texts.ts";
import { unsubscribeUrl } from "./unsubscribe-link.ts";

/** Writes a queued mail as things now are; null when it is not so any more, or there is nobody to write to. */
export async function writeMail(
  scope: Scope,
  { id, name, memberId, fact }: NotificationDelivery,
): Promise<Mail | null> {
  const notice = noticeCalled(name);
  const reader = memberId === null ? null : await readMember(scope, memberId);
  if (!notice || !reader || !mayRead(notice, reader)) return null;
  const { tenant } = scope;
  const locale = localeFor(tenant, reader.locale);
  const written = await notice.write(scope, fact, { reader, locale });
  if (!written) return null;
  const { category } = notice;
  const unsubscribe = maySwitchOff(category)
    ? unsubscribeUrl(tenant, { memberId: reader.id, category, locale })
    : null;
  return {
    to: { address: reader.email, name: reader.name },
    ...layOutWords(tenant, locale, written.words, unsubscribe),
    ...(written.calendar && { calendar: written.calendar }),
    key: `notifications ${id}`,
  };
}

/** Lays words out in the site's frame, with the link that ends such mails when there is one. */
export const layOutWords = (tenant: Tenant, locale: MailLocale, words: Words, unsubscribe: string | null) =>
  layOutMail(
    {
      locale,
      ...words,
      ...(unsubscribe !== null && {
        unsubscribe: { label: mailTexts[locale].unsubscribe, url: unsubscribe },
      }),
    },
    mailBrandOf(tenant),
  );
