import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { dayIn, formatDate, formatTime } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { notice } from "../parts/notice.ts";
import { type Part, type PartParts } from "./part.ts";
import { previewTexts, type PreviewTexts } from "./preview.texts.ts";

type Offer = Contract["scheduling"]["listHostOffers"]["output"]["items"][number];

interface Known {
  readonly offers: readonly Offer[];
  readonly offer: Offer | null;
  /** The first free starts in milliseconds. */
  readonly starts: readonly number[];
}

const fourWeeksMs = 28 * 86_400_000;
const daysShown = 3;
const timesShown = 8;

/** The next free times of a session as clients find them. */
export class Preview implements Part {
  readonly #host: PanelHost;
  readonly #parts: PartParts;
  readonly #texts: Texts<PreviewTexts>;
  readonly load: Load<readonly [string, string], Known>;
  #offerId = "";

  constructor(host: PanelHost, parts: PartParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, previewTexts);
    this.load = new Load(host, {
      args: () => {
        const owner = parts.owner();
        return owner && ([...owner, this.#offerId] as const);
      },
      load: (_, options) => this.#read(options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  async #read(options: { readonly signal: AbortSignal; readonly fresh: boolean }): Promise<Known> {
    const { client, now } = this.#parts.page;
    const { items } = await client.scheduling.listHostOffers({ limit: 50 }, options);
    const offers = items.filter(({ isActive }) => isActive);
    const offer = offers.find(({ id }) => id === this.#offerId) ?? offers[0] ?? null;
    if (!offer) return { offers, offer, starts: [] };
    const from = now();
    const slots = await client.scheduling.listSlots(
      {
        offerIds: [offer.id],
        from: new Date(from).toISOString(),
        until: new Date(from + fourWeeksMs).toISOString(),
      },
      options,
    );
    return {
      offers,
      offer,
      starts: slots.items.flatMap(({ startsAt }) => startsAt.map((start) => Date.parse(start))),
    };
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { offers = [], offer = null, starts = [] } = this.load.value ?? {};
    return html`<section class="preview" aria-labelledby="preview-title">
      <h3 id="preview-title">${say("title")}</h3>
      ${
        offers.length > 1
          ? html`<div class="field">
              <label for="preview-offer">${say("offer")}</label>
              <select id="preview-offer" part="input" @change=${this.#choose}>
                ${offers.map(
                  ({ id, title }) =>
                    html`<option value=${id} ?selected=${id === offer?.id}>${title}</option>`,
                )}
              </select>
            </div>`
          : nothing
      }
      ${offer ? this.#times(offer, starts) : notice(say("noOffer"))}
    </section>`;
  }

  #times({ title }: Offer, starts: readonly number[]): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    if (starts.length === 0) return notice(say("noneFree"));
    const zone = this.#parts.timeZone();
    const days = [...new Set(starts.map((start) => dayIn(zone, start)))].slice(0, daysShown);
    return html`<p>${say("next", { title, zone: zone.replaceAll("_", " ") })}</p>
      ${days.map((day) => {
        const times = starts.filter((start) => dayIn(zone, start) === day);
        return html`<div data-day=${day}>
          <h4>${formatDate(tag, times[0] ?? 0, zone)}</h4>
          <ul class="times">
            ${times.slice(0, timesShown).map((start) => html`<li class="time" part="time">${formatTime(tag, start, zone)}</li>`)}
            ${
              times.length > timesShown
                ? html`<li class="muted more-times">${say("more", { count: times.length - timesShown })}</li>`
                : nothing
            }
          </ul>
        </div>`;
      })}`;
  }

  readonly #choose = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement)) return;
    this.#offerId = currentTarget.value;
    this.#host.requestUpdate();
  };
}
