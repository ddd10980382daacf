import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { dateFormat } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { Texts } from "../base/texts.ts";
import { blockedTexts, type BlockedTexts } from "./blocked.texts.ts";
import { type Section, type SectionParts } from "./section.ts";

type Blocks = Contract["safety"]["listBlocks"]["output"];
type Block = Blocks["items"][number];

/** The people a member has blocked, and the way back. */
export class Blocked implements Section {
  readonly #host: PanelHost;
  readonly #parts: SectionParts;
  readonly #texts: Texts<BlockedTexts>;
  readonly #ending: Action<[block: Block], void>;
  readonly #loadingMore: Action<[], void>;
  readonly load: Load<readonly [string], Blocks>;
  #endingId = "";

  constructor(host: PanelHost, parts: SectionParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, blockedTexts);
    this.#ending = new Action(host, (block) => this.#end(block));
    this.#loadingMore = new Action(host, () => this.#loadMore());
    this.load = new Load(host, {
      args: parts.owner,
      load: (_, options) => parts.page.client.safety.listBlocks({}, options),
    });
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  render(): TemplateResult {
    const { say } = this.#texts;
    const { items = [], nextCursor = null } = this.load.value ?? {};
    const failure = this.#ending.failure ?? this.#loadingMore.failure;
    return html`<section class="form wide" data-blocked=${items.length}>
      <p tabindex="-1" id="blocked-lead">${say(items.length > 0 ? "lead" : "none")}</p>
      ${
        items.length > 0
          ? html`<ul class="rows">
              ${items.map((block) => this.#row(block))}
            </ul>`
          : nothing
      }
      ${failure ? this.#parts.refused(failure) : nothing}
      ${
        nextCursor
          ? html`<button
              class="button more"
              part="button"
              aria-busy=${this.#loadingMore.busy}
              @click=${() => void this.#loadingMore.run()}
            >
              ${say("more")}
            </button>`
          : nothing
      }
    </section>`;
  }

  #row(block: Block): TemplateResult {
    const { say } = this.#texts;
    const name = block.name || say("gone");
    const date = dateFormat(this.#host.locale.tag, { dateStyle: "medium" }).format(
      Date.parse(block.createdAt),
    );
    return html`<li class="row" data-block=${block.id}>
      <div>
        <p><bdi>${name}</bdi></p>
        <p class="small muted">${say("since", { date })}</p>
      </div>
      <button
        class="button"
        part="button"
        aria-label=${say("unblockName", { name })}
        aria-busy=${this.#ending.busy && this.#endingId === block.id}
        @click=${() => void this.#ending.run(block)}
      >
        ${say("unblock")}
      </button>
    </li>`;
  }

  async #end(block: Block): Promise<void> {
    const { say } = this.#texts;
    this.#endingId = block.id;
    await this.#parts.page.client.safety.deleteBlock({ id: block.id });
    this.#host.announce(say("unblocked", { name: block.name || say("gone") }));
    const { value } = this.load;
    if (value) this.load.value = { ...value, items: value.items.filter(({ id }) => id !== block.id) };
    this.load.reload();
    void this.#host.focusOn("#blocked-lead");
  }

  async #loadMore(): Promise<void> {
    const { value } = this.load;
    const cursor = value?.nextCursor;
    if (!value || !cursor) return;
    const next = await this.#parts.page.client.safety.listBlocks({ cursor });
    if (this.load.value === value) this.load.value = { ...next, items: [...value.items, ...next.items] };
  }
}
