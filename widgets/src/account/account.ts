import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { clientContext, memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { emit } from "../base/events.ts";
import { LazyPanel } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { type NewsChoices } from "../parts/news-choices/news-choices.ts";
import { notice } from "../parts/notice.ts";
import { tabRow } from "../parts/tabs/tabs.ts";
import { styles } from "./account.styles.ts";
import { accountTexts, type AccountTexts } from "./account.texts.ts";
import { type MailedLink, signInUrl, takeMailedLink, wantedUrl } from "./addresses.ts";
import { Guarded } from "./guarded.ts";
import { type Entrance, otherWays, type Way } from "./other-ways.ts";
import { type Section, type SectionParts } from "./section.ts";

type Said = "verified" | "passwordSet" | "signedOut";

const sections = ["overview", "details", "security", "news", "blocked"] as const;
type SectionName = (typeof sections)[number];

/**
 * @summary Signing in and joining; for whoever is signed in the account: what waits, details, password and devices, notifications and the number for text messages, blocked people. Guards a part of a page that only members may see.
 *
 * @slot - With `guard`: what a `<template>` inside holds is put here once somebody is signed in.
 *
 * @event {MemberSignedInEvent} tessera-member-signed-in - Somebody signed in, by code or password, or joined.
 * @event {MemberSignedOutEvent} tessera-member-signed-out - Nobody is signed in any more, here or in another tab.
 * @event {MemberChangedEvent} tessera-member-changed - The member changed something about themselves.
 * @event {MemberVerifiedEvent} tessera-member-verified - An e-mail address was confirmed by the link from its mail.
 *
 * @csspart tabs - The row of tabs.
 * @csspart tab - One tab, a button.
 * @csspart count - One number of the overview.
 * @csspart device - One device the member is signed in on.
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
 * @cssproperty [--tessera-success] - What went well.
 * @cssproperty [--tessera-font] - The font; the page's unless set.
 * @cssproperty [--tessera-font-size] - The size of plain text, 16px or the page's root size if larger.
 * @cssproperty [--tessera-radius=12px] - The rounding of areas.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 */
export class TesseraAccount extends TesseraElement {
  static override styles = styles;

  /** Shows the content of the `<template>` inside instead of the account once somebody is signed in, and asks for signing in before. */
  @property({ type: Boolean }) guard = false;

  /** The page on which people sign in; with `guard` a link leads there and back. Without it signing in happens in place. */
  @property({ attribute: "sign-in-page" }) signInPage = "";

  @consume(pageContext) private page!: Page;
  @consume(clientContext) private client!: Client;
  @consume(memberContext) @state() private member: SignedIn;

  @state() private way: Way = "code";
  @state() private chosen: SectionName = "overview";
  @state() private said: Said | null = null;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & AccountTexts>(this, baseTexts, accountTexts);

  private link: MailedLink | null = null;
  private readonly guarded = new Guarded(this);
  private readonly entrance = new Load<readonly [], Entrance>(this, {
    args: () => (this.client && this.member === null ? [] : null),
    load: (_, options) => this.client.identity.getEntrance({}, options),
  });
  private readonly verifying = new Action(this, (token: string) => this.verify(token));
  private readonly leaving = new Action(this, () => this.page.signOut());

  private readonly code = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, { page: this.page, isNameless: true, signedIn: this.arrive });
  });
  private readonly door = new LazyPanel(this, async () => {
    const { Door } = await import("./door.ts");
    return new Door(this, {
      page: this.page,
      roles: () => this.entrance.value?.roles ?? [],
      allowsPasswords: () => this.entrance.value?.allowsPasswords ?? false,
      resetToken: () => this.link?.token ?? "",
      refused: (failure) => this.refused(failure),
      turn: this.turn,
      signedIn: this.arrive,
      passwordSet: () => this.endReset(),
    });
  });

  private readonly sections: Readonly<
    Record<Exclude<SectionName, "news">, LazyPanel<Section>> & { news: LazyPanel<NewsChoices> }
  > = {
    overview: new LazyPanel(this, async () => {
      const { Overview } = await import("./overview.ts");
      return new Overview(this, this.partsOf("overview"));
    }),
    details: new LazyPanel(this, async () => {
      const { Details } = await import("./details.ts");
      return new Details(this, this.partsOf("details"));
    }),
    security: new LazyPanel(this, async () => {
      const { Security } = await import("./security.ts");
      return new Security(this, this.partsOf("security"));
    }),
    news: new LazyPanel<NewsChoices>(this, async () => {
      const { NewsChoices } = await import("../parts/news-choices/news-choices.ts");
      return new NewsChoices(this, this.partsOf("news"));
    }),
    blocked: new LazyPanel(this, async () => {
      const { Blocked } = await import("./blocked.ts");
      return new Blocked(this, this.partsOf("blocked"));
    }),
  };

  private readonly phone = new LazyPanel(this, async () => {
    const { PhoneNumber } = await import("./phone-number.ts");
    return new PhoneNumber(this, {
      ...this.partsOf("news"),
      changed: (preferences) => {
        const { current } = this.sections.news;
        if (current) current.load.value = preferences;
      },
    });
  });

  get state(): WidgetState {
    if (this.way === "reset" || this.member === null)
      return this.said === "passwordSet" ? "done" : "signed-out";
    if (this.member === undefined) return "loading";
    const panel = this.guard ? null : this.sections[this.chosen].current;
    const { state = "ready" } = panel?.load ?? {};
    // The head and the tabs stay while a part is loaded.
    return state === "loading" || state === "slow" ? "ready" : state;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.guard) return;
    this.link = takeMailedLink();
    if (this.link?.purpose === "verify") void this.verifying.run(this.link.token);
    else if (this.link) this.way = "reset";
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.guarded.show(false);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.guarded.show(this.guard && Boolean(this.member));
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const before: unknown = changed.get("member");
    if (!this.guard && this.member === null && isMember(before)) this.leave(before.id);
  }

  protected override get frames(): boolean {
    return this.guard && Boolean(this.member);
  }

  protected retry(): void {
    this.sections[this.chosen].current?.load.reload();
  }

  private readonly turn = (way: Way): void => {
    this.way = way;
    this.said = null;
    const panel = way === "code" ? this.code : this.door;
    void panel.arrived().then(
      () => this.focusOn(way === "code" ? "#email" : "#title"),
      () => undefined,
    );
  };

  private readonly arrive = (): void => {
    this.way = "code";
    this.said = null;
    const wanted = this.guard ? null : wantedUrl();
    if (wanted !== null) location.assign(wanted);
    void this.focusOn("#tab-overview");
  };

  private leave(memberId: string): void {
    this.chosen = "overview";
    if (this.way !== "reset" && this.said === null) this.said = "signedOut";
    this.announce(this.texts.say("signedOut"));
    emit(this, "tessera-member-signed-out", { memberId });
    void this.focusOn("#title");
  }

  private async verify(token: string): Promise<void> {
    const { client, session } = this.page;
    await client.identity.verifyEmail({ token });
    this.said = "verified";
    this.announce(this.texts.say("verified"));
    await session.known;
    if (session.member) session.update(await client.identity.getMe());
    emit(this, "tessera-member-verified", { memberId: session.member?.id ?? null });
  }

  /** Setting a password ended every session, this page's too if it is the same person's. */
  private endReset(): void {
    this.said = "passwordSet";
    this.way = "password";
    this.announce(this.texts.say("passwordSet"));
    if (this.member) this.page.session.end();
    void this.focusOn("#title");
  }

  private partsOf(name: SectionName): SectionParts {
    return {
      page: this.page,
      site: () => this.site ?? null,
      owner: () => (this.chosen === name && this.member ? [this.member.id] : null),
      refused: (failure) => this.refused(failure),
    };
  }

  protected override content(): TemplateResult {
    if (this.state === "signed-out" || this.state === "done") return this.entry();
    if (this.guard) return html`<slot></slot>`;
    return this.account();
  }

  private entry(): TemplateResult {
    const { say } = this.texts;
    const { way } = this;
    if (this.guard && this.signInPage)
      return notice(
        say("signInFirst"),
        html`<a class="button primary" part="button" href=${signInUrl(this.signInPage)}>${say("signIn")}</a>`,
      );
    const form = way === "code" ? this.code.panel?.render(say("signIn")) : this.door.panel?.render(way);
    return html`<section class="account" aria-labelledby="title">
      <h2 id="title" tabindex="-1">
        ${way === "code" ? say("signIn") : (this.door.current?.titleOf(way) ?? say("signIn"))}
      </h2>
      ${this.guard ? html`<p>${say("signInFirst")}</p>` : nothing} ${this.news()}
      ${
        form === undefined
          ? outline
          : html`${form}
              <div class="actions ways">
                ${otherWays({ way, entrance: this.entrance.value, say, turn: this.turn })}
              </div>`
      }
    </section>`;
  }

  /** What has just happened. */
  private news(): TemplateResult | typeof nothing {
    const { say } = this.texts;
    if (this.verifying.failure) return this.refused(this.verifying.failure);
    if (this.verifying.busy) return notice(say("verifying"));
    return this.said ? notice(say(this.said)) : nothing;
  }

  private account(): TemplateResult {
    const { say } = this.texts;
    const { name = "", email = "" } = this.member ?? {};
    return html`<section class="account" aria-labelledby="title">
      <div class="head">
        <h2 id="title" class="hush" tabindex="-1">${say("account")}</h2>
        <p><bdi class="who">${name}</bdi><br /><bdi class="small muted">${email}</bdi></p>
        <button
          class="button leave"
          part="button"
          aria-busy=${this.leaving.busy}
          @click=${() => void this.leaving.run()}
        >
          ${say("signOut")}
        </button>
      </div>
      ${this.news()}
      <div>
        ${tabRow({
          label: say("account"),
          tabs: sections,
          chosen: this.chosen,
          nameOf: say,
          direction: this.locale.direction,
          choose: (section) => {
            this.chosen = section;
            this.said = null;
          },
          focusOn: (selector) => this.focusOn(selector),
        })}
        <div id="panel" role="tabpanel" aria-labelledby=${`tab-${this.chosen}`}>${this.section()}</div>
      </div>
    </section>`;
  }

  private section(): TemplateResult {
    const panel = this.sections[this.chosen].panel;
    if (!panel) return outline;
    const { value, failure, state: loadState } = panel.load;
    return html`${failure ? this.failed(failure) : nothing}
    ${value === undefined ? (failure ? nothing : outline) : panel.render()}
    ${this.chosen === "news" && value !== undefined ? this.number() : nothing}
    ${loadState === "slow" ? notice(this.texts.say("slow")) : nothing}`;
  }

  private number(): TemplateResult | undefined {
    const { phone = null, sendsTexts = false } = this.sections.news.current?.load.value ?? {};
    return sendsTexts || phone !== null ? this.phone.panel?.render({ phone, sendsTexts }) : undefined;
  }

  protected override skeleton(): TemplateResult {
    return html`<div class="account">${outline}</div>`;
  }
}

const isMember = (value: unknown): value is { readonly id: string } =>
  typeof value === "object" && value !== null && "id" in value;

const outline = html`<div class="skeleton line"></div>
  <div class="skeleton block"></div>`;

define("tessera-account", TesseraAccount);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-account": TesseraAccount;
  }
}
