import { announce } from "../../platform/outbox/announce.ts";
import { derivedId } from "../../platform/ids.ts";
import { type Job, job } from "../../platform/jobs/job.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readMember } from "../identity/index.ts";
import { localeFor } from "../tenancy/index.ts";
import { forgetLater } from "./forget.ts";
import { allNotices } from "./notices/all-notices.ts";
import { type Notice, type Reader } from "./notices/notice.ts";
import { readChoices } from "./preferences/chosen.ts";
import { channelsOn } from "./rules/categories.ts";

/** Tells members the news of each event: on their page at once, by a mail that waits in the queue. */
export const notifyJobs: readonly Job[] = allNotices.map((notice) =>
  job({
    name: `notifications.notify_${notice.name}`,
    on: [notice.on],
    payload: notice.fact,
    async run(scope, fact) {
      for (const memberId of await notice.readers(scope, fact)) await notify(scope, notice, fact, memberId);
    },
  }),
);

async function notify(scope: Scope, notice: Notice, fact: object, memberId: string): Promise<void> {
  const reader = await readMember(scope, memberId);
  if (reader?.status !== "active") return;
  const on = channelsOn(notice.category, await readChoices(scope, memberId));
  const keyFor = (channel: string) =>
    derivedId(scope.tenant.id, channel, notice.name, memberId, ...notice.once(fact).map(String));
  if (on.has("inApp")) await tell(scope, notice, fact, { id: keyFor("inApp"), reader });
  if (on.has("email")) await queueMail(scope, notice, fact, { id: keyFor("email"), memberId });
  await forgetLater(scope);
}

async function tell(
  scope: Scope,
  notice: Notice,
  fact: object,
  { id, reader }: { readonly id: string; readonly reader: Reader },
): Promise<void> {
  const locale = localeFor(scope.tenant, reader.locale);
  const written = await notice.write(scope, fact, { reader, locale });
  if (!written) return;
  const { words, about } = written;
  const added = await scope.sql`
    insert into notifications (tenant_id, id, member_id, name, category, title, body, about_kind, about_id, created_at)
    values (${scope.tenant.id}, ${id}, ${reader.id}, ${notice.name}, ${notice.category}, ${words.subject.slice(0, 300)},
      ${words.intro.slice(0, 2000)}, ${about.kind}, ${about.id}, ${scope.now})
    on conflict do nothing returning id`;
  if (added.length > 0)
    await announce(scope, "notification.created", { notificationId: id, memberId: reader.id });
}

async function queueMail(
  scope: Scope,
  notice: Notice,
  fact: object,
  { id, memberId }: { readonly id: string; readonly memberId: string },
): Promise<void> {
  const added = await scope.sql`
    insert into notification_mails (tenant_id, id, member_id, name, fact, state, queued_at)
    values (${scope.tenant.id}, ${id}, ${memberId}, ${notice.name}, ${JSON.stringify(fact)}, 'queued', ${scope.now})
    on conflict do nothing returning id`;
  if (added.length > 0) await announce(scope, "mail.queued", { mailId: id });
}
