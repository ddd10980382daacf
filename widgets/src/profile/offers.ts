import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { formatMinutes } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { failureNotice } from "../parts/notice.ts";
import { OfferForm } from "./offer-form.ts";
import { offersTexts, type OffersTexts } from "./offers.texts.ts";
import { type ViewParts } from "./view.ts";

export type Offer = Contract["scheduling"]["listHostOffers"]["output"]["items"][number];

/** What the offers need of the profile. */
export interface OffersParts extends ViewParts {
  /** Called when an offer was added, changed or deleted. */
  readonly changed: () => void;
}

/** The sessions a provider offers: added, changed, deleted after a question. */
export class Offers implements Panel {
  readonly #host: PanelHost;
  readonly #parts: OffersParts;
  readonly #texts: Texts<OffersTexts>;
  readonly #loaded: Load<readonly [string], readonly Offer[]>;
  readonly #deleting: Action<[id: string], void>;
  readonly #form: OfferForm;
  /** The offer that is changed, or null for one that is added; undefined while none is. */
  #open: Offer | null | undefined;
  #doomed: Offer | null = null;

  constructor(host: PanelHost, parts: OffersParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, offersTexts);
    this.#loaded = new Load(host, {
      args: () => {
        const member = parts.member();
        return member && parts.site()?.modules.includes("booking") ? ([member.id] as const) : null;
      },
      load: async (_, options) =>
        (await parts.page.client.scheduling.listHostOffers({ limit: 100 }, options)).items,
    });
    this.#deleting = new Action(host, (id) => this.#delete(id));
    this.#form = new OfferForm(host, {
      ...parts,
      say: this.#texts.say,
      baseSay: parts.say,
      saved: (offer) => this.#saved(offer),
      leave: () => this.#close(),
    });
    wear(host, dialogStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    // A site without bookings has nothing that could be offered.
    if (!this.#parts.site()?.modules.includes("booking")) return html``;
    const { say } = this.#texts;
    const { value, failure } = this.#loaded;
    const trouble = failure
      ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure), () => this.#loaded.reload())
      : nothing;
    return html`<section class="offers" aria-labelledby="offers-title">
      <h3 id="offers-title">${say("offers")}</h3>
      ${trouble} ${value ? this.#list(value) : failure ? nothing : html`<div class="skeleton field"></div>`}
      ${this.#question()}
    </section>`;
  }

  #list(offers: readonly Offer[]): TemplateResult {
    const { say } = this.#texts;
    return html`${offers.length === 0 && this.#open === undefined ? html`<p class="muted">${say("none")}</p>` : nothing}
      <ul class="offer-list">
        ${offers.map(
          (offer) =>
            html`<li>${offer.id === this.#open?.id ? this.#form.render(offer) : this.#offer(offer)}</li>`,
        )}
      </ul>
      ${
        this.#open === null
          ? this.#form.render(null)
          : html`<button class="button" part="button" data-add-offer @click=${() => this.#edit(null)}>
              ${say("add")}
            </button>`
      }`;
  }

  #offer(offer: Offer): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const { title, minutes, price, bufferBeforeMinutes: before, bufferAfterMinutes: after } = offer;
    const cost = price.amountMinor === 0 ? say("free") : formatMoney(tag, price.amountMinor, price.currency);
    return html`<div class="offer" data-offer=${offer.id}>
      <div>
        <p>
          <strong><bdi>${title}</bdi></strong>
          ${
            offer.isActive && !offer.isHidden
              ? nothing
              : html`<span class="small muted">${say(offer.isHidden ? "hidden" : "paused")}</span>`
          }
        </p>
        <p class="small muted">${formatMinutes(tag, minutes)} · ${cost}</p>
        ${
          before + after > 0
            ? html`<p class="small muted">
                ${say("buffers", { before: formatMinutes(tag, before), after: formatMinutes(tag, after) })}
              </p>`
            : nothing
        }
      </div>
      <div class="actions">
        <button
          class="button"
          part="button"
          data-edit-offer
          aria-label=${say("editOf", { title })}
          @click=${() => this.#edit(offer)}
        >
          ${say("edit")}
        </button>
        <button
          class="button quiet"
          part="button"
          aria-label=${say("deleteOf", { title })}
          @click=${() => void this.#ask(offer)}
        >
          ${say("delete")}
        </button>
      </div>
    </div>`;
  }

  #edit(offer: Offer | null): void {
    this.#open = offer;
    this.#form.begin();
    this.#host.requestUpdate();
    void this.#host.focusOn("#offer-title");
  }

  #close(): void {
    const id = this.#open?.id;
    this.#open = undefined;
    this.#host.requestUpdate();
    void this.#host.focusOn(id ? `[data-offer="${id}"] [data-edit-offer]` : "[data-add-offer]");
  }

  #saved(offer: Offer): void {
    const known = this.#loaded.value ?? [];
    const isNew = known.every(({ id }) => id !== offer.id);
    this.#loaded.value = isNew
      ? [...known, offer]
      : known.map((other) => (other.id === offer.id ? offer : other));
    this.#host.announce(this.#texts.say("saved"));
    this.#close();
    this.#parts.changed();
  }

  async #ask(offer: Offer): Promise<void> {
    this.#deleting.forgive();
    this.#doomed = offer;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    showDialog(this.#host.renderRoot);
  }

  readonly #keep = () => {
    const { id = "" } = this.#doomed ?? {};
    this.#doomed = null;
    this.#host.requestUpdate();
    void this.#host.focusOn(`[data-offer="${id}"] [data-edit-offer]`);
  };

  async #delete(id: string): Promise<void> {
    await this.#parts.page.client.scheduling.deleteOffer({ id });
    this.#doomed = null;
    this.#loaded.value = this.#loaded.value?.filter((offer) => offer.id !== id);
    this.#host.announce(this.#texts.say("deleted"));
    void this.#host.focusOn("[data-add-offer]");
    this.#parts.changed();
  }

  #question(): TemplateResult | typeof nothing {
    const doomed = this.#doomed;
    if (!doomed) return nothing;
    const { say } = this.#texts;
    const { failure, busy } = this.#deleting;
    return dialog(
      say("deleteTitle"),
      html`<h2>${say("deleteTitle")}</h2>
        <p><bdi>${doomed.title}</bdi></p>
        <p class="muted">${say("deleteHint")}</p>
        ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
        <div class="actions">
          <button
            class="button primary yes"
            part="button"
            aria-busy=${busy}
            @click=${() => void this.#deleting.run(doomed.id)}
          >
            ${say("delete")}
          </button>
          <button class="button" part="button" @click=${this.#keep}>${say("keep")}</button>
        </div>`,
      this.#keep,
    );
  }
}
