import { html, nothing, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { type ChatTexts } from "./chat.texts.ts";
import { names } from "./names.ts";
import { type Unsent } from "./outbox.ts";

/** What is shown and called beside a message that is not sent. */
interface UnsentView {
  readonly say: Say<ChatTexts>;
  /** Whether the browser knows that it has no line. */
  readonly isOffline: boolean;
  /** Why it was refused, in the reader's language; empty when it was not. */
  readonly reason: string;
  readonly retry: () => void;
  readonly discard: () => void;
}

/** A message that is not sent yet, or was refused, with what its writer can do about it. */
export function unsentLine(
  item: Unsent,
  { say, isOffline, reason, retry, discard }: UnsentView,
): TemplateResult {
  return html`<li class="message own unsent" data-client-id=${item.clientId}>
    <div class="words" part="message own-message">
      ${item.text ? html`<p class="text" dir="auto">${item.text}</p>` : nothing} ${names(item.files)}
    </div>
    <p class="meta small ${item.isRefused ? "wrong" : "muted"}">
      ${item.isRefused ? say("notSent") : say(isOffline ? "waiting" : "sending")}
      ${reason ? html`<span>${reason}</span>` : nothing}
    </p>
    ${
      item.isRefused || isOffline
        ? html`<p class="deeds">
            ${
              item.isRefused
                ? html`<button class="button quiet" part="button" data-deed="again" @click=${retry}>
                    ${say("sendAgain")}
                  </button>`
                : nothing
            }
            <button class="button quiet" part="button" data-deed="discard" @click=${discard}>
              ${say("discard")}
            </button>
          </p>`
        : nothing
    }
  </li>`;
}
