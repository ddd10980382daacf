import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { startOf } from "../base/days.ts";
import { dayIn, formatDate } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { Form } from "../parts/field/form.ts";
import { notice } from "../parts/notice.ts";
import { dateField } from "./date-field.ts";
import { datesTexts, type DatesTexts } from "./dates.texts.ts";
import { type Part, type PartParts } from "./part.ts";
import { emptyRange, type Hours, hoursOf, overlap, type Problem, problemOf, type Range } from "./ranges.ts";
import { formatHours, rangeRows } from "./range-rows.ts";

type Page = Contract["scheduling"]["listOverrides"]["output"];
type Override = Page["items"][number];

/** Days that have other hours than every week, or none. */
export class Dates implements Part {
  readonly #host: PanelHost;
  readonly #parts: PartParts;
  readonly #texts: Texts<DatesTexts>;
  readonly #form: Form;
  readonly #removing: Action<[override: Override], void>;
  readonly #loadingMore: Action<[], void>;
  readonly load: Load<readonly [string], Page>;
  #ranges: readonly Range[] = [emptyRange];
  #isOff = true;
  #isSent = false;

  constructor(host: PanelHost, parts: PartParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, datesTexts);
    const { say } = this.#texts;
    this.#form = new Form(host, {
      check: ({ date = "" }) => ({
        ...(date < this.#today && { date: say("dateMissing") }),
        ...(this.#hasProblem() && { hours: say("hoursMissing") }),
      }),
      send: ({ date = "" }, form) => this.#save(date, form),
    });
    this.#removing = new Action(host, (override) => this.#remove(override));
    this.#loadingMore = new Action(host, () => this.#loadMore());
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) =>
        parts.page.client.scheduling.listOverrides({ from: this.#today, limit: 50 }, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  get #today(): string {
    return dayIn(this.#parts.timeZone(), this.#parts.page.now());
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { items = [], nextCursor = null } = this.load.value ?? {};
    const failure: ApiError | null = this.#removing.failure ?? this.#loadingMore.failure;
    return html`<p id="dates-title" tabindex="-1">${say("intro")}</p>
      ${
        items.length === 0
          ? notice(say("none"))
          : html`<ul class="rows">
              ${items.map((override) => this.#row(override))}
            </ul>`
      }
      ${failure ? this.#parts.refused(failure) : nothing}
      ${
        nextCursor
          ? html`<button class="button more" part="button" @click=${() => void this.#loadingMore.run()}>
              ${say("more")}
            </button>`
          : nothing
      }
      ${this.#newDate()}`;
  }

  #row(override: Override): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const { id, date, hours } = override;
    return html`<li class="row" data-date=${date}>
      <p id=${`date-${id}`}>
        ${formatDate(tag, startOf(date), "UTC")}<br /><span class="muted"
          >${hours.length === 0 ? say("off") : new Intl.ListFormat(tag, { style: "narrow" }).format(hours.map((one) => formatHours(tag, one)))}</span
        >
      </p>
      <button
        class="button"
        part="button"
        aria-describedby=${`date-${id}`}
        aria-busy=${this.#removing.busy}
        @click=${() => void this.#removing.run(override)}
      >
        ${say("remove")}
      </button>
    </li>`;
  }

  #newDate(): TemplateResult {
    const { say } = this.#texts;
    const wrong = this.#form.wrong("hours");
    return html`<form class="form" novalidate @submit=${this.#submit}>
      ${dateField({ name: "date", label: say("date"), min: this.#today, error: this.#form.wrong("date") })}
      <label class="tick"
        ><input
          type="checkbox"
          name="off"
          .checked=${this.#isOff}
          @change=${({ currentTarget }: Event) => {
            if (currentTarget instanceof HTMLInputElement) this.#isOff = currentTarget.checked;
            this.#form.forgive();
          }}
        />${say("off")}</label
      >
      ${
        this.#isOff
          ? nothing
          : html`<div class="ranges">
                ${rangeRows({
                  say: this.#parts.say,
                  tag: this.#host.locale.tag,
                  name: "date",
                  label: say("date"),
                  ranges: this.#ranges,
                  problem: (at) => this.#problem(at, this.#isSent),
                  change: (ranges) => this.#put(ranges),
                })}
              </div>
              <button
                type="button"
                class="button quiet"
                part="button"
                @click=${() => this.#put([...this.#ranges, emptyRange])}
              >
                ${say("add")}
              </button>`
      }
      ${wrong ? html`<p class="small wrong" role="alert">${wrong}</p>` : nothing}
      ${this.#form.failure ? this.#parts.refused(this.#form.failure) : nothing}
      <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("save")}</button>
    </form>`;
  }

  readonly #submit = (event: SubmitEvent) => {
    this.#isSent = true;
    this.#form.submit(event);
  };

  #put(ranges: readonly Range[]): void {
    this.#ranges = ranges;
    this.#form.forgive();
  }

  #problem(at: number, isSent: boolean): Problem | null {
    const own = problemOf(this.#ranges[at] ?? emptyRange);
    if (own) return own === "missing" && !isSent ? null : own;
    const hours = this.#hours();
    const mine = hours[at];
    return mine && hours.some((other, index) => index !== at && other && overlap(mine, other, 0))
      ? "overlap"
      : null;
  }

  #hours(): readonly (Hours | null)[] {
    return this.#ranges.map((range) => (problemOf(range) ? null : hoursOf(range)));
  }

  #hasProblem(): boolean {
    if (this.#isOff) return false;
    return this.#ranges.length === 0 || this.#ranges.some((_, at) => this.#problem(at, true) !== null);
  }

  async #save(date: string, form: HTMLFormElement): Promise<void> {
    const hours = this.#isOff ? [] : this.#hours().flatMap((one) => one ?? []);
    await this.#parts.page.client.scheduling.createOverride({ date, hours });
    form.reset();
    this.#ranges = [emptyRange];
    this.#isOff = true;
    this.#isSent = false;
    this.#done("saved");
  }

  async #remove({ id }: Override): Promise<void> {
    await this.#parts.page.client.scheduling.deleteOverride({ id });
    this.#done("removed");
    void this.#host.focusOn("#dates-title");
  }

  #done(what: "saved" | "removed"): void {
    this.#host.announce(this.#texts.say(what));
    this.load.reload();
    this.#parts.changed();
  }

  async #loadMore(): Promise<void> {
    const { value } = this.load;
    if (!value?.nextCursor) return;
    const { scheduling } = this.#parts.page.client;
    const next = await scheduling.listOverrides({ from: this.#today, limit: 50, cursor: value.nextCursor });
    if (this.load.value === value) this.load.value = { ...next, items: [...value.items, ...next.items] };
  }
}
