import { uploadFile } from "@tessera/sdk/upload";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page } from "../base/contexts.ts";
import { numberFormat } from "../base/format.ts";
import { type Panel, type PanelHost } from "../base/lazy.ts";
import { type Say, Texts } from "../base/texts.ts";
import { failureNotice } from "../parts/notice.ts";
import { photoTexts, type PhotoTexts } from "./photo.texts.ts";
import { pictureProblem } from "./picture-check.ts";
import { type Profile } from "./provider.ts";

/** What the photo needs of the profile. */
export interface PhotoParts {
  readonly page: Page;
  readonly say: Say<BaseTexts>;
  /** Called when the profile has to be looked at again. */
  readonly changed: () => void;
}

// Squares are made within a second or two; whoever waits longer reads that it takes time.
const lookAgainMs = 1_500;
const previewSize = 224;

/** The photo of a profile: chosen by button or dropped, checked before a byte is sent, looked at, sent, and removed. */
export class Photo implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PhotoParts;
  readonly #texts: Texts<PhotoTexts>;
  readonly #sending: Action<[file: File], void>;
  readonly #removing: Action<[], void>;
  #chosen: { readonly file: File; readonly picture: ImageBitmap } | null = null;
  #wrong: string | null = null;
  #percent = 0;
  #isOver = false;
  /** The photo that was shown when another was sent; undefined while nothing is awaited. */
  #awaitedFrom: string | null | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: PanelHost, parts: PhotoParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, photoTexts);
    this.#sending = new Action(host, (file) => this.#send(file));
    this.#removing = new Action(host, () => this.#remove());
    host.addController({ hostDisconnected: () => clearTimeout(this.#timer) });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** Looks at a profile just loaded: while its photo is in work, it is looked at again. */
  follow({ isPhotoInWork, photoUrl }: Profile): void {
    const { say } = this.#texts;
    if (isPhotoInWork) {
      this.#awaitedFrom ??= photoUrl;
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#parts.changed();
      }, lookAgainMs);
    } else if (this.#awaitedFrom !== undefined) {
      const isShown = photoUrl !== null && photoUrl !== this.#awaitedFrom;
      this.#awaitedFrom = undefined;
      if (isShown) this.#host.announce(say("shown"));
      else this.#wrong = say("notShown");
    }
  }

  render(profile: Profile): TemplateResult {
    return html`<div
      class="drop ${this.#isOver ? "over" : ""}"
      role="group"
      aria-label=${this.#texts.say("photo")}
      @dragover=${this.#over}
      @dragleave=${this.#out}
      @drop=${this.#drop}
    >
      <div class="photo" part="photo">
        ${this.#picture(profile)}
        <div class="photo-side">${this.#side(profile)}</div>
      </div>
    </div>`;
  }

  #picture({ photoUrl, name }: Profile): TemplateResult {
    if (this.#chosen)
      return html`<canvas
        width=${previewSize}
        height=${previewSize}
        role="img"
        aria-label=${this.#texts.say("preview")}
      ></canvas>`;
    return photoUrl
      ? html`<img src=${photoUrl} alt=${this.#texts.say("photo")} width="112" height="112" />`
      : html`<span class="none" aria-hidden="true">${/./u.exec(name)?.[0] ?? ""}</span>`;
  }

  #side(profile: Profile): TemplateResult {
    const { say } = this.#texts;
    const failure = this.#sending.failure ?? this.#removing.failure;
    return html`${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
    ${this.#chosen ? this.#confirm(this.#chosen.file) : this.#choice(profile)}
    ${this.#wrong ? html`<p id="photo-note" class="small wrong" role="alert">${this.#wrong}</p>` : nothing}
    ${profile.isPhotoInWork ? html`<p class="small muted" role="status">${say("inWork")}</p>` : nothing}`;
  }

  #choice({ photoUrl, isPhotoInWork }: Profile): TemplateResult {
    const { say } = this.#texts;
    const hasPhoto = photoUrl !== null || isPhotoInWork;
    return html`<div class="actions">
        <label class="button file"
          ><input
            id="photo"
            class="hush"
            type="file"
            accept="image/jpeg,image/png,image/webp"
            aria-invalid=${this.#wrong ? "true" : nothing}
            aria-describedby=${this.#wrong ? "photo-note" : "photo-hint"}
            @change=${this.#pick}
          />${say(hasPhoto ? "chooseOther" : "choose")}</label
        >
        ${
          hasPhoto
            ? html`<button
                class="button quiet"
                part="button"
                aria-busy=${this.#removing.busy}
                data-remove-photo
                @click=${() => void this.#removing.run()}
              >
                ${say("remove")}
              </button>`
            : nothing
        }
      </div>
      <p id="photo-hint" class="small muted">${say("hint")}</p>`;
  }

  #confirm(file: File): TemplateResult {
    const { say } = this.#texts;
    const { busy } = this.#sending;
    return html`<p class="small muted">${say("preview")}</p>
      ${
        busy
          ? html`<progress max="100" value=${this.#percent} aria-label=${say("photo")}></progress>
              <p class="small muted" role="status">${say("sending", { percent: this.#percent })}</p>`
          : nothing
      }
      <div class="actions">
        <button
          class="button primary"
          part="button"
          data-use-photo
          aria-busy=${busy}
          @click=${() => void this.#sending.run(file)}
        >
          ${say("use")}
        </button>
        ${
          busy
            ? nothing
            : html`<button class="button quiet" part="button" @click=${() => this.#let()}>
                ${say("cancel")}
              </button>`
        }
      </div>`;
  }

  readonly #pick = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return;
    const [file] = target.files ?? [];
    // The same file can be chosen again after it was refused.
    target.value = "";
    if (file) void this.#choose(file);
  };

  readonly #over = (event: DragEvent) => {
    event.preventDefault();
    this.#setOver(true);
  };

  readonly #out = () => this.#setOver(false);

  readonly #drop = (event: DragEvent) => {
    event.preventDefault();
    this.#setOver(false);
    const [file] = event.dataTransfer?.files ?? [];
    if (file && !this.#sending.busy) void this.#choose(file);
  };

  #setOver(isOver: boolean): void {
    if (isOver === this.#isOver) return;
    this.#isOver = isOver;
    this.#host.requestUpdate();
  }

  async #choose(file: File): Promise<void> {
    const { say } = this.#texts;
    const size = numberFormat(this.#host.locale.tag, { maximumFractionDigits: 1 }).format(
      file.size / 1_048_576,
    );
    this.#sending.forgive();
    const problem = await pictureProblem(file);
    // A picture nobody can draw is one nobody can see.
    const picture = problem ? null : await createImageBitmap(file).catch(() => null);
    this.#wrong = problem ? say(problem, { size }) : picture ? null : say("unreadable");
    this.#chosen = picture && { file, picture };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (picture) this.#draw(picture);
    await this.#host.focusOn(picture ? "[data-use-photo]" : "#photo");
  }

  /** The middle square, as the API cuts it. On a canvas, because a page's policy may forbid pictures from anywhere else. */
  #draw(picture: ImageBitmap): void {
    const side = Math.min(picture.width, picture.height);
    this.#host.renderRoot
      .querySelector<HTMLCanvasElement>(".photo canvas")
      ?.getContext("2d")
      ?.drawImage(
        picture,
        (picture.width - side) / 2,
        (picture.height - side) / 2,
        side,
        side,
        0,
        0,
        previewSize,
        previewSize,
      );
  }

  #let(): void {
    this.#chosen?.picture.close();
    this.#chosen = null;
    this.#sending.forgive();
    this.#host.requestUpdate();
    void this.#host.focusOn("#photo");
  }

  async #send(file: File): Promise<void> {
    const { client } = this.#parts.page;
    this.#percent = 0;
    const { id: fileId } = await uploadFile(client, file, {
      purpose: "people.photo",
      onProgress: (part) => {
        this.#percent = Math.round(part * 100);
        this.#host.requestUpdate();
      },
    });
    await client.people.setPhoto({ fileId });
    this.#let();
    this.#host.announce(this.#texts.say("inWork"));
    this.#parts.changed();
  }

  async #remove(): Promise<void> {
    await this.#parts.page.client.people.setPhoto({ fileId: null });
    this.#awaitedFrom = undefined;
    this.#wrong = null;
    this.#host.announce(this.#texts.say("removed"));
    this.#parts.changed();
    void this.#host.focusOn("#photo");
  }
}
