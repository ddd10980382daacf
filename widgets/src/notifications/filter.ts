import { html, type TemplateResult } from "lit";
import { type Say } from "../base/texts.ts";
import { newsKindTexts, type NewsKindTexts } from "../parts/news-choices/news-kinds.texts.ts";
import { type Entry } from "./entry.ts";
import { type NotificationsTexts } from "./notifications.texts.ts";

type Kind = Entry["category"];

/** What of a member's notifications is shown: all, what is unread, or one kind. */
export type Filter = "" | "unread" | Kind;

const isKind = (name: string): name is Kind => name in newsKindTexts.en;
const kinds = Object.keys(newsKindTexts.en).filter(isKind);

/** The choice of what is shown. */
export function filter({
  say,
  chosen,
  choose,
}: {
  readonly say: Say<NewsKindTexts & NotificationsTexts>;
  readonly chosen: Filter;
  readonly choose: (chosen: Filter) => void;
}): TemplateResult {
  const options = [["", "all"], ["unread", "unread"], ...kinds.map((kind) => [kind, kind] as const)] as const;
  const changed = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    const { value } = currentTarget;
    choose(isKind(value) || value === "unread" ? value : "");
  };
  return html`<label class="filter"
    >${say("show")}
    <select part="input" @change=${changed}>
      ${options.map(
        ([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${say(name)}</option>`,
      )}
    </select></label
  >`;
}
