import { type ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { formatBytes } from "../parts/files/file-size.ts";
import { openLink } from "../parts/files/open-link.ts";
import { attachmentsStyles } from "./attachments.styles.ts";
import { attachmentsTexts, type AttachmentsTexts } from "./attachments.texts.ts";
import { drawing } from "./drawing.ts";
import { type Attachment } from "./outbox.ts";

/** What the files of messages need of the chat. */
export interface AttachmentsParts {
  readonly page: Page;
  readonly refused: (failure: ApiError) => TemplateResult;
}

/** Where a small copy of a picture is: an address, or why there is none to be shown. */
type Preview = URL | "coming" | "none";

/** A picture or a video that is looked at. */
interface Viewed {
  readonly kind: "picture" | "video";
  readonly name: string;
  readonly url: string;
}

/** The files that came with messages: pictures are shown small and, in a dialog, large; videos play in one; all else opens by its name, a document with its first page beside it. */
export class Attachments implements Panel {
  readonly #host: PanelHost;
  readonly #parts: AttachmentsParts;
  readonly #texts: Texts<AttachmentsTexts>;
  readonly #opening: Action<[file: Attachment], void>;
  readonly #previews = new Map<string, Preview>();
  #viewed: Viewed | null = null;
  /** The browser does not play what is looked at. */
  #isMute = false;

  constructor(host: PanelHost, parts: AttachmentsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, attachmentsTexts);
    this.#opening = new Action(host, (file) => this.#open(file));
    wear(host, dialogStyles);
    wear(host, attachmentsStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** The files of one message. */
  of(files: readonly Attachment[]): TemplateResult {
    return html`${files.map((file) => this.#one(file))}`;
  }

  /** What is looked at, and why a file did not open. */
  render(): TemplateResult {
    const { failure } = this.#opening;
    return html`${failure ? this.#parts.refused(failure) : nothing}
    ${this.#viewed ? this.#viewer(this.#viewed) : nothing}`;
  }

  /** Opens the dialog that was just drawn. */
  updated(): void {
    if (this.#viewed && this.#host.isConnected) showDialog(this.#host.renderRoot);
  }

  /** Another conversation is open: what failed in the last one is over. */
  forgive(): void {
    this.#opening.forgive();
  }

  #one(file: Attachment): TemplateResult {
    const { fileId, name } = file;
    const isImage = isPicture(file);
    const isPage = file.contentType === "application/pdf";
    const preview = isImage || isPage ? this.#previewOf(fileId) : "none";
    const open = () => void this.#opening.run(file);
    if (!isImage || preview === "none")
      return html`<button
        class=${isPage ? "file page" : "file"}
        part="file"
        data-file=${fileId}
        @click=${open}
      >
        ${
          preview instanceof URL
            ? html`<img src=${preview.href} alt="" @error=${() => this.#keep(fileId, "none")} />`
            : drawing("file")
        }<span
          ><bdi>${name}</bdi>
          <span class="small muted">${formatBytes(this.#host.locale.tag, file.bytes)}</span></span
        >
      </button>`;
    const said = this.#texts.say("picture", { name });
    return html`<button class="picture" part="file" data-file=${fileId} @click=${open}>
      ${
        preview === "coming"
          ? html`<span class="hush">${said}</span>`
          : html`<img src=${preview.href} alt=${said} @error=${() => this.#keep(fileId, "none")} />`
      }
    </button>`;
  }

  #viewer({ kind, name, url }: Viewed): TemplateResult {
    const { say } = this.#texts;
    const said = say(kind, { name });
    const close = () => this.#close();
    return dialog(
      said,
      html`<div class="viewer">
        ${kind === "picture" ? html`<img src=${url} alt=${said} />` : this.#video(url, said)}
        <p>
          <bdi>${name}</bdi>
          <a class="button quiet" part="button" href=${url} target="_blank" rel="noopener noreferrer"
            >${say("original")}</a
          >
          <button class="button" part="button" data-deed="close-picture" autofocus @click=${close}>
            ${say("close")}
          </button>
        </p>
      </div>`,
      close,
    );
  }

  /** Plays by parts, so that it begins at once and can be moved in. */
  #video(url: string, said: string): TemplateResult {
    if (this.#isMute) return html`<p role="alert">${this.#texts.say("cannotPlay")}</p>`;
    const fail = () => {
      this.#isMute = true;
      this.#host.requestUpdate();
    };
    return html`<video
      src=${url}
      controls
      playsinline
      preload="metadata"
      aria-label=${said}
      @error=${fail}
    ></video>`;
  }

  #close(): void {
    if (!this.#viewed) return;
    this.#viewed = null;
    // The keyboard goes back to the file in its message.
    this.#host.renderRoot.querySelector("dialog")?.close();
    this.#host.requestUpdate();
  }

  /** Where the small copy is; asked for once. */
  #previewOf(fileId: string): Preview {
    const known = this.#previews.get(fileId);
    if (known !== undefined) return known;
    this.#previews.set(fileId, "coming");
    void this.#linkTo(fileId).then(
      ({ previewUrl }) => this.#keep(fileId, previewUrl === null ? "none" : new URL(previewUrl)),
      (thrown: unknown) => {
        // By its name it can be tried again.
        failureIn(thrown);
        this.#keep(fileId, "none");
      },
    );
    return "coming";
  }

  #keep(fileId: string, preview: Preview): void {
    this.#previews.set(fileId, preview);
    this.#host.requestUpdate();
  }

  async #linkTo(id: string) {
    return (await this.#parts.page.client.files.getFile({ id })).link;
  }

  async #open(file: Attachment): Promise<void> {
    const { url, previewUrl } = await this.#linkTo(file.fileId);
    const { name } = file;
    this.#isMute = false;
    if (isVideo(file)) this.#viewed = { kind: "video", name, url };
    else if (previewUrl !== null && isPicture(file)) this.#viewed = { kind: "picture", name, url };
    else openLink(url);
  }
}

const isPicture = ({ contentType }: Attachment): boolean => contentType.startsWith("image/");
const isVideo = ({ contentType }: Attachment): boolean => contentType.startsWith("video/");
