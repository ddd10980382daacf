import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { Countdown } from "../base/countdown.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { field, fieldStyles } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { phoneStyles } from "./phone-number.styles.ts";
import { phoneTexts, type PhoneTexts } from "./phone-number.texts.ts";
import { type SectionParts } from "./section.ts";

type Preferences = Contract["notifications"]["removePhone"]["output"];

/** What the number needs of the account. */
export interface PhoneNumberParts extends SectionParts {
  /** Called with what reaches the member from now on. */
  readonly changed: (preferences: Preferences) => void;
}

/** The number for text messages: given, shown to be the member's by a code that is sent there, changed and removed. */
export class PhoneNumber implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PhoneNumberParts;
  readonly #texts: Texts<PhoneTexts>;
  readonly #number: Form;
  readonly #code: Form;
  readonly #again: Action<[], void>;
  readonly #removing: Action<[], void>;
  readonly #resend: Countdown;
  /** The number a code was sent to; empty while none is awaited. */
  #asked = "";
  /** Whether another number is being written in place of the one that is there. */
  #isChanging = false;

  constructor(host: PanelHost, parts: PhoneNumberParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, phoneTexts);
    const { say } = this.#texts;
    this.#number = new Form(host, {
      check: ({ phone = "" }) => (isNumber(numberOf(phone)) ? {} : { phone: say("phoneWrong") }),
      send: ({ phone = "" }) => this.#ask(numberOf(phone)),
      at: {
        "notifications.phone_code_just_sent": "phone",
        "notifications.too_many_phone_codes": "phone",
        "request.invalid_input": "phone",
      },
    });
    this.#code = new Form(host, {
      check: ({ phoneCode = "" }) =>
        digitsOf(phoneCode).length === 6 ? {} : { phoneCode: say("codeWrong") },
      send: ({ phoneCode = "" }) => this.#give(digitsOf(phoneCode)),
      at: { "notifications.phone_code_wrong": "phoneCode" },
    });
    this.#again = new Action(host, () => this.#ask(this.#asked));
    this.#removing = new Action(host, () => this.#remove());
    this.#resend = new Countdown(host, Date.now, () => undefined);
    wear(host, fieldStyles);
    wear(host, phoneStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** The number, or the way to one; where the site sends no text messages, a number can only be removed. */
  render({ phone, sendsTexts }: Pick<Preferences, "phone" | "sendsTexts">): TemplateResult {
    const isShown = phone !== null && !(sendsTexts && this.#isChanging);
    return html`<section class="form" aria-labelledby="phone-title">
      <h3 id="phone-title" tabindex="-1">${this.#texts.say("title")}</h3>
      ${sendsTexts && this.#asked ? this.#codeForm() : isShown ? this.#shown(phone, sendsTexts) : this.#numberForm(phone)}
    </section>`;
  }

  #shown(phone: string, sendsTexts: boolean): TemplateResult {
    const { say } = this.#texts;
    const { failure, busy } = this.#removing;
    return html`<p>${say(sendsTexts ? "goesTo" : "kept")} <bdi class="phone">${phone}</bdi></p>
      ${sendsTexts ? nothing : html`<p class="small muted">${say("noTexts")}</p>`}
      ${failure ? this.#parts.refused(failure) : nothing}
      <div class="actions">
        ${sendsTexts ? this.#button("change", () => this.#change(true)) : nothing}
        ${this.#button("remove", () => void this.#removing.run(), { isBusy: busy })}
      </div>`;
  }

  #numberForm(phone: string | null): TemplateResult {
    const { say } = this.#texts;
    const { failure, busy } = this.#number;
    return html`<form class="form" data-form="phone" novalidate @submit=${this.#number.submit}>
      ${field({
        name: "phone",
        label: say("phone"),
        type: "tel",
        autocomplete: "tel",
        maxLength: 30,
        hint: say("phoneHint"),
        error: this.#number.wrong("phone"),
      })}
      ${failure ? this.#parts.refused(failure) : nothing}
      <div class="actions">
        <button class="button" part="button" aria-busy=${busy}>${say("sendCode")}</button>
        ${phone === null ? nothing : this.#button("keep", () => this.#change(false))}
      </div>
    </form>`;
  }

  #codeForm(): TemplateResult {
    const { say } = this.#texts;
    const left = this.#resend.secondsLeft;
    const { failure } = this.#again;
    return html`<form class="form" data-form="phone-code" novalidate @submit=${this.#code.submit}>
      ${field({
        name: "phoneCode",
        label: say("code"),
        autocomplete: "one-time-code",
        isCode: true,
        maxLength: 6,
        hint: say("codeSent", { phone: isolated(this.#asked) }),
        error: this.#code.wrong("phoneCode") ?? (failure ? this.#host.sentence(failure) : undefined),
      })}
      ${this.#code.failure ? this.#parts.refused(this.#code.failure) : nothing}
      <button class="button primary" part="button" aria-busy=${this.#code.busy}>${say("confirm")}</button>
      <div class="actions">
        <button
          type="button"
          class="button quiet"
          part="button"
          data-deed="again"
          ?disabled=${left !== null}
          @click=${() => void this.#again.run()}
        >
          ${left === null ? say("sendAgain") : say("sendAgainIn", { seconds: left })}
        </button>
        ${this.#button("other", () => this.#change(true))}
      </div>
    </form>`;
  }

  #button(
    deed: "change" | "remove" | "keep" | "other",
    press: () => void,
    { isBusy = false }: { readonly isBusy?: boolean } = {},
  ): TemplateResult {
    return html`<button
      type="button"
      class="button quiet"
      part="button"
      data-deed=${deed}
      aria-busy=${isBusy}
      @click=${press}
    >
      ${this.#texts.say(deed)}
    </button>`;
  }

  #change(isChanging: boolean): void {
    this.#isChanging = isChanging;
    this.#asked = "";
    for (const form of [this.#number, this.#code, this.#again, this.#removing]) form.forgive();
    this.#host.requestUpdate();
    void this.#host.focusOn(isChanging ? "#phone" : "#phone-title");
  }

  async #ask(phone: string): Promise<void> {
    const { waitSeconds } = await this.#parts.page.client.notifications.requestPhoneCode({ phone });
    this.#asked = phone;
    this.#code.forgive();
    this.#resend.set(Date.now() + waitSeconds * 1000);
    this.#host.announce(this.#texts.say("codeSent", { phone }));
    void this.#host.focusOn("#phoneCode");
  }

  async #give(code: string): Promise<void> {
    this.#parts.changed(await this.#parts.page.client.notifications.verifyPhone({ code }));
    this.#done("confirmed");
  }

  async #remove(): Promise<void> {
    const left = await this.#parts.page.client.notifications.removePhone({});
    this.#parts.changed(left);
    this.#done("removed", left.sendsTexts ? "#phone-title" : "#tab-news");
  }

  #done(said: "confirmed" | "removed", next = "#phone-title"): void {
    this.#asked = "";
    this.#isChanging = false;
    this.#resend.set(null);
    this.#host.announce(this.#texts.say(said));
    void this.#host.focusOn(next);
  }
}

/** A number as people write it, without what stands between its digits. */
const numberOf = (written: string): string =>
  written
    .normalize("NFKC")
    .replaceAll(/[^\d+]/g, "")
    .replace(/^00/, "+");

const isNumber = (phone: string): boolean => /^\+[1-9]\d{6,14}$/.test(phone);
const digitsOf = (written: string): string => written.normalize("NFKC").replaceAll(/\D/g, "");

/** A number inside a sentence of either direction: U+2066 and U+2069 keep its plus sign in front. */
const isolated = (phone: string): string => `\u2066${phone}\u2069`;
