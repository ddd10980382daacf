import { html, nothing, type TemplateResult } from "lit";
import { formatMinutes, formatMoment, formatSpan } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { type BookingsTexts } from "./bookings.texts.ts";
import { can, type Session } from "./sessions.ts";

/** What a member can do about a session. */
export type Deed =
  | "join"
  | "calendar"
  | "cancel"
  | "complete"
  | "mark_client_absent"
  | "mark_provider_absent"
  | "propose_move"
  | "accept_move"
  | "decline_move";

/** What a card needs besides its session. */
export interface CardParts {
  readonly say: Say<BookingsTexts>;
  readonly tag: string;
  readonly timeZone: string;
  readonly now: number;
  /** What is being done about this session; null when nothing is. */
  readonly busy: Deed | null;
  readonly failure: TemplateResult | typeof nothing;
  /** What one side objects to, and how to; nothing where nobody can. */
  readonly dispute: TemplateResult | typeof nothing;
  readonly act: (session: Session, deed: Deed) => void;
}

// The room lets its people in from then on.
const openMs = 15 * 60_000;

const labels = {
  join: "join",
  calendar: "addToCalendar",
  cancel: "cancel",
  complete: "complete",
  mark_client_absent: "clientDidNotCome",
  mark_provider_absent: "hostDidNotCome",
  propose_move: "propose",
  accept_move: "accept",
  decline_move: "decline",
} as const satisfies Record<Deed, keyof BookingsTexts>;

/** The words a button for a deed bears. */
export const labelOf = (deed: Deed): (typeof labels)[Deed] => labels[deed];

/** One session: what, with whom, when, how it stands and what can be done about it. */
export function sessionCard(session: Session, parts: CardParts): TemplateResult {
  const { booking, order } = session;
  const { say, tag, timeZone } = parts;
  const [start, end] = [Date.parse(booking.startsAt), Date.parse(booking.endsAt)];
  const standing = standingOf(session, parts.now);
  return html`<li class="session" part="session" data-booking=${booking.id}>
    <div class="head">
      <div>
        <h3 id=${`title-${booking.id}`}><bdi>${booking.title}</bdi></h3>
        ${person(session, say)}
      </div>
      <span class="badge small ${standing}" part="standing">${say(standing)}</span>
    </div>
    <ul class="facts">
      <li>${icon("calendar")}<span>${formatSpan(tag, start, end, timeZone)}</span></li>
      <li class="muted">${icon("clock")}${formatMinutes(tag, booking.minutes)}</li>
      ${
        order && order.refundedMinor > 0
          ? html`<li class="muted">
              ${icon("price")}${say("refunded", { amount: formatMoney(tag, order.refundedMinor, order.currency) })}
            </li>`
          : nothing
      }
    </ul>
    ${proposal(session, parts)} ${parts.failure} ${actions(session, parts)} ${parts.dispute}
  </li>`;
}

function person({ isHost, other }: Session, say: Say<BookingsTexts>): TemplateResult | typeof nothing {
  if (other === null) return isHost ? html`<p class="muted">${say("hosting")}</p>` : nothing;
  return html`<p class="muted">
    <bdi>${say(isHost ? "hostingFor" : "with", { name: other })}</bdi>
  </p>`;
}

function standingOf({ booking, order }: Session, now: number) {
  switch (booking.state) {
    case "pending":
      return order?.state === "awaiting_payment" ? "awaitingPayment" : "pending";
    case "confirmed":
      if (now >= Date.parse(booking.endsAt)) return "over";
      return now >= Date.parse(booking.startsAt) ? "running" : "confirmed";
    case "completed":
      return booking.absent.includes("client") ? "clientAbsent" : "completed";
    case "cancelled":
      if (order?.state === "expired") return "expired";
      return booking.absent.includes("provider") ? "hostAbsent" : "cancelled";
  }
}

function proposal(session: Session, parts: CardParts): TemplateResult | typeof nothing {
  const { order } = session;
  if (!order?.proposal) return nothing;
  const { say, tag, timeZone, now } = parts;
  const time = formatMoment(tag, Date.parse(order.proposal.startsAt), timeZone);
  const isOwn = order.proposal.by === order.role;
  return html`<div class="notice" part="notice">
    ${icon("clock")}
    <p>${say(isOwn ? "proposedByYou" : "proposedByOther", { time })}</p>
    ${!isOwn && can(session, "accept_move", now) ? button(session, "accept_move", parts, "primary") : nothing}
    ${
      can(session, "decline_move", now)
        ? button(session, "decline_move", parts, "", isOwn ? "withdraw" : "decline")
        : nothing
    }
  </div>`;
}

function actions(session: Session, parts: CardParts): TemplateResult | typeof nothing {
  const { booking } = session;
  const { now, say } = parts;
  const isAhead = booking.state === "confirmed" && now < Date.parse(booking.endsAt);
  const isOpen = isAhead && now >= Date.parse(booking.startsAt) - openMs;
  const deeds = (
    ["complete", "mark_client_absent", "mark_provider_absent", "propose_move", "cancel"] as const
  )
    .filter((deed) => can(session, deed, now))
    .map((deed) => button(session, deed, parts));
  if (!isAhead && deeds.length === 0) return nothing;
  return html`<div class="actions">
      ${isOpen ? button(session, "join", parts, "primary") : nothing}
      ${isAhead ? button(session, "calendar", parts) : nothing} ${deeds}
    </div>
    ${isAhead && !isOpen ? html`<p class="small muted">${say("joinLater")}</p>` : nothing}`;
}

function button(
  session: Session,
  deed: Deed,
  { say, busy, act }: CardParts,
  look = "",
  label: (keyof BookingsTexts & ReturnType<typeof labelOf>) | "withdraw" = labelOf(deed),
): TemplateResult {
  return html`<button
    class="button ${look}"
    part="button"
    data-deed=${deed}
    aria-describedby=${`title-${session.booking.id}`}
    aria-busy=${busy === deed}
    @click=${() => act(session, deed)}
  >
    ${say(label)}
  </button>`;
}
