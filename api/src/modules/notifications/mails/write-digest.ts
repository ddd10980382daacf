import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { type MailLocale, readMember } from "../../identity/index.ts";
import { localeFor, productName, siteOf } from "../../tenancy/index.ts";
import { NotificationDelivery } from "../models/notification-delivery.ts";
import { noticeCalled } from "../notices/all-notices.ts";
import { type Reader, type Words } from "../notices/notice.ts";
import { mostInDigest } from "../rules/digest.ts";
import { digestTexts } from "./digest-texts.ts";
import { unsubscribeUrl } from "./unsubscribe-link.ts";
import { layOutWords } from "./write-mail.ts";

/** Writes a mail that tells several pieces of news as things now are; null when none of them is so any more. */
export async function writeDigest(
  scope: Scope,
  { id, memberId }: NotificationDelivery,
): Promise<Mail | null> {
  const reader = memberId === null ? null : await readMember(scope, memberId);
  if (reader?.status !== "active") return null;
  const { tenant } = scope;
  const locale = localeFor(tenant, reader.locale);
  const entries = await entriesOf(scope, id, reader, locale);
  if (entries.length === 0) return null;
  return {
    to: { address: reader.email, name: reader.name },
    ...layOutWords(
      tenant,
      locale,
      digestWords(tenant, locale, entries),
      unsubscribeUrl(tenant, { memberId: reader.id, category: "digest", locale }),
    ),
    key: `notifications ${id}`,
  };
}

async function entriesOf(
  scope: Scope,
  digestId: string,
  reader: Reader,
  locale: MailLocale,
): Promise<readonly Words[]> {
  const rows = await scope.read<NotificationDelivery>`
    select * from ${NotificationDelivery} d where digest_id = ${digestId} order by queued_at, id`;
  const entries: Words[] = [];
  for (const { name, fact } of rows) {
    const written = await noticeCalled(name)?.write(scope, fact, { reader, locale });
    if (written) entries.push(written.words);
  }
  return entries;
}

/** The words of a digest: each piece of news with what it says, the rest counted. */
function digestWords(tenant: Tenant, locale: MailLocale, entries: readonly Words[]): Words {
  const texts = digestTexts[locale];
  const site = productName(tenant);
  const { siteUrl } = siteOf(tenant);
  const more = entries.length - mostInDigest;
  return {
    subject: texts.subject(entries.length, site),
    intro: texts.intro,
    facts: [
      ...entries.slice(0, mostInDigest).map(({ subject, intro }) => [subject, intro] as const),
      ...(more > 0 ? [[texts.andMore(more), texts.onPage(site)] as const] : []),
    ],
    actions: siteUrl === null ? [] : [{ label: texts.open(site), url: siteUrl }],
  };
}
