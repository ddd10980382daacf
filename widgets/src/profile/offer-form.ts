import { html, nothing, type TemplateResult } from "lit";
import { type BaseTexts } from "../base/base.texts.ts";
import { type PanelHost, wear } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { field, fieldStyles } from "../parts/field/field.ts";
import { Form, type Wrong } from "../parts/field/form.ts";
import { failureNotice } from "../parts/notice.ts";
import { parseAmount } from "./amount.ts";
import { currenciesFrom } from "./currencies.ts";
import { moneyField } from "./money-field.ts";
import { type Offer } from "./offers.ts";
import { type OffersTexts } from "./offers.texts.ts";
import { type ViewParts } from "./view.ts";
import { writingField } from "./writing-field.ts";

/** What the form needs of the offers. */
export interface OfferFormParts extends Omit<ViewParts, "say"> {
  readonly say: Say<OffersTexts>;
  readonly baseSay: Say<BaseTexts>;
  readonly saved: (offer: Offer) => void;
  readonly leave: () => void;
}

type Values = Readonly<Record<string, string>>;

/** The form of one offer, new or known. */
export class OfferForm {
  readonly #host: PanelHost;
  readonly #parts: OfferFormParts;
  readonly #form: Form;
  #offer: Offer | null = null;
  #price: { readonly typed: string; readonly currency: string } | null = null;

  constructor(host: PanelHost, parts: OfferFormParts) {
    this.#host = host;
    this.#parts = parts;
    this.#form = new Form(host, {
      check: (values) => this.#check(values),
      send: (values) => this.#send(values),
    });
    wear(host, fieldStyles);
  }

  /** Starts with empty marks. */
  begin(): void {
    this.#form.forgive();
    this.#form.values = {};
    this.#price = null;
  }

  #currency(): string {
    const { member, site } = this.#parts;
    const own = member()?.currency ?? site()?.currency ?? "USD";
    return this.#price?.currency ?? this.#offer?.price.currency ?? own;
  }

  #amount(): number | null {
    if (!this.#price) return this.#offer?.price.amountMinor ?? null;
    return parseAmount(this.#host.locale.tag, this.#price.typed, this.#currency());
  }

  #check(values: Values): Wrong {
    const { say } = this.#parts;
    const isWhole = (name: string, least: number) => {
      const text = values[name]?.normalize("NFKC") ?? "";
      return /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= 1440;
    };
    return {
      ...(!values["offer-title"] && { "offer-title": say("titleMissing") }),
      ...(!isWhole("minutes", 5) && { minutes: say("minutesWrong") }),
      ...(this.#amount() === null && { price: say("priceWrong", { example: 90 }) }),
      ...(!isWhole("before", 0) && { before: say("bufferWrong") }),
      ...(!isWhole("after", 0) && { after: say("bufferWrong") }),
    };
  }

  async #send(values: Values): Promise<void> {
    const { scheduling } = this.#parts.page.client;
    const number = (name: string) => Number(values[name]?.normalize("NFKC"));
    const fields = {
      title: values["offer-title"] ?? "",
      description: values["description"] ?? "",
      minutes: number("minutes"),
      price: { amountMinor: this.#amount() ?? 0, currency: this.#currency() },
      bufferBeforeMinutes: number("before"),
      bufferAfterMinutes: number("after"),
      isActive: values["bookable"] !== undefined,
    };
    const id = this.#offer?.id;
    this.#parts.saved(
      await (id ? scheduling.updateOffer({ id, ...fields }) : scheduling.createOffer(fields)),
    );
  }

  render(offer: Offer | null): TemplateResult {
    this.#offer = offer;
    const { say } = this.#parts;
    const { values, failure } = this.#form;
    const written = (name: string, known: string) => values[name] ?? known;
    return html`<form class="form wide offer-form" novalidate @submit=${this.#form.submit}>
      ${field({
        name: "offer-title",
        label: say("title"),
        autocomplete: "off",
        maxLength: 120,
        value: written("offer-title", offer?.title ?? ""),
        hint: say("titleHint"),
        error: this.#form.wrong("offer-title"),
      })}
      ${writingField({
        name: "description",
        label: say("description"),
        rows: 3,
        maxLength: 2000,
        value: written("description", offer?.description ?? ""),
      })}
      <div class="pair">
        ${this.#number("minutes", "minutes", written("minutes", String(offer?.minutes ?? 60)))}
        ${this.#priceField(offer)}
        ${this.#number("before", "bufferBefore", written("before", String(offer?.bufferBeforeMinutes ?? 0)))}
        ${this.#number("after", "bufferAfter", written("after", String(offer?.bufferAfterMinutes ?? 0)))}
      </div>
      <label class="tick"
        ><input
          type="checkbox"
          name="bookable"
          .checked=${offer?.isActive ?? true}
        />${say("bookable")}</label
      >
      ${failure ? failureNotice(failure, this.#parts.baseSay, this.#host.sentence(failure)) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${this.#form.busy}>${say("save")}</button>
        <button type="button" class="button quiet" part="button" @click=${this.#parts.leave}>
          ${say("cancel")}
        </button>
      </div>
    </form>`;
  }

  #number(
    name: "minutes" | "before" | "after",
    label: "minutes" | "bufferBefore" | "bufferAfter",
    value: string,
  ): TemplateResult {
    return field({
      name,
      label: this.#parts.say(label),
      autocomplete: "off",
      maxLength: 4,
      isNumber: true,
      value,
      error: this.#form.wrong(name),
    });
  }

  #priceField(offer: Offer | null): TemplateResult {
    const { say, site } = this.#parts;
    const error = this.#form.wrong("price");
    const currency = this.#currency();
    return html`<div class="field">
      <label for="price">${say("price")}</label>
      ${moneyField({
        id: "price",
        tag: this.#host.locale.tag,
        texts: { amount: say("price"), currency: say("currency"), credits: say("credits") },
        currencies: currenciesFrom(
          currency,
          site()?.currency ?? currency,
          ...(site()?.modules.includes("wallet") ? ["credits"] : []),
        ),
        currency,
        typed: this.#price?.typed,
        money: offer?.price ?? null,
        isInvalid: error !== undefined,
        describedBy: "price-note",
        change: (typed, chosen) => {
          this.#price = { typed, currency: chosen };
          this.#host.requestUpdate();
        },
      })}
      <p id="price-note" class="small ${error ? "wrong" : "muted"}">${error ?? say("priceHint")}</p>
    </div>`;
  }
}
