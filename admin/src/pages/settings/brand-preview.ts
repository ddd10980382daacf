import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { apiUrl } from "../../base/api-url.ts";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { contrast, inkOn } from "./contrast.ts";
import { settingsVoice } from "./texts.ts";

/** The widgets' own surfaces, as `widgets/src/base/theme.ts` has them. */
const surfaces = { light: "#ffffff", dark: "#16191f" } as const;
type Scheme = keyof typeof surfaces;

/** WCAG 2.1 asks this of what is no text, such as the edge of a button (1.4.11). */
const leastOfShapes = 3;

/** The site's own booking widget in the colour that is being chosen, in light and in dark, and how well the colour can be seen there. */
export class AdminBrandPreview extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  /** As `#rrggbb`. */
  @property() colour = "";
  /** The key that the widget asks with; null when there is none or it may not be seen. */
  @property({ attribute: false }) publishableKey: string | null = null;

  private readonly offer = new Load<{ readonly id: string } | null>(
    this,
    () => this.desk,
    async ({ client }, options) => {
      const { items } = await client.scheduling.listOffers({ limit: 1 }, options);
      return items[0] ?? null;
    },
  );

  override render(): TemplateResult {
    const say = settingsVoice(this.desk);
    return html`<h3>${say("preview")}</h3>
      <p class="quiet">${say("previewLead")}</p>
      ${this.offer.show((offer) =>
        offer && this.publishableKey !== null
          ? this.frames(offer.id, this.publishableKey)
          : html`<p class="notice">${say("previewNone")}</p>`,
      )}`;
  }

  protected override updated(): void {
    // Before a page is there, it has nothing to wear a colour.
    for (const frame of this.querySelectorAll<HTMLIFrameElement>("iframe[data-colours]")) this.dress(frame);
  }

  private frames(offer: string, key: string): TemplateResult {
    return html`<div class="previews">
      ${(["light", "dark"] as const).map((scheme) => this.frame(offer, key, scheme))}
    </div>`;
  }

  private frame(offer: string, key: string, scheme: Scheme): TemplateResult {
    const { language } = this.desk;
    const say = settingsVoice(this.desk);
    const query = new URLSearchParams({ key, offer, language, scheme });
    const onSurface = contrast(this.colour, surfaces[scheme]);
    return html`<figure>
      <iframe
        title=${say(scheme === "light" ? "previewLight" : "previewDark")}
        sandbox="allow-scripts allow-same-origin"
        referrerpolicy="no-referrer"
        src="${apiUrl()}/preview/booking?${query}"
        @load=${({ currentTarget: frame }: Event) => {
          if (!(frame instanceof HTMLIFrameElement)) return;
          delete frame.dataset["colours"];
          this.dress(frame);
        }}
      ></iframe>
      <figcaption class="quiet">
        <strong>${say(scheme)}</strong>
        ${say("contrast", { text: ratio(contrast(this.colour, inkOn(this.colour))), surface: ratio(onSurface) })}
        ${onSurface < leastOfShapes ? html`<span class="weak">${say("contrastWeak")}</span>` : ""}
      </figcaption>
    </figure>`;
  }

  /** Tells the page in a frame the colour: what follows its # changes without loading it again, and leaves no entry in the history. */
  private dress(frame: HTMLIFrameElement): void {
    const colours = [this.colour, inkOn(this.colour)].map((colour) => colour.slice(1)).join("-");
    if (frame.dataset["colours"] === colours) return;
    frame.dataset["colours"] = colours;
    frame.contentWindow?.location.replace(`${frame.src}#${colours}`);
  }
}

const ratio = (value: number): string => value.toFixed(1);
