import { announce } from "../../platform/outbox/announce.ts";
import { derivedId } from "../../platform/ids.ts";
import { type Job, job } from "../../platform/jobs/job.ts";
import { sendsTexts } from "../../platform/providers/sms/for-tenant.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { readMember } from "../identity/index.ts";
import { localeFor } from "../tenancy/index.ts";
import { forgetLater } from "./forget.ts";
import { allNotices } from "./notices/all-notices.ts";
import { mayRead, type Notice, type Reader } from "./notices/notice.ts";
import { queueDelivery } from "./deliveries/queue-delivery.ts";
import { PushSubscription } from "./models/push-subscription.ts";
import { readChoices } from "./preferences/chosen.ts";
import { readRhythm, rhythmIn, zoneFor } from "./preferences/rhythm.ts";
import { channelsOn } from "./rules/categories.ts";
import { scheduleOf } from "./rules/delivery-time.ts";

/** Tells members the news of each event: on their page at once, by what waits in the queue until its time has come. */
export const notifyJobs: readonly Job[] = allNotices.map((notice) =>
  job({
    name: `notifications.notify_${notice.name}`,
    on: [notice.on],
    isUrgent: notice.isUrgent,
    payload: notice.fact,
    async run(scope, fact) {
      for (const memberId of await notice.readers(scope, fact)) await notify(scope, notice, fact, memberId);
    },
  }),
);

async function notify(scope: Scope, notice: Notice, fact: object, memberId: string): Promise<void> {
  const reader = await readMember(scope, memberId);
  if (!reader || !mayRead(notice, reader)) return;
  const on = channelsOn(notice.category, await readChoices(scope, memberId));
  const keyFor = (...channel: string[]) =>
    derivedId(scope.tenant.id, ...channel, notice.name, memberId, ...notice.once(fact).map(String));
  if (on.has("inApp")) await tell(scope, notice, fact, { id: keyFor("inApp"), reader });
  const chosen = await readRhythm(scope, memberId);
  const rhythm = rhythmIn(zoneFor(scope, reader.timeZone), chosen);
  const { isUrgent, name } = notice;
  const send = (channel: "email" | "push" | "sms", id: string, targetId?: string) =>
    queueDelivery(
      scope,
      { id, channel, memberId, name, fact, ...(targetId !== undefined && { targetId }) },
      scheduleOf(scope.now, rhythm, { isUrgent, channel }),
    );
  if (on.has("email")) await send("email", keyFor("email"));
  if (on.has("push")) {
    for (const browser of await browsersOf(scope, memberId))
      await send("push", keyFor("push", browser), browser);
  }
  if (on.has("sms") && chosen.phone !== null && (await sendsTexts(scope))) await send("sms", keyFor("sms"));
  await forgetLater(scope);
}

async function browsersOf(scope: Scope, memberId: string): Promise<readonly string[]> {
  const rows = await scope.read<{ id: string }>`
    select id from ${PushSubscription} s where member_id = ${memberId} order by id`;
  return rows.map(({ id }) => id);
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
