import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { tabRow } from "../parts/tabs/tabs.ts";
import { type HostHours } from "./draft.ts";
import { styles } from "./hours.styles.ts";
import { hoursTexts, type HoursTexts } from "./hours.texts.ts";
import { type Part, type PartParts } from "./part.ts";
import { loadStanding, type Standing } from "./standing.ts";
import { Week } from "./week.ts";

const tabs = ["week", "dates", "vacations", "feed"] as const;
type Tab = (typeof tabs)[number];

/**
 * @summary When a host works: weekly hours in the host's zone, single days, vacations with the sessions inside them, the calendar's address, and the free times clients see.
 *
 * @slot empty - Shown to members who offer nothing, for example with a link to apply.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 * @event {HoursChangedEvent} tessera-hours-changed - Weekly hours, a single day or a vacation changed.
 *
 * @csspart tabs - The row of tabs.
 * @csspart tab - One tab, a button.
 * @csspart hours - From when until when.
 * @csspart time - One free time of the preview.
 * @csspart dialog - The question to which days hours are copied.
 * @csspart button - Any other button.
 * @csspart input - A field.
 * @csspart notice - A message.
 *
 * @cssproperty [--tessera-accent] - The colour of what is chosen and of the next step; the site's brand colour unless set.
 * @cssproperty [--tessera-on-accent] - The text colour on the accent.
 * @cssproperty [--tessera-surface] - The background.
 * @cssproperty [--tessera-text] - The text.
 * @cssproperty [--tessera-muted] - Text of less weight.
 * @cssproperty [--tessera-line] - Lines between parts.
 * @cssproperty [--tessera-soft] - The background of quiet areas.
 * @cssproperty [--tessera-edge] - The outline of fields.
 * @cssproperty [--tessera-danger] - What went wrong.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of areas.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraHours extends TesseraElement {
  static override styles = styles;

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private tab: Tab = "week";
  @state() private isSaved = false;

  protected readonly module = "booking";
  protected readonly texts = new Texts<BaseTexts & HoursTexts>(this, baseTexts, hoursTexts);

  private readonly standing = new Load<readonly [string], Standing>(this, {
    args: () => (this.client && this.member ? [this.member.id] : null),
    load: (_, options) => loadStanding(this.client, options),
  });

  private readonly week = new Week(this, {
    say: this.texts.say,
    client: () => this.client,
    refused: (failure) => this.refused(failure),
    edited: () => {
      this.isSaved = false;
    },
    conflict: () => this.standing.reload(),
    saved: (hours) => this.saved(hours),
  });

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, {
      page: this.page,
      isNameless: true,
      signedIn: () => this.standing.reload(),
    });
  });

  private readonly parts: Readonly<Record<Exclude<Tab, "week"> | "preview", LazyPanel<Part>>> = {
    dates: new LazyPanel(this, async () => {
      const { Dates } = await import("./dates.ts");
      return new Dates(this, this.partsOf("dates"));
    }),
    vacations: new LazyPanel(this, async () => {
      const { Vacations } = await import("./vacations.ts");
      return new Vacations(this, this.partsOf("vacations"));
    }),
    feed: new LazyPanel(this, async () => {
      const { Feed } = await import("./feed.ts");
      return new Feed(this, this.partsOf("feed"));
    }),
    preview: new LazyPanel(this, async () => {
      const { Preview } = await import("./preview.ts");
      return new Preview(this, this.partsOf(null));
    }),
  };

  get state(): WidgetState {
    if (this.member === undefined) return "loading";
    if (this.member === null) return "signed-out";
    const { value, state: loadState } = this.standing;
    if (value?.kind === "none") return "empty";
    return loadState === "ready" && this.isSaved ? "done" : loadState;
  }

  protected retry(): void {
    this.standing.reload();
  }

  private partsOf(tab: Tab | null): PartParts {
    return {
      page: this.page,
      say: this.texts.say,
      owner: () => (this.member && (tab === null || tab === this.tab) ? [this.member.id] : null),
      timeZone: () => this.standing.value?.hours.timeZone ?? "UTC",
      refused: (failure) => this.refused(failure),
      changed: () => this.changed(),
    };
  }

  private saved(hours: HostHours): void {
    const { value } = this.standing;
    if (value) this.standing.value = { ...value, hours };
    this.isSaved = true;
    this.changed();
  }

  private changed(): void {
    this.parts.preview.current?.load.reload();
    if (this.member) emit(this, "tessera-hours-changed", { hostId: this.member.id });
  }

  protected override content(): TemplateResult {
    const { say } = this.texts;
    if (this.state === "signed-out")
      return html`<section class="hours short" aria-label=${say("hours")}>
        <p>${say("signIn")}</p>
        ${this.signIn.panel?.render(say("showHours")) ?? outline}
      </section>`;
    const { value, failure } = this.standing;
    const trouble = failure ? this.failed(failure) : nothing;
    if (!value) return html`<section class="hours" aria-label=${say("hours")}>${trouble}</section>`;
    if (value.kind === "none")
      return html`<div class="hours short"><slot name="empty">${notice(say("notHost"))}</slot></div>`;
    return html`<section class="hours" aria-label=${say("hours")}>
      ${trouble} ${value.kind === "shown" ? nothing : notice(say(value.kind))}
      ${tabRow({
        label: say("hours"),
        tabs,
        chosen: this.tab,
        nameOf: say,
        direction: this.locale.direction,
        choose: (tab) => {
          this.tab = tab;
          this.isSaved = false;
        },
        focusOn: (selector) => this.focusOn(selector),
      })}
      <div class="columns">
        <div id="panel" role="tabpanel" aria-labelledby=${`tab-${this.tab}`}>
          ${this.tab === "week" ? this.weekly(value.hours) : this.shown(this.parts[this.tab])}
        </div>
        ${value.kind === "shown" && this.tab !== "feed" ? this.shown(this.parts.preview) : nothing}
      </div>
    </section>`;
  }

  private weekly(hours: HostHours): TemplateResult {
    return html`${this.isSaved ? notice(this.texts.say("saved")) : nothing} ${this.week.render(hours)}`;
  }

  private shown(lazy: LazyPanel<Part>): TemplateResult {
    const part = lazy.panel;
    if (!part) return outline;
    const { value, failure, state: loadState } = part.load;
    return html`<div>
      ${failure ? this.failed(failure) : nothing}
      ${value === undefined ? (failure ? nothing : outline) : html`<div class="part">${part.render()}</div>`}
      ${loadState === "slow" ? notice(this.texts.say("slow")) : nothing}
    </div>`;
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="hours short">${outline}</div>`;
  }
}

const outline = html`<div class="skeleton line"></div>
  <div class="skeleton block"></div>`;

define("tessera-hours", TesseraHours);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-hours": TesseraHours;
  }
}
