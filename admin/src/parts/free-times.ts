import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk } from "../base/desk.ts";
import { AdminElement } from "../base/element.ts";
import { failureNotice } from "../base/load.ts";
import { daysOf, type FreeDay } from "./free-days.ts";
import { partsVoice } from "./texts.ts";

/** Something that can be booked, as it is chosen. */
export interface ChosenOffer {
  readonly id: string;
  readonly text: string;
}

const shownMs = 62 * 86_400_000;

/** Chooses a session, a day and one of its free times: the fields `offerId` and `startsAt` of the form around it. */
export class AdminFreeTimes extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) offers: readonly ChosenOffer[] = [];
  /** What is wrong with the choice; null when nothing is. */
  @property({ attribute: false }) problem: string | null = null;
  @state() private offerId = "";
  /** Null while they are looked for. */
  @state() private days: readonly FreeDay[] | null = null;
  @state() private day = "";
  @state() private failure: ApiError | null = null;

  override willUpdate(): void {
    const [first] = this.offers;
    if (this.offerId === "" && first) void this.look(first.id);
  }

  override render(): TemplateResult {
    const say = partsVoice(this.desk);
    return html`<div class="field">
        <label for="free-offer">${say("offer")}</label>
        <select id="free-offer" name="offerId" @change=${this.chooseOffer}>
          ${this.offers.map(({ id, text }) => html`<option value=${id} ?selected=${id === this.offerId}>${text}</option>`)}
        </select>
      </div>
      ${this.times()}`;
  }

  private times(): TemplateResult {
    const say = partsVoice(this.desk);
    const { days, failure } = this;
    if (failure) return failureNotice(this.desk, failure, () => void this.look(this.offerId));
    if (!days) return html`<p class="quiet" role="status" aria-busy="true">${this.desk.say("loading")}</p>`;
    if (days.length === 0) return html`<p class="quiet" role="status">${say("noFreeTimes")}</p>`;
    const starts = days.find(({ date }) => date === this.day)?.starts ?? [];
    return html`<div class="field">
        <label for="free-day">${say("day")}</label>
        <select id="free-day" @change=${this.chooseDay}>
          ${days.map(({ date, starts: [start = ""] }) => html`<option value=${date} ?selected=${date === this.day}>${this.dayText(start)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="free-time">${say("timeHere")}</label>
        <select
          id="free-time"
          name="startsAt"
          aria-invalid=${this.problem ? "true" : nothing}
          aria-describedby=${this.problem ? "free-problem" : nothing}
        >
          ${starts.map((start) => html`<option value=${start}>${this.timeText(start)}</option>`)}
        </select>
        ${this.problem ? html`<p class="problem" id="free-problem" role="alert">${this.problem}</p>` : nothing}
      </div>`;
  }

  private async look(offerId: string): Promise<void> {
    const { client, now } = this.desk;
    this.offerId = offerId;
    this.days = null;
    this.failure = null;
    const from = new Date(now());
    const until = new Date(from.getTime() + shownMs);
    try {
      const { items } = await client.scheduling.listSlots({
        offerIds: [offerId],
        from: from.toISOString(),
        until: until.toISOString(),
      });
      // Somebody may have chosen another one meanwhile.
      if (this.offerId !== offerId) return;
      this.days = daysOf(items[0]?.startsAt ?? [], new Intl.DateTimeFormat().resolvedOptions().timeZone);
      this.day = this.days[0]?.date ?? "";
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      if (this.offerId === offerId) this.failure = thrown;
    }
  }

  private readonly chooseOffer = ({ currentTarget: field }: Event) => {
    if (field instanceof HTMLSelectElement) void this.look(field.value);
  };

  private readonly chooseDay = ({ currentTarget: field }: Event) => {
    if (field instanceof HTMLSelectElement) this.day = field.value;
  };

  private dayText(start: string): string {
    return new Intl.DateTimeFormat(this.desk.language, { dateStyle: "full" }).format(new Date(start));
  }

  private timeText(start: string): string {
    return new Intl.DateTimeFormat(this.desk.language, { timeStyle: "short" }).format(new Date(start));
  }
}
