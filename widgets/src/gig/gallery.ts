import { html, nothing, type TemplateResult } from "lit";
import { stepFor } from "../base/keyboard.ts";
import { type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { showWhatCame } from "../parts/gig/cover.ts";
import { type Gig } from "../parts/gig/gig-names.ts";
import { drawing, icon } from "../parts/icon.ts";
import { type GigTexts } from "./gig.texts.ts";

type Medium = Gig["media"][number];

const page = "M7 3h7l5 5v12a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM14 3v5h5";
const play = "M8 5l11 7-11 7z";

/** The pictures, videos and documents of a gig, one at a time; arrows, Home and End go through them. */
export class Gallery {
  readonly #host: PanelHost;
  readonly #say: Say<GigTexts>;
  #at = 0;

  constructor(host: PanelHost, say: Say<GigTexts>) {
    this.#host = host;
    this.#say = say;
  }

  /** Begins with the first again, for another gig. */
  rewind(): void {
    this.#at = 0;
  }

  render(media: readonly Medium[]): TemplateResult | typeof nothing {
    const shown = media[Math.min(this.#at, media.length - 1)];
    if (!shown) return nothing;
    return html`<section class="gallery" part="gallery" aria-label=${this.#say("media")}>
      <div class="stage" id="shown">
        ${this.#medium(shown)}${media.length > 1 ? this.#turns(media) : nothing}
      </div>
      ${media.length > 1 ? this.#thumbs(media) : nothing}
    </section>`;
  }

  #medium({ kind, url, previewUrl, name }: Medium): TemplateResult {
    if (kind === "picture")
      return html`<img
        alt=${name}
        src=${url}
        decoding="async"
        @load=${showWhatCame}
        @error=${showWhatCame}
      />`;
    if (kind === "video")
      return html`<video src=${url} controls preload="metadata" playsinline aria-label=${name}></video>`;
    return html`<a
      class="document"
      href=${url}
      target="_blank"
      rel="noopener"
      aria-label=${this.#say("open", { name })}
    >
      ${previewUrl === null ? drawing(page) : html`<img alt="" src=${previewUrl} @load=${showWhatCame} @error=${showWhatCame} />`}
      <bdi class="small">${name}</bdi>
    </a>`;
  }

  #turns(media: readonly Medium[]): TemplateResult {
    const turn = (by: number, name: "before" | "after") =>
      html`<button
        class="turn ${name}"
        part="button"
        aria-label=${this.#say(name)}
        @click=${() => this.#show(media, this.#at + by)}
      >
        ${icon("next")}
      </button>`;
    return html`${turn(-1, "before")}${turn(1, "after")}`;
  }

  #thumbs(media: readonly Medium[]): TemplateResult {
    const { direction } = this.#host.locale;
    const walk = (event: KeyboardEvent) => {
      const isVertical = event.key === "ArrowUp" || event.key === "ArrowDown";
      const step = isVertical ? null : stepFor(event.key, this.#at, { columns: media.length, direction });
      if (step === null) return;
      event.preventDefault();
      this.#show(media, this.#at + step);
      void this.#host.focusOn(`#thumb-${this.#at}`);
    };
    return html`<div class="thumbs" role="group" aria-label=${this.#say("media")} @keydown=${walk}>
      ${media.map(({ kind, url, previewUrl, name }, at) => {
        const picture = previewUrl ?? (kind === "picture" ? url : null);
        return html`<button
          class="thumb"
          part="thumb"
          id=${`thumb-${at}`}
          aria-label=${this.#say("mediumOf", { at: at + 1, count: media.length, name })}
          aria-pressed=${at === this.#at}
          tabindex=${at === this.#at ? 0 : -1}
          @click=${() => this.#show(media, at)}
        >
          ${picture === null ? nothing : html`<img alt="" loading="lazy" src=${picture} @load=${showWhatCame} @error=${showWhatCame} />`}
          ${kind === "picture" ? nothing : drawing(kind === "video" ? play : page)}
        </button>`;
      })}
    </div>`;
  }

  #show(media: readonly Medium[], at: number): void {
    this.#at = (at + media.length) % media.length;
    const name = media[this.#at]?.name ?? "";
    this.#host.announce(this.#say("mediumOf", { at: this.#at + 1, count: media.length, name }));
    this.#host.requestUpdate();
  }
}
