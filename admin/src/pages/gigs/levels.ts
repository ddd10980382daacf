import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { nameIn } from "./category-name.ts";
import { countingQuestion, type HonourList, honourQuestion, removeQuestion } from "./honour-questions.ts";
import { levelsVoice } from "./levels-texts.ts";
import {
  type Honour,
  metrics,
  moved,
  reputationValues,
  type ReputationValues,
  scoreParts,
} from "./reputation-values.ts";

interface Seen {
  readonly version: number;
  readonly rules: ReputationValues;
}

const most = { levels: 8, badges: 12 } as const;

/** The levels and badges of sellers: what each takes is changed here, and counts at once. */
export class AdminLevels extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private isBusy = false;
  @state() private isSaved = false;
  @state() private failure: ApiError | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async ({ client }, options) => {
      const { version, settings } = await client.tenancy.getSettings({}, options);
      return { version, rules: reputationValues(settings) };
    },
  );

  override render(): TemplateResult {
    const say = levelsVoice(this.desk);
    return html`<div class="page">
      <p><a href="/gigs">${say("back")}</a></p>
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${this.seen.show((seen) => this.content(seen))}
      ${this.failure ? failureNotice(this.desk, this.failure) : nothing}
      <p class="quiet" role="status">${this.isSaved ? say("saved") : ""}</p>
      ${this.dialog.show()}
    </div>`;
  }

  private content(seen: Seen): TemplateResult {
    return html`${this.honours(seen, "levels")}${this.honours(seen, "badges")}${this.counting(seen)}`;
  }

  private get mayChange(): boolean {
    return may(this.desk, "tenancy.settings") && may(this.desk, "gigs.levels");
  }

  private honours(seen: Seen, list: HonourList): TemplateResult {
    const say = levelsVoice(this.desk);
    const { rules } = seen;
    const honours = rules[list];
    const keep = (changed: Partial<ReputationValues>) => this.keep(seen, changed);
    const isLevels = list === "levels";
    return html`<section class="card" aria-labelledby=${list}>
      <h2 id=${list}>${say(list)}</h2>
      <p class="quiet">${say(isLevels ? "levelsHint" : "badgesHint")}</p>
      ${
        honours.length === 0
          ? html`<p>${say(isLevels ? "noLevels" : "noBadges")}</p>`
          : html`<ul class="honours">
              ${repeat(
                honours,
                ({ name }) => name,
                (honour, at) => this.row(seen, { list, honour, at }),
              )}
            </ul>`
      }
      ${
        this.mayChange && honours.length < most[list]
          ? html`<p>
              <button
                type="button"
                class="quiet-button"
                @click=${() => this.dialog.ask(honourQuestion(this.desk, { rules, list, honour: null, keep }))}
              >
                ${say(isLevels ? "addLevel" : "addBadge")}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }

  private row(
    seen: Seen,
    { list, honour, at }: { readonly list: HonourList; readonly honour: Honour; readonly at: number },
  ): TemplateResult {
    const { desk } = this;
    const say = levelsVoice(desk);
    const { rules } = seen;
    const name = nameIn(desk.language, honour.labels);
    const keep = (changed: Partial<ReputationValues>) => this.keep(seen, changed);
    const button = (label: string, act: () => void, { sign = label, isOff = false } = {}) =>
      html`<button
        type="button"
        class="quiet-button"
        aria-label="${label}: ${name}"
        title=${label}
        ?disabled=${isOff || this.isBusy}
        @click=${act}
      >
        ${sign}
      </button>`;
    const move = (by: 1 | -1) => void this.try(() => keep({ [list]: moved(rules[list], at, by) }));
    return html`<li class="honour">
      <div>
        <b><bdi>${name}</bdi></b>
        <p class="quiet">${this.told(honour)}</p>
      </div>
      ${
        this.mayChange
          ? html`<span class="row">
              ${button(say("up"), () => move(-1), { sign: "↑", isOff: at === 0 })}
              ${button(say("down"), () => move(1), { sign: "↓", isOff: at === rules[list].length - 1 })}
              ${button(say("change"), () => this.dialog.ask(honourQuestion(desk, { rules, list, honour, keep })))}
              ${button(say("remove"), () => this.dialog.ask(removeQuestion(desk, { rules, list, honour, keep })))}
            </span>`
          : nothing
      }
    </li>`;
  }

  private told({ needs }: Honour): string {
    const say = levelsVoice(this.desk);
    const { language } = this.desk;
    const list = metrics.flatMap((metric) => {
      const bound = needs[metric];
      if (bound === undefined) return [];
      const isShare = metric === "onTimePercent" || metric === "cancelledPercent";
      const written = isShare
        ? new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 }).format(bound / 100)
        : new Intl.NumberFormat(language).format(bound);
      return [say(`told_${metric}`, { bound: written })];
    });
    return new Intl.ListFormat(language, { type: "unit", style: "short" }).format(list);
  }

  private counting(seen: Seen): TemplateResult {
    const { desk } = this;
    const say = levelsVoice(desk);
    const { rules } = seen;
    const written = (value: number) => new Intl.NumberFormat(desk.language).format(value);
    return html`<section class="card" aria-labelledby="counting">
      <h2 id="counting">${say("counting")}</h2>
      ${facts([
        [say("windowDays"), written(rules.windowDays)],
        ...scoreParts.map((part): [string, string] => [
          `${say("weights")}: ${say(`weight_${part}`)}`,
          written(rules.weights[part]),
        ]),
      ])}
      ${
        this.mayChange
          ? html`<p>
              <button
                type="button"
                class="quiet-button"
                aria-label="${say("change")}: ${say("counting")}"
                @click=${() =>
                  this.dialog.ask(countingQuestion(desk, rules, (changed) => this.keep(seen, changed)))}
              >
                ${say("change")}
              </button>
            </p>`
          : nothing
      }
    </section>`;
  }

  private async keep({ version }: Seen, changed: Partial<ReputationValues>): Promise<void> {
    const { client } = this.desk;
    this.isSaved = false;
    await client.tenancy.updateSettings({ changes: { gigs: { reputation: changed } }, version });
    await client.gigs.rateSellers({});
    this.isSaved = true;
    this.seen.reload();
  }

  /** Does one thing at a time and shows what went wrong with it. */
  private async try(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    this.failure = null;
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    } finally {
      this.isBusy = false;
    }
  }
}
