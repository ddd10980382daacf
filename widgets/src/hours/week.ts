import { ApiError, type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { firstWeekdayOf } from "../base/days.ts";
import { dateFormat } from "../base/format.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { type CopyDay } from "./copy-day.ts";
import {
  changeOf,
  type Draft,
  draftOf,
  type HostHours,
  isSame,
  isWrong,
  problemIn,
  rangesOn,
  rulesOf,
  type Weekday,
  weekdays,
  withDays,
} from "./draft.ts";
import { type HoursTexts } from "./hours.texts.ts";
import { emptyRange, type Problem } from "./ranges.ts";
import { datedHours, stays } from "./rest-of-hours.ts";
import { rangeRows } from "./range-rows.ts";
import { zonePart } from "./zone-part.ts";

/** What the weekly hours need of the widget. */
export interface WeekParts {
  readonly say: Say<HoursTexts>;
  readonly client: () => Client;
  readonly refused: (failure: ApiError) => TemplateResult;
  /** Called when something is changed that is not saved yet. */
  readonly edited: () => void;
  /** Called when the hours were changed somewhere else: the newest are needed. */
  readonly conflict: () => void;
  /** Called with the hours as they are saved. */
  readonly saved: (hours: HostHours) => void;
}

/** Writing a host's zone and weekly hours. */
export class Week {
  readonly #host: PanelHost;
  readonly #parts: WeekParts;
  readonly #saving: Action<[draft: Draft], void>;
  readonly #copying: LazyPanel<CopyDay>;
  readonly #askingToCopy: Action<[weekday: Weekday], void>;
  #base: HostHours | null = null;
  #draft: Draft | null = null;
  #isSent = false;
  #isConflict = false;

  constructor(host: PanelHost, parts: WeekParts) {
    this.#host = host;
    this.#parts = parts;
    this.#saving = new Action(host, (draft) => this.#save(draft));
    this.#copying = new LazyPanel(host, async () => {
      const { CopyDay } = await import("./copy-day.ts");
      return new CopyDay(host, {
        say: parts.say,
        nameOf: (weekday) => this.#nameOf(weekday),
        copy: (from, to) => this.#copy(from, to),
      });
    });
    this.#askingToCopy = new Action(host, async (weekday) => (await this.#copying.arrived()).ask(weekday));
  }

  render(hours: HostHours): TemplateResult {
    const { say } = this.#parts;
    const { tag } = this.#host.locale;
    const draft = this.#draftFor(hours);
    const isChanged = !isSame(draft, draftOf(hours));
    const failure = this.#saving.failure ?? this.#askingToCopy.failure;
    const first = firstWeekdayOf(tag);
    const order = weekdays.map((_, at) => weekdays[(first - 1 + at) % 7] ?? 1);
    return html`<form class="week" novalidate @submit=${this.#submit}>
        <div class="field">
          <label class="tick"
            ><input
              type="checkbox"
              name="accepting"
              .checked=${draft.isAccepting}
              @change=${({ currentTarget }: Event) => {
                if (currentTarget instanceof HTMLInputElement)
                  this.#put({ ...draft, isAccepting: currentTarget.checked });
              }}
            />${say("accepting")}</label
          >
          ${draft.isAccepting ? nothing : html`<p class="small muted">${say("notAccepting")}</p>`}
        </div>
        ${zonePart({
          say,
          tag,
          saved: hours.timeZone,
          chosen: draft.timeZone,
          sample: hours.hours[0]?.startMinute ?? null,
          choose: (timeZone) => this.#put({ ...draft, timeZone }),
        })}
        <div class="days">${order.map((weekday) => this.#day(draft, weekday))}</div>
        ${datedHours(draft, { say, tag, nameOf: (weekday) => this.#nameOf(weekday), put: (next) => this.#put(next) })}
        ${stays(draft, { say, tag, put: (next) => this.#put(next) })}
        ${failure && this.#placesOf(failure, draft).length === 0 ? this.#trouble(failure) : nothing}
        <div class="actions">
          <button class="button primary" part="button" aria-busy=${this.#saving.busy}>${say("save")}</button>
          ${
            isChanged
              ? html`<button type="button" class="button quiet" part="button" @click=${this.#discard}>
                  ${say("discard")}
                </button>`
              : nothing
          }
        </div>
      </form>
      ${this.#copying.current?.render() ?? nothing}`;
  }

  #day(draft: Draft, weekday: Weekday): TemplateResult {
    const { say } = this.#parts;
    const day = this.#nameOf(weekday);
    const ranges = rangesOn(draft, weekday);
    return html`<section class="day" aria-labelledby=${`weekday-${weekday}`}>
      <h3 id=${`weekday-${weekday}`}>${day}</h3>
      <div class="ranges">
        ${ranges.length === 0 ? html`<p class="muted off">${say("dayOff")}</p>` : nothing}
        ${rangeRows({
          say,
          tag: this.#host.locale.tag,
          name: `day-${weekday}`,
          label: day,
          ranges,
          problem: (at) => this.#problem(draft, weekday, at),
          change: (next) => this.#put(withDays(draft, [weekday], next)),
        })}
      </div>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          part="button"
          data-add=${weekday}
          aria-label=${say("addTo", { day })}
          @click=${() => this.#add(draft, weekday)}
        >
          ${say("add")}
        </button>
        ${
          ranges.length > 0
            ? html`<button
                type="button"
                class="button quiet"
                part="button"
                data-copy=${weekday}
                aria-label=${say("copyFrom", { day })}
                @click=${() => void this.#askingToCopy.run(weekday)}
              >
                ${say("copy")}
              </button>`
            : nothing
        }
      </div>
    </section>`;
  }

  #trouble(failure: ApiError): TemplateResult {
    const { say, refused } = this.#parts;
    if (this.#isConflict) return html`<div role="alert">${notice(say("conflict"))}</div>`;
    return refused(failure);
  }

  #problem(draft: Draft, weekday: Weekday, at: number): Problem | null {
    const { failure } = this.#saving;
    const isRefused = failure && this.#placesOf(failure, draft).includes(`day-${weekday}-${at}`);
    return problemIn(draft, weekday, { at, isSent: this.#isSent }) ?? (isRefused ? "overlap" : null);
  }

  /** The hours a refusal is about, where it names some that are shown here. */
  #placesOf({ code, params }: ApiError, draft: Draft): string[] {
    if (code !== "scheduling.hours_overlap") return [];
    const rules = rulesOf(draft);
    return [params["first"], params["second"]].flatMap((nth) => rules[Number(nth) - 1]?.place ?? []);
  }

  #nameOf(weekday: Weekday): string {
    // 1 January 2024 was a Monday.
    return dateFormat(this.#host.locale.tag, { weekday: "long", timeZone: "UTC" }).format(
      Date.UTC(2024, 0, weekday),
    );
  }

  /** What is being written; begun anew when other hours were loaded, unless it waits for an answer to a conflict. */
  #draftFor(hours: HostHours): Draft {
    const isOther = this.#base !== hours;
    this.#base = hours;
    if (!this.#draft || (isOther && !this.#isConflict)) {
      this.#draft = draftOf(hours);
      this.#isSent = false;
    }
    return this.#draft;
  }

  #put(draft: Draft): void {
    this.#draft = draft;
    this.#saving.forgive();
    this.#parts.edited();
  }

  #add(draft: Draft, weekday: Weekday): void {
    const ranges = rangesOn(draft, weekday);
    this.#put(withDays(draft, [weekday], [...ranges, emptyRange]));
    void this.#host.focusOn(`#day-${weekday}-${ranges.length}-start`);
  }

  #copy(from: Weekday, to: readonly Weekday[]): void {
    if (this.#draft) this.#put(withDays(this.#draft, to, rangesOn(this.#draft, from)));
    this.#host.announce(this.#parts.say("copied"));
  }

  readonly #discard = () => {
    this.#draft = null;
    this.#isConflict = false;
    this.#saving.forgive();
    void this.#host.focusOn("[name=accepting]");
  };

  readonly #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const draft = this.#draft;
    if (!draft) return;
    this.#isSent = true;
    this.#host.requestUpdate();
    if (isWrong(draft)) void this.#host.focusOn("[aria-invalid]");
    else void this.#saving.run(draft).then(() => this.#host.focusOn("[aria-invalid]"));
  };

  readonly #refuse = (failure: unknown): never => {
    if (failure instanceof ApiError && failure.is("request.conflict")) {
      this.#isConflict = true;
      this.#parts.conflict();
    }
    throw failure;
  };

  async #save(draft: Draft): Promise<void> {
    const { scheduling } = this.#parts.client();
    this.#isConflict = false;
    const saved = await scheduling
      .replaceHours(changeOf(draft, this.#base?.version ?? 0))
      .catch(this.#refuse);
    this.#host.announce(this.#parts.say("saved"));
    this.#parts.saved(saved);
  }
}
