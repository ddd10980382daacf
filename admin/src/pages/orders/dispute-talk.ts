import { ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice } from "../../base/load.ts";
import { moment } from "../../parts/moment.ts";
import { talkVoice } from "./dispute-talk-texts.ts";

type Reading = Contract["orders"]["openDisputeConversation"]["output"];
type Message = Reading["items"][number];

/** What both sides of a dispute and the team write to each other; read when somebody asks for it, because that is audited. */
class AdminDisputeTalk extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) orderId!: string;

  /** Newest first; null until it is opened. */
  @state() private reading: Reading | null = null;
  @state() private failure: ApiError | null = null;
  @state() private isBusy = false;
  @state() private isMissing = false;

  /** Of the message that is being written: a second try is the same message. */
  private clientId = crypto.randomUUID();

  override render(): TemplateResult {
    const say = talkVoice(this.desk);
    const { reading, failure } = this;
    return html`<section class="card" aria-labelledby="talk-title">
      <h2 id="talk-title">${say("title")}</h2>
      <p class="quiet">${say("lead")}</p>
      ${reading ? this.open(reading) : html`<div class="row">${this.button("open", () => this.read())}</div>`}
      ${failure ? failureNotice(this.desk, failure) : nothing}
    </section>`;
  }

  private open({ items, people, nextCursor }: Reading): TemplateResult {
    const say = talkVoice(this.desk);
    const nameOf = (id: string | null) =>
      id === null ? say("team") : people.find(({ memberId }) => memberId === id)?.name || say("gone");
    return html`${
        nextCursor === null
          ? nothing
          : html`<div class="row">${this.button("earlier", () => this.readEarlier(nextCursor))}</div>`
      }
      <div role="log" aria-labelledby="talk-title">
        ${
          items.length === 0
            ? html`<p class="quiet">${say("none")}</p>`
            : html`<ol class="story">
                ${items.toReversed().map((message) => this.one(message, nameOf))}
              </ol>`
        }
      </div>
      <form class="field" @submit=${(event: SubmitEvent) => void this.send(event)}>
        <label for="talk-text">${say("text")}</label>
        <textarea
          id="talk-text"
          name="text"
          rows="3"
          maxlength="4000"
          dir="auto"
          aria-invalid=${this.isMissing ? "true" : nothing}
          aria-describedby=${this.isMissing ? "talk-problem" : nothing}
        ></textarea>
        ${this.isMissing ? html`<p class="problem" id="talk-problem" role="alert">${say("missing")}</p>` : nothing}
        <div class="row">
          <button class="button" ?disabled=${this.isBusy}>${say("send")}</button>
          ${this.button("look", () => this.read())}
        </div>
      </form>`;
  }

  private one(message: Message, nameOf: (id: string | null) => string): TemplateResult {
    const { desk } = this;
    const say = talkVoice(desk);
    const { senderId, text, replyTo, attachments, createdAt, editedAt, deletedAt, isHidden } = message;
    const gone = isHidden ? say("hidden") : deletedAt === null ? null : say("deleted");
    return html`<li>
      <strong><bdi>${nameOf(senderId)}</bdi></strong> · <span class="quiet">${moment(desk, createdAt)}</span>
      ${editedAt !== null && gone === null ? html`<span class="quiet">· ${say("edited")}</span>` : nothing}
      ${
        replyTo === null
          ? nothing
          : html`<br /><span class="quiet"
                >${say("inReplyTo", { name: nameOf(replyTo.senderId), text: replyTo.text ?? "…" })}</span
              >`
      }
      ${
        gone === null
          ? text && html`<br /><bdi class="said">${text}</bdi>`
          : html`<br /><span class="quiet">${gone}</span>`
      }
      ${
        attachments.length === 0
          ? nothing
          : html`<div class="row">
              ${attachments.map(
                ({ fileId, name }) =>
                  html`<button
                    type="button"
                    class="quiet-button"
                    @click=${() => void this.run(() => this.show(fileId))}
                  >
                    <bdi>${name}</bdi>
                  </button>`,
              )}
            </div>`
      }
    </li>`;
  }

  private button(name: "open" | "earlier" | "look", work: () => Promise<void>): TemplateResult {
    return html`<button
      type="button"
      class="quiet-button"
      ?disabled=${this.isBusy}
      @click=${() => void this.run(work)}
    >
      ${talkVoice(this.desk)(name)}
    </button>`;
  }

  private async read(): Promise<void> {
    this.reading = await this.desk.client.orders.openDisputeConversation({ id: this.orderId });
  }

  private async readEarlier(cursor: string): Promise<void> {
    const earlier = await this.desk.client.orders.openDisputeConversation({ id: this.orderId, cursor });
    this.reading = { ...earlier, items: [...(this.reading?.items ?? []), ...earlier.items] };
  }

  private async show(id: string): Promise<void> {
    const { link } = await this.desk.client.files.getFile({ id });
    window.open(link.url, "_blank", "noopener");
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLTextAreaElement>("#talk-text");
    const text = field?.value.trim() ?? "";
    this.isMissing = text === "";
    if (this.isMissing || this.isBusy) {
      field?.focus();
      return;
    }
    const { orderId: id, clientId } = this;
    await this.run(async () => {
      const sent = await this.desk.client.orders.writeInDispute({ id, clientId, text });
      this.clientId = crypto.randomUUID();
      if (field) field.value = "";
      const { reading } = this;
      if (reading) this.reading = { ...reading, items: [sent, ...reading.items] };
    });
    field?.focus();
  }

  /** Does one thing at a time, and tells why it failed. */
  private async run(work: () => Promise<void>): Promise<void> {
    if (this.isBusy) return;
    this.failure = null;
    this.isBusy = true;
    try {
      await work();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define("admin-dispute-talk", AdminDisputeTalk);

/** The conversation about an order's dispute, for those of the team who decide on orders. */
export const talkAbout = (desk: Desk, orderId: string): TemplateResult | typeof nothing =>
  may(desk, "orders.manage")
    ? html`<admin-dispute-talk .desk=${desk} .orderId=${orderId}></admin-dispute-talk>`
    : nothing;
