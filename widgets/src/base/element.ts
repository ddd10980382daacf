import { type ApiError } from "@tessera/sdk/browser";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { failureNotice, notice } from "../parts/notice.ts";
import { type BaseTexts } from "./base.texts.ts";
import { consume } from "./context.ts";
import { localeContext, type Site, siteContext } from "./contexts.ts";
import { sentenceOf, withLocalTimes } from "./failure.ts";
import { type Locale, localeOf } from "./locale.ts";
import { state } from "./reactive.ts";
import { type Texts } from "./texts.ts";
import { brandSheet } from "./theme.ts";
import { type WidgetState } from "./widget-state.ts";

/** What all widgets have in common: language, brand, licence, and the look of every state in which there is nothing to show yet. */
export abstract class TesseraElement extends LitElement {
  /** @internal The language of the page. */
  @consume(localeContext) @state() locale: Locale = localeOf(navigator.language);

  /** The site; null when it could not be loaded, undefined while it is. */
  @consume(siteContext) @state() protected site: Site | null | undefined;

  @state() private announcement = "";

  /** The module a site must have licensed for this widget. */
  protected abstract readonly module: string;
  protected abstract readonly texts: Texts<BaseTexts>;
  /** Whether it shows nothing of its own but the page's content, in which other widgets have their own last line. */
  protected get frames(): boolean {
    return false;
  }
  /** How the widget looks at the moment; also its `state` attribute. */
  abstract readonly state: WidgetState;

  /** The widget itself, once its texts and the site are there. */
  protected abstract content(): TemplateResult;
  /** The widget's outline while it loads, of the same size. */
  protected abstract skeleton(): TemplateResult;
  /** Loads again what failed. */
  protected abstract retry(): void;

  #isInUse = false;
  #sentences = new WeakMap<ApiError, { readonly language: string; readonly text: string }>();

  constructor() {
    super();
    this.addEventListener("focusin", () => {
      this.#isInUse = true;
    });
    this.addEventListener("focusout", ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.#isInUse = false;
    });
  }

  /** The state with what holds for all widgets considered. */
  #shownState(): WidgetState {
    if (!this.texts.ready || this.site === undefined) return "loading";
    // What every site has is "core" and is not listed.
    const isActive = this.module === "core" || !this.site || this.site.modules.includes(this.module);
    return isActive ? this.state : "unlicensed";
  }

  override render() {
    const { tag, direction } = this.locale;
    const state = this.#shownState();
    return html`<div
      class="root"
      lang=${tag}
      dir=${direction}
      aria-busy=${state === "loading" || state === "slow"}
    >
      ${this.#shown(state)} ${this.#footer()}
      <p class="hush" role="status">${state === "loading" ? this.texts.say("loading") : this.announcement}</p>
    </div>`;
  }

  #shown(state: WidgetState): TemplateResult {
    const { say } = this.texts;
    switch (state) {
      case "loading":
        return this.skeleton();
      case "slow":
        return html`${this.skeleton()}${notice(say("slow"))}`;
      case "unlicensed":
        return notice(say("unlicensed"));
      default:
        return this.content();
    }
  }

  /** The line below the widget. It has its place before it is known what stands there, so that nothing below moves. */
  #footer(): TemplateResult | typeof nothing {
    const root = this.getRootNode();
    const isWithin = root instanceof ShadowRoot && root.host instanceof TesseraElement;
    if (isWithin || this.frames) return nothing;
    const { isSandbox, poweredBy } = (this.texts.ready && this.site) || {};
    return html`<p class="footer small muted">
      ${isSandbox ? html`<span>${this.texts.say("testMode")}</span>` : nothing}
      ${poweredBy ? html`<span>${this.texts.say("poweredBy", { name: "Tessera" })}</span>` : nothing}
    </p>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const state = this.#shownState();
    if (this.getAttribute("state") !== state) this.setAttribute("state", state);
    // The loader kept this room while the widget was on its way.
    if (state !== "loading" && state !== "slow") {
      this.style.removeProperty("min-block-size");
      this.style.removeProperty("display");
    }
    if (changed.has("site") && this.site) this.#wear(this.site.brand.colour);
  }

  #wear(colour: string): void {
    const sheet = brandSheet(colour);
    if (sheet && this.shadowRoot)
      this.shadowRoot.adoptedStyleSheets = [...this.shadowRoot.adoptedStyleSheets, sheet];
  }

  /** @internal Says something to people who listen to the page instead of seeing it. */
  announce(sentence: string): void {
    this.announcement = sentence;
  }

  /** @internal Moves the keyboard to a part that an update brings, if the keyboard is in this widget, or was until its place went away. */
  async focusOn(selector: string): Promise<void> {
    const isNowhere = document.activeElement === null || document.activeElement === document.body;
    // While a dialog gives the keyboard back, Chromium's :focus-within knows nothing of it.
    const isHere = this.matches(":focus-within") || this.shadowRoot?.activeElement;
    if (!isHere && !(this.#isInUse && isNowhere)) return;
    // What calls this has usually just changed what is shown.
    this.requestUpdate();
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** A failed load, with a button to try again where that may help. */
  protected failed(failure: ApiError): TemplateResult {
    return failureNotice(failure, this.texts.say, this.sentence(failure), () => this.retry());
  }

  /** Something the person did and that was refused. */
  protected refused(failure: ApiError): TemplateResult {
    return failureNotice(failure, this.texts.say, this.sentence(failure));
  }

  /** @internal The sentence of a failure in the page's language. */
  sentence(failure: ApiError): string {
    const { language } = this.locale;
    const known = this.#sentences.get(failure);
    if (known?.language === language) return known.text;
    if (language === "en") return withLocalTimes(failure.message, this.locale.tag);
    void sentenceOf(failure, this.locale).then((text) => {
      this.#sentences.set(failure, { language, text });
      this.requestUpdate();
    });
    return "";
  }
}
