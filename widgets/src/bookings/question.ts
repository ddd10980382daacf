import { html, type TemplateResult } from "lit";
import { formatMoment } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { dialog } from "../parts/dialog/dialog.ts";
import { type BookingsTexts } from "./bookings.texts.ts";
import { type Deed, labelOf } from "./session-card.ts";
import { type Session } from "./sessions.ts";

/** A deed that waits for a yes, with what the member should know first. */
export type Question = { readonly session: Session } & (
  | { readonly deed: "cancel"; readonly refundMinor: number }
  | { readonly deed: "complete" | "mark_client_absent" | "mark_provider_absent" }
  | { readonly deed: "propose_move"; readonly starts: readonly string[] }
);

/** What the dialog of a question needs. */
export interface QuestionParts {
  readonly say: Say<BookingsTexts>;
  readonly tag: string;
  readonly timeZone: string;
  readonly busy: Deed | null;
  readonly failure: TemplateResult | symbol;
  /** Does it; `startsAt` is the time chosen, when one is asked for. */
  readonly yes: (startsAt: string) => void;
  readonly no: () => void;
}

/** The open question, as a dialog. */
export function questionDialog(question: Question, parts: QuestionParts): TemplateResult {
  const { say, busy, failure, yes, no } = parts;
  const { deed } = question;
  const title = say(deed === "cancel" ? "cancelTitle" : labelOf(deed));
  const hasTimes = deed !== "propose_move" || question.starts.length > 0;
  const sure = ({ currentTarget }: Event) => {
    const chosen =
      currentTarget instanceof Element ? currentTarget.closest("dialog")?.querySelector("select") : null;
    yes(chosen?.value ?? "");
  };
  return dialog(
    title,
    html`<h2>${title}</h2>
      ${body(question, parts)} ${failure}
      <div class="actions">
        <button class="button ${hasTimes && deed !== "cancel" ? "" : "primary"}" part="button" @click=${no}>
          ${say(deed === "cancel" ? "keep" : "notNow")}
        </button>
        ${
          hasTimes
            ? html`<button
                class="button yes ${deed === "cancel" ? "" : "primary"}"
                part="button"
                aria-busy=${busy === deed}
                @click=${sure}
              >
                ${say(deed === "propose_move" ? "send" : labelOf(deed))}
              </button>`
            : ""
        }
      </div>`,
    no,
  );
}

function body(question: Question, { say, tag, timeZone }: QuestionParts): TemplateResult {
  const { session } = question;
  switch (question.deed) {
    case "cancel": {
      const { totalMinor = 0, currency = "EUR" } = session.order ?? {};
      const amount = formatMoney(tag, question.refundMinor, currency);
      if (totalMinor === 0) return html`<p>${say("free")}</p>`;
      if (question.refundMinor === 0) return html`<p>${say("noRefund")}</p>`;
      return html`<p>${say(session.isHost ? "clientGetsBack" : "youGetBack", { amount })}</p>`;
    }
    case "propose_move":
      if (question.starts.length === 0) return html`<p>${say("noTimes")}</p>`;
      return html`<label class="new-time"
        >${say("newTime")}
        <select part="input">
          ${question.starts.map(
            (start) =>
              html`<option value=${start}>${formatMoment(tag, Date.parse(start), timeZone)}</option>`,
          )}
        </select></label
      >`;
    default:
      return html`<p>${say("sure")}</p>`;
  }
}
