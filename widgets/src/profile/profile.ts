import { html, type TemplateResult } from "lit";
import { baseTexts, type BaseTexts } from "../base/base.texts.ts";
import { consume } from "../base/context.ts";
import { memberContext, type Page, pageContext, type SignedIn } from "../base/contexts.ts";
import { define } from "../base/define.ts";
import { TesseraElement } from "../base/element.ts";
import { type WidgetState } from "../base/widget-state.ts";
import { LazyPanel } from "../base/lazy.ts";
import { property, state } from "../base/reactive.ts";
import { Texts } from "../base/texts.ts";
import { outline } from "./outline.ts";
import { styles } from "./profile.styles.ts";
import { profileTexts, type ProfileTexts } from "./profile.texts.ts";
import { type View, type ViewParts } from "./view.ts";

/**
 * @summary What a person tells about themselves: the site's quiz, a provider's own profile with photo and offers, or the application to become a provider.
 *
 * @event {QuizCompletedEvent} tessera-quiz-completed - The quiz is complete, or a complete one was changed.
 * @event {ProfileSavedEvent} tessera-profile-saved - A provider saved their profile.
 * @event {ApplicationSentEvent} tessera-application-sent - Somebody applied to offer services in a role.
 * @event {MemberSignedInEvent} tessera-member-signed-in - The visitor proved an e-mail address.
 *
 * @csspart card - The whole widget.
 * @csspart head - The heading with what stands beside it.
 * @csspart question - One question with its field.
 * @csspart photo - A provider's photo with what can be done about it.
 * @csspart dialog - A question before something is deleted.
 * @csspart chip - One of several things chosen, a button that removes it.
 * @csspart options - The list of what was found.
 * @csspart button - A button.
 * @csspart input - A field of the form.
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
 * @cssproperty [--tessera-radius=12px] - The rounding of the card.
 * @cssproperty [--tessera-button-radius=10px] - The rounding of a button.
 * @cssproperty [--tessera-shadow] - The shadow of the card.
 */
export class TesseraProfile extends TesseraElement {
  static override styles = styles;

  /** What is shown: the site's quiz for everybody, a provider's own profile, or the application to become one. */
  @property() view: "quiz" | "provider" | "application" = "quiz";

  /** Where a person goes on after the quiz, the page with their matches for example; no link unless set. */
  @property({ attribute: "next-href" }) nextHref = "";

  @consume(pageContext) private page!: Page;
  @consume(memberContext) @state() private member: SignedIn;

  protected readonly module = "core";
  protected readonly texts = new Texts<BaseTexts & ProfileTexts>(this, baseTexts, profileTexts);

  private readonly views: Readonly<Record<TesseraProfile["view"], LazyPanel<View>>> = {
    quiz: new LazyPanel<View>(this, async () => {
      const { QuizView } = await import("./quiz.ts");
      return new QuizView(this, { ...this.parts, nextHref: () => this.nextHref });
    }),
    provider: new LazyPanel<View>(this, async () => {
      const { ProviderView } = await import("./provider.ts");
      return new ProviderView(this, this.parts);
    }),
    application: new LazyPanel<View>(this, async () => {
      const { ApplicationView } = await import("./application.ts");
      return new ApplicationView(this, this.parts);
    }),
  };

  private readonly signIn = new LazyPanel(this, async () => {
    const { CodeSignIn } = await import("../parts/sign-in/code-sign-in.ts");
    return new CodeSignIn(this, {
      page: this.page,
      signedIn: () => void this.focusOn("[data-heading]"),
    });
  });

  get state(): WidgetState {
    if (this.view !== "quiz" && !this.member) return this.member === null ? "signed-out" : "loading";
    return this.shown?.state ?? "loading";
  }

  /** The panel of the chosen view, once it is there. */
  private get shown(): View | null {
    return this.views[this.view].panel;
  }

  private get parts(): ViewParts {
    return {
      page: this.page,
      say: this.texts.say,
      site: () => this.site,
      member: () => this.member,
    };
  }

  protected retry(): void {
    this.shown?.retry();
  }

  protected override content(): TemplateResult {
    return this.state === "signed-out" ? this.signedOut() : (this.shown?.render() ?? outline);
  }

  private signedOut(): TemplateResult {
    const { say } = this.texts;
    const isProfile = this.view === "provider";
    return html`<section class="card" part="card">
      <h2>${say(isProfile ? "profile" : "application")}</h2>
      <p>${say(isProfile ? "signInToProfile" : "signInToApply")}</p>
      ${this.signIn.panel?.render(say(isProfile ? "showProfile" : "goOnToApply")) ?? outline}
    </section>`;
  }

  protected override skeleton(): TemplateResult {
    return outline;
  }
}

define("tessera-profile", TesseraProfile);

declare global {
  interface HTMLElementTagNameMap {
    "tessera-profile": TesseraProfile;
  }
}
