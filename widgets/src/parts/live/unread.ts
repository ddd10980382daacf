import { type Page } from "../../base/contexts.ts";
import { failureIn } from "../../base/failure.ts";

const gatherMs = 200;

/** Tells how many messages the member has not read, now and whenever it changes; 0 while nobody is signed in. Stops when `tell` answers false. */
export async function watchUnread(
  { settings, session, keep, client }: Page,
  tell: (count: number) => boolean,
): Promise<void> {
  const { liveOf } = await import("@tessera/sdk/live");
  const live = liveOf({ ...settings, session, keep });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    const told = session.member
      ? await client.messaging.listConversations({ limit: 1 }).catch(failureIn)
      : { unread: 0 };
    // What could not be asked is asked with the next piece of news.
    if ("unread" in told && !tell(told.unread)) for (const leave of leaving) leave();
  };
  const askSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), gatherMs);
  };
  const leaving = [
    session.subscribe(askSoon),
    live.on(["message.sent", "conversation.read", "conversation.changed"], askSoon),
    live.onResync(askSoon),
  ];
  void session.known.then(askSoon);
}
