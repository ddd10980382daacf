import { type Client, type Contract } from "@tessera/sdk/browser";
import { uploadFile } from "@tessera/sdk/upload";
import { css, html, nothing, type TemplateResult } from "lit";
import { Action } from "../../base/action.ts";
import { type BaseTexts } from "../../base/base.texts.ts";
import { formatMoment } from "../../base/format.ts";
import { formatMoney } from "../../base/money.ts";
import { type Panel, type PanelHost, wear } from "../../base/lazy.ts";
import { type Say, Texts } from "../../base/texts.ts";
import { icon } from "../icon.ts";
import { failureNotice } from "../notice.ts";
import { openLink } from "../files/open-link.ts";
import { isOffered } from "../order/offered.ts";
import { disputesTexts, type DisputesTexts } from "./disputes.texts.ts";

type Order = Contract["orders"]["listOrders"]["output"]["items"][number];
type Dispute = NonNullable<Order["dispute"]>;
type Deed = "dispute" | "answer_dispute" | "withdraw_dispute" | "concede_dispute";

/** What a dispute needs of the widget. */
export interface DisputesParts {
  readonly client: () => Client;
  /** The site's time in milliseconds. */
  readonly now: () => number;
  readonly timeZone: () => string;
  readonly say: Say<BaseTexts>;
  /** Called when a dispute was opened, answered or ended. */
  readonly changed: () => void;
}

const labels = {
  dispute: "open",
  answer_dispute: "answer",
  withdraw_dispute: "withdraw",
  concede_dispute: "concede",
} as const satisfies Record<Deed, keyof DisputesTexts>;

/** What one side objects to about an order: said with files, answered, taken back or given in to. The money waits meanwhile. */
export class Disputes implements Panel {
  readonly #host: PanelHost;
  readonly #parts: DisputesParts;
  readonly #texts: Texts<DisputesTexts>;
  readonly #doing: Action<[orderId: string, deed: Deed, form: HTMLFormElement], void>;
  /** The form that is open: one at a time. */
  #open: { readonly orderId: string; readonly deed: Deed } | null = null;

  constructor(host: PanelHost, parts: DisputesParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, disputesTexts);
    this.#doing = new Action(host, (orderId, deed, form) => this.#do(orderId, deed, form));
    wear(host, styles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** What was objected to, and what can be done about it; `titleId` is of the element that names the order. */
  render(order: Order, titleId: string): TemplateResult {
    const now = this.#parts.now();
    const { dispute } = order;
    const deeds = (["answer_dispute", "concede_dispute", "withdraw_dispute", "dispute"] as const).filter(
      (deed) => isOffered(order, deed, now),
    );
    const open = this.#open?.orderId === order.id ? this.#open.deed : null;
    return html`${dispute ? this.#standing(order, dispute) : nothing}
    ${
      open
        ? this.#form(order.id, open)
        : html`<div class="actions">
            ${deeds.map(
              (deed) =>
                html`<button
                  class="button"
                  part="button"
                  data-deed=${deed}
                  aria-describedby=${titleId}
                  @click=${() => this.#begin(order.id, deed)}
                >
                  ${this.#texts.say(labels[deed])}
                </button>`,
            )}
          </div>`
    }`;
  }

  #standing(order: Order, dispute: Dispute): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const isOwn = dispute.openedBy === order.role;
    const who = dispute.openedBy === "operator" ? "byTeam" : isOwn ? "byYou" : "byOther";
    const until =
      dispute.replyUntil && formatMoment(tag, Date.parse(dispute.replyUntil), this.#parts.timeZone());
    return html`<div class="notice" part="notice" data-dispute=${dispute.outcome ?? "open"}>
      ${icon("info")}
      <div class="said">
        <p><strong>${say(who)}</strong></p>
        ${dispute.reason ? html`<p><bdi>${dispute.reason}</bdi></p>` : nothing}
        ${
          dispute.reply
            ? html`<p><strong>${say(isOwn ? "otherSays" : "youSay")}</strong> <bdi>${dispute.reply}</bdi></p>`
            : nothing
        }
        ${
          dispute.files.length > 0
            ? html`<ul>
                ${dispute.files.map(
                  ({ fileId, name }) =>
                    html`<li>
                      <button class="button quiet" part="button" @click=${() => void this.#show(fileId)}>
                        <bdi>${name}</bdi>
                      </button>
                    </li>`,
                )}
              </ul>`
            : nothing
        }
        ${dispute.outcome ? this.#ended(order, dispute) : html`<p class="small muted">${until ? say(isOwn ? "waitsForOther" : "waitsForYou", { time: until }) : say("waitsForTeam")}</p>`}
      </div>
    </div>`;
  }

  #ended({ refundedMinor, currency }: Order, { outcome, ruling }: Dispute): TemplateResult {
    const { say } = this.#texts;
    if (!outcome) return html``;
    const amount = formatMoney(this.#host.locale.tag, refundedMinor, currency);
    return html`<p>
        <strong>${say(outcome)}</strong> ${outcome === "withdrawn" ? nothing : say("back", { amount })}
      </p>
      ${ruling ? html`<p><bdi>${ruling}</bdi></p>` : nothing}`;
  }

  #form(orderId: string, deed: Deed): TemplateResult {
    const { say } = this.#texts;
    const { failure, busy } = this.#doing;
    const says = deed === "dispute" || deed === "answer_dispute";
    return html`<form
      class="dispute"
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        if (event.target instanceof HTMLFormElement) void this.#doing.run(orderId, deed, event.target);
      }}
    >
      ${
        says
          ? html`<label
                >${say("reason")}<textarea
                  name="reason"
                  part="input"
                  rows="4"
                  maxlength="2000"
                  required
                ></textarea>
              </label>
              <label
                >${say("files")}<input
                  type="file"
                  name="files"
                  part="input"
                  multiple
                  accept=".pdf,.jpg,.jpeg,.png,.mp4"
                />
              </label>
              <p class="small muted">${say("frozen")}</p>`
          : html`<p>${say(deed === "concede_dispute" ? "sureToConcede" : "sureToWithdraw")}</p>`
      }
      ${failure ? failureNotice(failure, this.#parts.say, this.#host.sentence(failure)) : nothing}
      <div class="actions">
        <button class="button primary" part="button" aria-busy=${busy}>
          ${say(says ? "send" : labels[deed])}
        </button>
        <button type="button" class="button quiet" part="button" @click=${() => this.#close()}>
          ${say("notNow")}
        </button>
      </div>
    </form>`;
  }

  #begin(orderId: string, deed: Deed): void {
    this.#doing.forgive();
    this.#open = { orderId, deed };
    this.#host.requestUpdate();
    void this.#host.focusOn("form.dispute textarea, form.dispute button");
  }

  #close(): void {
    this.#open = null;
    this.#host.requestUpdate();
  }

  async #show(fileId: string): Promise<void> {
    const { link } = await this.#parts.client().files.getFile({ id: fileId });
    openLink(link.url);
  }

  async #do(id: string, deed: Deed, form: HTMLFormElement): Promise<void> {
    const client = this.#parts.client();
    const { orders } = client;
    const entries = new FormData(form);
    const said = entries.get("reason");
    const reason = typeof said === "string" ? said.trim() : "";
    const fileIds: string[] = [];
    for (const file of entries.getAll("files")) {
      if (file instanceof File && file.size > 0)
        fileIds.push((await uploadFile(client, file, { purpose: "orders.evidence" })).id);
    }
    if (deed === "dispute") await orders.disputeOrder({ id, reason, fileIds });
    if (deed === "answer_dispute") await orders.answerDispute({ id, reason, fileIds });
    if (deed === "withdraw_dispute") await orders.withdrawDispute({ id });
    if (deed === "concede_dispute") await orders.concedeDispute({ id });
    this.#open = null;
    this.#parts.changed();
  }
}

const styles = css`
  .dispute,
  .dispute label,
  .said {
    display: grid;
    gap: 8px;
  }
  .dispute textarea {
    font: inherit;
  }
`;
