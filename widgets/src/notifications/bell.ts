import { html, nothing, type TemplateResult } from "lit";
import { numberFormat } from "../base/format.ts";
import { type Say } from "../base/texts.ts";
import { drawing } from "../parts/icon.ts";
import { type NotificationsTexts } from "./notifications.texts.ts";

/** What the bell needs of its widget. */
export interface BellParts {
  readonly say: Say<NotificationsTexts>;
  readonly unread: number;
  readonly direction: "ltr" | "rtl";
  readonly tag: string;
  /** What stands in the panel; nothing until it is first opened. */
  readonly content: TemplateResult | typeof nothing;
  readonly opened: () => void;
  /** The keyboard has to go back to the bell: browsers do not bring it there from within a shadow root. */
  readonly closed: () => void;
}

const most = 99;

/** A button with the number of what is unread, and the panel it opens. */
export function bell({ say, unread, tag, direction, content, opened, closed }: BellParts): TemplateResult {
  const place = ({ newState, currentTarget }: ToggleEvent) => {
    if (newState !== "open" || !(currentTarget instanceof HTMLElement)) return;
    placeBelowBell(currentTarget, direction);
    opened();
  };
  const format = numberFormat(tag);
  const count = unread > most ? `${format.format(most)}+` : format.format(unread);
  return html`<button
      class="toggle"
      part="bell"
      popovertarget="panel"
      aria-label=${unread > 0 ? say("titleUnread", { count }) : say("title")}
    >
      ${drawing("M6 16V11a6 6 0 0 1 12 0v5l1.5 2h-15zM10 21h4")}${
        unread > 0 ? html`<span class="count" part="count" aria-hidden="true">${count}</span>` : nothing
      }
    </button>
    <div
      id="panel"
      class="inbox"
      part="panel"
      popover
      role="dialog"
      aria-label=${say("title")}
      @beforetoggle=${place}
      @toggle=${({ newState }: ToggleEvent) => {
        if (newState !== "open") closed();
      }}
    >
      ${content}
    </div>`;
}

const widest = 400;
const margin = 8;

/** Puts the panel below the button before it and within the window; it grows towards the middle of the page. */
function placeBelowBell(panel: HTMLElement, direction: "ltr" | "rtl"): void {
  const button = panel.previousElementSibling;
  if (!button) return;
  const { left, right, bottom } = button.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const width = Math.min(widest, clientWidth - 2 * margin);
  const startsAtLeft = direction === "rtl" ? left + width <= clientWidth - margin : right - width < margin;
  const wanted = startsAtLeft ? left : right - width;
  panel.style.left = `${scrollX + Math.max(margin, Math.min(wanted, clientWidth - width - margin))}px`;
  panel.style.top = `${scrollY + bottom + margin}px`;
  panel.style.maxHeight = `${Math.max(240, clientHeight - bottom - 2 * margin)}px`;
}
