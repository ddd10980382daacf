import { dateFormat, dayIn, formatDate, formatTime } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { type Conversation } from "./inbox-changes.ts";
import { type Message } from "./thread.ts";

/** How times are written, and what time it is on the site. */
export interface Clock {
  readonly tag: string;
  readonly timeZone: string;
  readonly now: number;
}

/** The name of somebody in a conversation; the site's team for null, `Somebody` for who is unknown. */
export const nameIn = (
  { participants }: Pick<Conversation, "participants">,
  id: string | null,
  say: Say<ChatTexts>,
): string =>
  id === null ? say("team") : participants.find(({ memberId }) => memberId === id)?.name || say("somebody");

/** What a conversation is called: the title of a group, else the names of the others. */
export function titleOf(
  { title, participants }: Conversation,
  { me, tag, say }: { readonly me: string; readonly tag: string; readonly say: Say<ChatTexts> },
): string {
  const names = participants.flatMap(({ memberId, name }) =>
    memberId === me ? [] : [name || say("somebody")],
  );
  return title ?? (new Intl.ListFormat(tag, { style: "narrow" }).format(names) || say("somebody"));
}

/** What a message says, in one line. */
export function gistOf({ text, attachments, isHidden, deletedAt }: Message, say: Say<ChatTexts>): string {
  if (deletedAt !== null) return say("deleted");
  if (isHidden) return say("hidden");
  return text || attachments.map(({ name }) => name).join(" · ") || say("someFiles");
}

/** The day of an instant as people say it: `today`, `yesterday`, else the date. */
export function formatDay(instant: number, { tag, timeZone, now }: Clock): string {
  const days = (Date.parse(dayIn(timeZone, now)) - Date.parse(dayIn(timeZone, instant))) / 86_400_000;
  if (days !== 0 && days !== 1) return formatDate(tag, instant, timeZone);
  return new Intl.RelativeTimeFormat(tag, { numeric: "auto" }).format(-days, "day");
}

/** When something was written last: the time today, else the day. */
export const formatLast = (instant: number, clock: Clock): string =>
  dayIn(clock.timeZone, instant) === dayIn(clock.timeZone, clock.now)
    ? formatTime(clock.tag, instant, clock.timeZone)
    : dateFormat(clock.tag, {
        dateStyle: "short",
        timeZone: clock.timeZone,
      }).format(instant);
