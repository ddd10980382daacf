import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { valuesOf } from "../parts/field/field.ts";
import { notice } from "../parts/notice.ts";
import { type Mode } from "./composer.ts";
import { type Correspondence } from "./correspondence.ts";
import { deedsStyles } from "./deeds.styles.ts";
import { deedsTexts, type DeedsTexts } from "./deeds.texts.ts";
import { type Groups } from "./groups.ts";
import { partnerIn } from "./head.ts";
import { type Talk } from "./talk.ts";
import { type Message } from "./thread.ts";

/** What the deeds need of the open conversation. */
export interface DeedsParts {
  readonly page: Page;
  readonly all: Correspondence;
  readonly me: () => string;
  readonly nameOf: (memberId: string) => string;
  readonly refused: (failure: NonNullable<Action<[], void>["failure"]>) => TemplateResult;
  /** What sees to groups, once it is loaded. */
  readonly groups: () => Promise<Groups>;
  /** Begins an answer or an edit in the field. */
  readonly begin: (mode: Mode) => void;
  /** Called when a deed is over, to say where the keyboard goes. */
  readonly done: (selector: string) => void;
}

type Deed =
  | "reply"
  | "edit"
  | "remove"
  | "report"
  | "pin"
  | "unpin"
  | "mute"
  | "unmute"
  | "archive"
  | "unarchive"
  | "people"
  | "leave"
  | "block"
  | "unblock";

type Question =
  | { readonly kind: "remove"; readonly message: Message }
  | { readonly kind: "block"; readonly memberId: string }
  | {
      readonly kind: "report";
      readonly subject: "message" | "profile";
      readonly id: string;
      readonly name: string;
    };

const categories = [
  "spam",
  "harassment",
  "hate",
  "sexual",
  "fraud",
  "impersonation",
  "privacy",
  "other",
] as const;

const menu = "summary";

/** What can be done with a message and with a conversation: loaded when somebody asks for it. */
export class Deeds implements Panel {
  readonly #host: PanelHost;
  readonly #parts: DeedsParts;
  readonly #texts: Texts<DeedsTexts>;
  readonly #doing: Action<[work: () => Promise<unknown>], boolean>;
  #question: Question | null = null;

  constructor(host: PanelHost, parts: DeedsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, deedsTexts);
    this.#doing = new Action(host, (work) => work().then(() => true));
    wear(host, deedsStyles);
    wear(host, dialogStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** What can be done with a message. */
  ofMessage(message: Message): TemplateResult {
    const { say } = this.#texts;
    const isOwn = message.senderId === this.#parts.me();
    const name = this.#parts.nameOf(message.senderId);
    const begin = (kind: Mode["kind"], label: string) => () =>
      this.#parts.begin({ kind, message, label, cancel: say("cancel"), save: say("save") });
    return html`<p class="deeds">
      ${this.#button("reply", begin("reply", say("replying", { name })))}
      ${isOwn && message.text ? this.#button("edit", begin("edit", say("editing"))) : nothing}
      ${
        isOwn
          ? this.#button("remove", () => this.#ask({ kind: "remove", message }))
          : this.#button("report", () =>
              this.#ask({ kind: "report", subject: "message", id: message.id, name }),
            )
      }
    </p>`;
  }

  /** What can be done with a conversation. */
  ofConversation(talk: Talk): TemplateResult {
    const { conversation, id } = talk;
    const { isPinned, isMuted, isArchived } = conversation;
    const partner = partnerIn(conversation, this.#parts.me());
    const change = (more: object) => () =>
      this.#do(async () => {
        await this.#parts.page.client.messaging.updateConversation({ id, ...more });
        this.#parts.all.look();
      });
    return html`${this.#button(isPinned ? "unpin" : "pin", change({ isPinned: !isPinned }))}
    ${this.#button(isMuted ? "unmute" : "mute", change({ isMuted: !isMuted }))}
    ${this.#button(isArchived ? "unarchive" : "archive", change({ isArchived: !isArchived }))}
    ${partner ? this.#aboutPartner(talk, partner.memberId) : nothing}
    ${conversation.kind === "group" ? this.#aboutGroup() : nothing}`;
  }

  /** What is said instead of the field to somebody who has blocked the other. */
  blocked(memberId: string): TemplateResult {
    const { say } = this.#texts;
    return html`${notice(
      say("blockedByYou", { name: this.#parts.nameOf(memberId) }),
      this.#button("unblock", this.#unblock(memberId)),
    )}`;
  }

  /** The open question, and why the last deed failed. */
  render(): TemplateResult {
    const failure = this.#doing.failure ? this.#parts.refused(this.#doing.failure) : nothing;
    return this.#question ? this.#dialog(this.#question, failure) : html`${failure}`;
  }

  /** Opens the question that was just drawn. */
  updated(): void {
    if (this.#question && this.#host.isConnected) showDialog(this.#host.renderRoot);
  }

  #aboutPartner({ messages }: Talk, memberId: string): TemplateResult {
    const name = this.#parts.nameOf(memberId);
    // The last thing they wrote says more than their profile, and a profile may not be there.
    const last = messages.findLast(
      ({ senderId, deletedAt, isHidden }) => senderId === memberId && deletedAt === null && !isHidden,
    );
    const report: Question = last
      ? { kind: "report", subject: "message", id: last.id, name }
      : { kind: "report", subject: "profile", id: memberId, name };
    return html`${this.#button("report", () => this.#ask(report))}
    ${
      this.#parts.all.blocks.has(memberId)
        ? this.#button("unblock", this.#unblock(memberId))
        : this.#button("block", () => this.#ask({ kind: "block", memberId }))
    }`;
  }

  #aboutGroup(): TemplateResult {
    const begin = (work: (groups: Groups) => void) => () =>
      void this.#doing.run(async () => work(await this.#parts.groups()));
    return html`${this.#button(
      "people",
      begin((groups) => groups.showPeople()),
    )}
    ${this.#button(
      "leave",
      begin((groups) => groups.askToLeave()),
    )}`;
  }

  #button(name: Deed, work: () => void): TemplateResult {
    return html`<button class="button quiet" part="button" type="button" data-deed=${name} @click=${work}>
      ${this.#texts.say(name)}
    </button>`;
  }

  #dialog(question: Question, failure: TemplateResult | typeof nothing): TemplateResult {
    const { say } = this.#texts;
    const { kind } = question;
    const title = say(`${kind}Title`);
    return dialog(
      title,
      html`<h2>${title}</h2>
        <form class="asked" @submit=${(event: SubmitEvent) => void this.#yes(event, question)}>
          ${this.#body(question)} ${failure}
          <p class="answers">
            <button class="button" part="button" type="button" @click=${() => this.#close()}>
              ${say("cancel")}
            </button>
            <button class="button primary yes" part="button primary-button" aria-busy=${this.#doing.busy}>
              ${say(kind)}
            </button>
          </p>
        </form>`,
      () => this.#close(),
    );
  }

  #body(question: Question): TemplateResult {
    const { say } = this.#texts;
    if (question.kind === "remove") return html`<p>${say("removeSure")}</p>`;
    if (question.kind === "block")
      return html`<p>${say("blockSure", { name: this.#parts.nameOf(question.memberId) })}</p>`;
    const { subject, name } = question;
    return html`<p>${say(subject === "message" ? "reportMessage" : "reportProfile", { name })}</p>
      <label
        >${say("why")}
        <select name="category" part="input">
          ${categories.map((category) => html`<option value=${category}>${say(category)}</option>`)}
        </select></label
      >
      <label
        >${say("more")}
        <textarea name="text" part="input" rows="3" maxlength="2000"></textarea>
      </label>`;
  }

  async #yes(event: SubmitEvent, question: Question): Promise<void> {
    event.preventDefault();
    const { category: chosen, text = "" } =
      event.currentTarget instanceof HTMLFormElement ? valuesOf(event.currentTarget) : {};
    const { client } = this.#parts.page;
    const { all } = this.#parts;
    const isDone = await this.#doing.run(async () => {
      switch (question.kind) {
        case "remove":
          all.show(await client.messaging.deleteMessage({ id: question.message.id }));
          break;
        case "block": {
          const { memberId } = question;
          all.blocks.set(memberId, (await client.safety.createBlock({ memberId })).id);
          break;
        }
        default: {
          const category = categories.find((known) => known === chosen) ?? "other";
          const { subject: subjectKind, id: subjectId } = question;
          await client.safety.createReport({ subjectKind, subjectId, category, text });
          this.#host.announce(this.#texts.say("reported"));
        }
      }
    });
    if (isDone) this.#close();
  }

  #ask(question: Question): void {
    this.#doing.forgive();
    this.#question = question;
    this.#host.requestUpdate();
  }

  #close(): void {
    const question = this.#question;
    if (!question) return;
    this.#question = null;
    // The keyboard goes back to where it was, and from there to where it belongs.
    this.#host.renderRoot.querySelector("dialog")?.close();
    this.#doing.forgive();
    this.#parts.done(question.kind === "remove" ? `[data-seq="${question.message.seq}"]` : menu);
  }

  #unblock(memberId: string): () => void {
    return () =>
      this.#do(async () => {
        const id = this.#parts.all.blocks.get(memberId);
        if (id !== undefined) await this.#parts.page.client.safety.deleteBlock({ id });
        this.#parts.all.blocks.delete(memberId);
      });
  }

  #do(work: () => Promise<unknown>): void {
    void this.#doing.run(work).then(() => this.#parts.done(menu));
  }
}
