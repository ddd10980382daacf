import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { notice } from "../parts/notice.ts";
import { SafetyQuestion, type Somebody } from "../parts/person-safety/safety-question.ts";
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
  /** Null for the site's team. */
  readonly nameOf: (memberId: string | null) => string;
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

const menu = "summary";

/** What can be done with a message and with a conversation: loaded when somebody asks for it. */
export class Deeds implements Panel {
  readonly #host: PanelHost;
  readonly #parts: DeedsParts;
  readonly #texts: Texts<DeedsTexts>;
  readonly #doing: Action<[work: () => Promise<unknown>], boolean>;
  readonly #safety: SafetyQuestion;
  #removing: Message | null = null;

  constructor(host: PanelHost, parts: DeedsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, deedsTexts);
    this.#doing = new Action(host, (work) => work().then(() => true));
    this.#safety = new SafetyQuestion(host, {
      client: () => parts.page.client,
      refused: parts.refused,
      done: ({ kind, person }, blockId = "") => {
        if (kind === "block") parts.all.blocks.set(person.id, blockId);
        else host.announce(this.#safety.say("reported"));
        host.requestUpdate();
      },
      closed: () => parts.done(menu),
    });
    wear(host, deedsStyles);
    wear(host, dialogStyles);
  }

  get ready(): boolean {
    return this.#texts.ready && this.#safety.ready;
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
          ? this.#button("remove", () => this.#askToRemove(message))
          : message.senderId === null
            ? nothing
            : this.#button("report", () => this.#report(message))
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
    return html`${this.#removing ? this.#dialog(this.#removing, failure) : failure} ${this.#safety.render()}`;
  }

  /** Opens the question that was just drawn. */
  updated(): void {
    if (this.#removing && this.#host.isConnected) showDialog(this.#host.renderRoot);
  }

  #aboutPartner({ messages }: Talk, memberId: string): TemplateResult {
    // The last thing they wrote says more than their profile, and a profile may not be there.
    const last = messages.findLast(
      ({ senderId, deletedAt, isHidden }) => senderId === memberId && deletedAt === null && !isHidden,
    );
    const person = this.#person(memberId);
    const profile = { kind: "report", person, subjectKind: "profile", subjectId: memberId } as const;
    return html`${this.#button("report", () => (last ? this.#report(last) : void this.#safety.ask(profile)))}
    ${
      this.#parts.all.blocks.has(memberId)
        ? this.#button("unblock", this.#unblock(memberId))
        : this.#button("block", () => void this.#safety.ask({ kind: "block", person }))
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

  #person(id: string): Somebody {
    return { id, name: this.#parts.nameOf(id) };
  }

  #report({ id: subjectId, senderId }: Message): void {
    // What the team wrote is reported to nobody.
    if (senderId === null) return;
    const person = this.#person(senderId);
    void this.#safety.ask({ kind: "report", person, subjectKind: "message", subjectId });
  }

  #dialog(message: Message, failure: TemplateResult | typeof nothing): TemplateResult {
    const { say } = this.#texts;
    const title = say("removeTitle");
    return dialog(
      title,
      html`<h2>${title}</h2>
        <form class="asked" @submit=${(event: SubmitEvent) => void this.#remove(event, message)}>
          <p>${say("removeSure")}</p>
          ${failure}
          <p class="answers">
            <button class="button" part="button" type="button" @click=${() => this.#close()}>
              ${say("cancel")}
            </button>
            <button
              class="button primary"
              part="button primary-button"
              data-do="confirm"
              aria-busy=${this.#doing.busy}
            >
              ${say("remove")}
            </button>
          </p>
        </form>`,
      () => this.#close(),
    );
  }

  async #remove(event: SubmitEvent, { id }: Message): Promise<void> {
    event.preventDefault();
    const isDone = await this.#doing.run(async () =>
      this.#parts.all.show(await this.#parts.page.client.messaging.deleteMessage({ id })),
    );
    if (isDone) this.#close();
  }

  #askToRemove(message: Message): void {
    this.#doing.forgive();
    this.#removing = message;
    this.#host.requestUpdate();
  }

  #close(): void {
    const message = this.#removing;
    if (!message) return;
    this.#removing = null;
    // The keyboard goes back to where it was, and from there to where it belongs.
    this.#host.renderRoot.querySelector("dialog")?.close();
    this.#doing.forgive();
    this.#parts.done(`[data-seq="${message.seq}"]`);
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
