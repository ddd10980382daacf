import { type ApiError } from "@tessera/sdk/browser";
import { uploadFile } from "@tessera/sdk/upload";
import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { failureIn } from "../base/failure.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { endings, fileProblem, mostFiles } from "../parts/files/file-check.ts";
import { filesStyles } from "./files.styles.ts";
import { filesTexts, type FilesTexts } from "./files.texts.ts";
import { type Attachment } from "./outbox.ts";

/** What the files of a message need of the chat. */
export interface FilesParts {
  readonly page: Page;
  readonly me: () => string;
}

/** What the API says of the file itself, which is the same every time: it is too large, of another kind, or not as it should be. */
const final = [413, 415, 422];

/** One file on its way. */
interface Row {
  readonly file: File;
  readonly stop: AbortController;
  percent: number;
  state: "waiting" | "sending" | "failed" | { readonly attachment: Attachment };
  /** What is wrong with it, so that it is not sent at all. */
  readonly problem: "tooLarge" | "wrongKind" | "tooMany" | null;
  failure: ApiError | null;
}

/** The files that go with the next message of each conversation: checked, uploaded one by one, tried again and removed. */
export class Files implements Panel {
  readonly #host: PanelHost;
  readonly #parts: FilesParts;
  readonly #texts: Texts<FilesTexts>;
  readonly #rows = new Map<string, readonly Row[]>();
  readonly #open = new Set<string>();
  #isSending = false;
  /** Why a message was not sent yet; null when nobody tried. */
  #reason: "stillSending" | "stillFailed" | null = null;

  constructor(host: PanelHost, parts: FilesParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, filesTexts);
    wear(host, filesStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** Shows what can be sent and a way to choose it, or takes that away while nothing is chosen. */
  toggle(conversationId: string): void {
    const key = this.#key(conversationId);
    const isOpen = this.#open.has(key) && this.#of(conversationId).length === 0;
    if (isOpen) this.#open.delete(key);
    else this.#open.add(key);
    this.#host.requestUpdate();
    void this.#host.focusOn(isOpen ? "textarea" : "[data-deed=choose]");
  }

  /** Takes files that were chosen, dropped or pasted for a conversation's next message. */
  add(conversationId: string, files: Iterable<File>): void {
    const rows = [...this.#of(conversationId)];
    for (const file of files) {
      const room = rows.filter(({ problem }) => !problem).length < mostFiles;
      const problem = fileProblem(file) ?? (room ? null : "tooMany");
      rows.push({
        file,
        stop: new AbortController(),
        percent: 0,
        state: problem ? "failed" : "waiting",
        problem,
        failure: null,
      });
      if (problem) this.#host.announce(this.#texts.say("refusedAloud", { name: file.name }));
    }
    this.#open.add(this.#key(conversationId));
    this.#set(conversationId, rows);
    void this.#run();
  }

  /** The files of a conversation's next message, which has them from now on; null while one of them is not ready. */
  take(conversationId: string): readonly Attachment[] | null {
    const rows = this.#of(conversationId);
    const ready = rows.flatMap(({ state }) => (typeof state === "object" ? [state.attachment] : []));
    if (ready.length < rows.length) {
      this.#reason = rows.some(({ state }) => state === "failed") ? "stillFailed" : "stillSending";
      this.#host.requestUpdate();
      return null;
    }
    this.#open.delete(this.#key(conversationId));
    this.#set(conversationId, []);
    return ready;
  }

  render(conversationId: string): TemplateResult | typeof nothing {
    const { say } = this.#texts;
    const rows = this.#of(conversationId);
    if (!this.#open.has(this.#key(conversationId))) return nothing;
    return html`<div class="uploads" role="group" aria-label=${say("files")}>
      <p id="files-hint" class="small muted">${say("hint")}</p>
      ${
        rows.length > 0
          ? html`<ul>
              ${rows.map((row) => this.#line(conversationId, row))}
            </ul>`
          : nothing
      }
      ${this.#reason ? html`<p class="small wrong" role="alert">${say(this.#reason)}</p>` : nothing}
      <p>
        <input
          type="file"
          hidden
          multiple
          accept=${endings.join()}
          @change=${(event: Event) => this.#pick(conversationId, event)}
        />
        <button
          type="button"
          class="button"
          part="button"
          data-deed="choose"
          aria-describedby="files-hint"
          @click=${() => this.#host.renderRoot.querySelector<HTMLInputElement>("input[type=file]")?.click()}
        >
          ${say("choose")}
        </button>
      </p>
    </div>`;
  }

  #line(conversationId: string, row: Row): TemplateResult {
    const { say } = this.#texts;
    const { file, state, percent, problem, failure } = row;
    const isBusy = state === "waiting" || state === "sending";
    const reason = problem ? say(problem) : failure ? this.#host.sentence(failure) : "";
    const words = {
      waiting: say("waiting"),
      sending: say("sending", { percent }),
      failed: reason,
    };
    return html`<li data-upload=${file.name}>
      <span
        ><bdi>${file.name}</bdi>
        <span class="small ${state === "failed" ? "wrong" : "muted"}"
          >${typeof state === "object" ? say("ready") : words[state]}</span
        >
        ${
          state === "sending"
            ? html`<progress max="100" value=${percent} aria-label=${file.name}></progress>`
            : nothing
        }</span
      >
      ${
        failure && !final.includes(failure.status)
          ? html`<button
              type="button"
              class="button quiet"
              part="button"
              data-deed="upload-again"
              @click=${() => this.#again(conversationId, row)}
            >
              ${say("again")}<span class="hush"> ${file.name}</span>
            </button>`
          : nothing
      }
      <button
        type="button"
        class="button quiet"
        part="button"
        data-deed="upload-remove"
        @click=${() => this.#remove(conversationId, row)}
      >
        ${say(isBusy ? "cancel" : "remove")}<span class="hush"> ${file.name}</span>
      </button>
    </li>`;
  }

  /** Whoever signs in next finds nothing of what another member chose. */
  #key(conversationId: string): string {
    return `${this.#parts.me()} ${conversationId}`;
  }

  #of(conversationId: string): readonly Row[] {
    return this.#rows.get(this.#key(conversationId)) ?? [];
  }

  #set(conversationId: string, rows: readonly Row[]): void {
    this.#rows.set(this.#key(conversationId), rows);
    this.#reason = null;
    this.#host.requestUpdate();
  }

  #pick(conversationId: string, { target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    const files = [...(target.files ?? [])];
    // The same file can be chosen again after it was removed.
    target.value = "";
    this.add(conversationId, files);
  }

  #again(conversationId: string, row: Row): void {
    const again: Row = { ...row, state: "waiting", failure: null, stop: new AbortController() };
    this.#set(
      conversationId,
      this.#of(conversationId).map((one) => (one === row ? again : one)),
    );
    void this.#host.focusOn("[data-deed=choose]");
    void this.#run();
  }

  #remove(conversationId: string, row: Row): void {
    row.stop.abort();
    this.#set(
      conversationId,
      this.#of(conversationId).filter((one) => one !== row),
    );
    void this.#host.focusOn("[data-deed=choose]");
  }

  /** One by one, so that on a slow line the first is there soon. */
  async #run(): Promise<void> {
    if (this.#isSending) return;
    this.#isSending = true;
    for (let next = this.#next; next; next = this.#next) await this.#send(next);
    this.#isSending = false;
  }

  get #next(): Row | undefined {
    return [...this.#rows.values()].flat().find(({ state }) => state === "waiting");
  }

  async #send(row: Row): Promise<void> {
    const { file, stop } = row;
    row.state = "sending";
    row.percent = 0;
    try {
      const { id, name, contentType, bytes } = await uploadFile(this.#parts.page.client, file, {
        purpose: "messaging.attachment",
        signal: stop.signal,
        onProgress: (part) => {
          row.percent = Math.round(part * 100);
          this.#host.requestUpdate();
        },
      });
      row.state = { attachment: { fileId: id, name, contentType, bytes } };
      this.#host.announce(this.#texts.say("readyAloud", { name }));
    } catch (thrown) {
      row.state = "failed";
      // Who cancelled it knows.
      if (stop.signal.aborted) return;
      row.failure = failureIn(thrown);
      this.#host.announce(this.#texts.say("refusedAloud", { name: file.name }));
    } finally {
      this.#reason = null;
      this.#host.requestUpdate();
    }
  }
}
