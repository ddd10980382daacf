import { sendPush } from "../../../platform/providers/push/for-tenant.ts";
import { SubscriptionGone } from "../../../platform/providers/push/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type MailLocale, readMember } from "../../identity/index.ts";
import { localeFor, productName } from "../../tenancy/index.ts";
import { Refused, type SendingChannel } from "../deliveries/channel.ts";
import { type NotificationDelivery } from "../models/notification-delivery.ts";
import { PushSubscription } from "../models/push-subscription.ts";
import { noticeCalled } from "../notices/all-notices.ts";
import { testPushTexts } from "./test-push-texts.ts";
import { readPushKeys } from "./push-keys.ts";

/** The push that a member sends to see that pushes arrive. */
export const pushTestName = "push_test";

// A push holds 4,096 bytes with what encrypts it; a letter may be three.
const longestBody = 500;

interface Shown {
  readonly title: string;
  readonly body: string;
  readonly about: { readonly kind: string; readonly id: string } | null;
  readonly isUrgent: boolean;
  readonly locale: MailLocale;
}

/** Pushes to members' browsers. */
export const pushChannel: SendingChannel = {
  async write(scope, delivery) {
    const { id: deliveryId, targetId, memberId } = delivery;
    const { tenant } = scope;
    const [target] = await scope.read<PushSubscription>`
      select * from ${PushSubscription} s where id = ${targetId} and member_id = ${memberId}`;
    const keys = target && (await readPushKeys(scope));
    const shown = target && (await showNow(scope, delivery));
    if (!keys || !shown) return "dropped";
    const { isUrgent, ...said } = shown;
    const payload = JSON.stringify({ ...said, tag: delivery.id });
    return async ({ signal }) => {
      try {
        await sendPush({ target, keys, payload, isUrgent, key: deliveryId }, { tenant, signal });
      } catch (refusal) {
        if (refusal instanceof SubscriptionGone) throw new Refused(refusal.message);
        throw refusal;
      }
    };
  },
  async refused(scope, { targetId }) {
    await scope.query(PushSubscription).where({ id: targetId }).delete();
  },
};

async function showNow(scope: Scope, { name, memberId, fact }: NotificationDelivery): Promise<Shown | null> {
  const reader = memberId === null ? null : await readMember(scope, memberId);
  if (reader?.status !== "active") return null;
  const locale = localeFor(scope.tenant, reader.locale);
  if (name === pushTestName) {
    const { title, body } = testPushTexts[locale](productName(scope.tenant));
    return { title, body, about: null, isUrgent: true, locale };
  }
  const notice = noticeCalled(name);
  const written = await notice?.write(scope, fact, { reader, locale });
  if (!notice || !written) return null;
  const { words, about } = written;
  return {
    title: words.subject.slice(0, 200),
    body: words.intro.slice(0, longestBody),
    about,
    isUrgent: notice.isUrgent,
    locale,
  };
}
