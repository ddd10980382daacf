import { type ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { dialog, dialogStyles, showDialog } from "../parts/dialog/dialog.ts";
import { type Correspondence } from "./correspondence.ts";
import { groupsStyles } from "./groups.styles.ts";
import { groupsTexts, type GroupsTexts } from "./groups.texts.ts";
import { PickedPeople, type Somebody } from "./picked-people.ts";
import { type OpenConversation } from "./talk.ts";

/** What groups need of the chat. */
export interface GroupsParts {
  readonly page: () => Page;
  readonly all: Correspondence;
  readonly refused: (failure: ApiError) => TemplateResult;
  /** Shows a conversation, or the list for null. */
  readonly goTo: (id: string | null) => void;
}

type Group = Pick<OpenConversation, "id" | "title" | "keeperId" | "participants">;

type Asked = "new" | "people" | "leave";

const longestTitle = 120;

/** Begins groups, and sees to who is in one: whoever keeps it says what it is called and who comes and goes, everybody may leave. */
export class Groups implements Panel {
  readonly #host: PanelHost;
  readonly #parts: GroupsParts;
  readonly #texts: Texts<GroupsTexts>;
  readonly #people: PickedPeople;
  readonly #doing: Action<[work: () => Promise<void>], void>;
  /** What the open dialog is about; null when there is none. */
  #open: Asked | null = null;

  constructor(host: PanelHost, parts: GroupsParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, groupsTexts);
    this.#people = new PickedPeople(host, () => parts.page().client, this.#texts.say);
    this.#doing = new Action(host, (work) => work());
    wear(host, dialogStyles);
    wear(host, groupsStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** Asks what a new group is called and who is in it. */
  begin(): void {
    this.#ask("new");
  }

  /** Shows who is in the open group. */
  showPeople(): void {
    this.#ask("people");
  }

  /** Asks whether the member wants to leave the open group. */
  askToLeave(): void {
    this.#ask("leave");
  }

  /** The open dialog. */
  render(): TemplateResult | typeof nothing {
    if (this.#open === null) return nothing;
    if (this.#open === "new") return this.#new();
    const group = this.#parts.all.talks.value?.conversation;
    if (group?.kind !== "group") return nothing;
    return this.#open === "people" ? this.#peopleOf(group) : this.#leave(group);
  }

  /** Opens the dialog that was just drawn. */
  updated(): void {
    if (this.#open !== null && this.#host.isConnected) showDialog(this.#host.renderRoot);
  }

  #new(): TemplateResult {
    const { say } = this.#texts;
    return this.#dialog(
      say("newTitle"),
      html`<form @submit=${(event: SubmitEvent) => this.#submit(event, (title) => this.#create(title))}>
        ${this.#name("")} ${this.#people.render(say("whom"), this.#met, new Set())} ${this.#failures()}
        ${this.#ends("cancel", this.#yes("create"))}
      </form>`,
    );
  }

  #peopleOf(group: Group): TemplateResult {
    const { say } = this.#texts;
    const { participants, title, keeperId } = group;
    const present = participants.filter(({ hasLeft }) => !hasLeft);
    const isKeeper = keeperId === this.#parts.all.me;
    const without = new Set(present.map(({ memberId }) => memberId));
    return this.#dialog(
      say("peopleTitle", { name: title ?? "" }),
      html`${
          isKeeper
            ? html`<form
                @submit=${(event: SubmitEvent) => this.#submit(event, (name) => this.#rename(group, name))}
              >
                ${this.#name(title ?? "", this.#yes("rename"))}
              </form>`
            : nothing
        }
        <ul class="people" tabindex="-1">
          ${present.map(({ memberId: id, name }) => this.#person(group, { id, name }))}
        </ul>
        ${
          isKeeper
            ? html`<form @submit=${(event: SubmitEvent) => this.#submit(event, () => this.#add(group))}>
                ${this.#people.render(say("whomToAdd"), this.#met, without)}
                <p class="ends">${this.#yes("add")}</p>
              </form>`
            : nothing
        }
        ${this.#failures()} ${this.#ends("close", nothing)}`,
    );
  }

  #leave(group: Group): TemplateResult {
    const { say } = this.#texts;
    const isKeeper = group.keeperId === this.#parts.all.me;
    return this.#dialog(
      say("leave"),
      html`<form @submit=${(event: SubmitEvent) => this.#submit(event, () => this.#depart(group))}>
        <p>${say("leaveSure")} ${isKeeper ? say("leaveKeeper") : nothing}</p>
        ${this.#failures()} ${this.#ends("cancel", this.#yes("leave"))}
      </form>`,
    );
  }

  #person(group: Group, { id, name }: Somebody): TemplateResult {
    const { say } = this.#texts;
    const { me } = this.#parts.all;
    const isKept = group.keeperId === id;
    const canRemove = group.keeperId === me && id !== me;
    return html`<li>
      <span
        ><bdi>${id === me ? say("you") : name}</bdi>
        ${isKept ? html`<span class="small muted">${say("keeper")}</span>` : nothing}</span
      >
      ${
        canRemove
          ? html`<button
              type="button"
              class="button quiet"
              part="button"
              data-remove=${id}
              @click=${() => void this.#doing.run(() => this.#remove(group, { id, name }))}
            >
              ${say("remove")}<span class="hush"> ${name}</span>
            </button>`
          : nothing
      }
    </li>`;
  }

  #dialog(title: string, content: TemplateResult): TemplateResult {
    return dialog(
      title,
      html`<div class="group">
        <h2><bdi>${title}</bdi></h2>
        ${content}
      </div>`,
      () => this.#close(),
    );
  }

  #name(value: string, save: TemplateResult | typeof nothing = nothing): TemplateResult {
    return html`<div>
      <label for="group-title">${this.#texts.say("name")}</label>
      <div class="row">
        <input
          id="group-title"
          part="input"
          dir="auto"
          required
          maxlength=${longestTitle}
          .value=${value}
        />${save}
      </div>
    </div>`;
  }

  #yes(deed: "create" | "rename" | "add" | "leave"): TemplateResult {
    return html`<button
      class="button ${deed === "rename" ? "" : "primary"}"
      part=${deed === "rename" ? "button" : "button primary-button"}
      data-deed="${deed}-group"
      aria-busy=${this.#doing.busy}
    >
      ${this.#texts.say(deed)}
    </button>`;
  }

  #ends(back: "cancel" | "close", yes: TemplateResult | typeof nothing): TemplateResult {
    return html`<p class="ends">
      <button
        class="button"
        part="button"
        type="button"
        data-deed="close-group"
        @click=${() => this.#close()}
      >
        ${this.#texts.say(back)}
      </button>
      ${yes}
    </p>`;
  }

  #failures(): TemplateResult {
    const failures = [this.#doing.failure, this.#people.failure];
    return html`${failures.map((failure) => (failure ? this.#parts.refused(failure) : nothing))}`;
  }

  /** Those the member has a conversation with. */
  get #met(): readonly Somebody[] {
    const { inbox, me } = this.#parts.all;
    const people = inbox.value?.items.flatMap(({ participants }) => participants) ?? [];
    return people
      .filter(({ memberId, hasLeft, name }) => memberId !== me && !hasLeft && name !== "")
      .map(({ memberId: id, name }) => ({ id, name }));
  }

  #submit(event: SubmitEvent, work: (title: string) => Promise<void>): void {
    event.preventDefault();
    const field = this.#host.renderRoot.querySelector<HTMLInputElement>("#group-title");
    void this.#doing.run(() => work(field?.value.trim() ?? ""));
  }

  get #messaging() {
    return this.#parts.page().client.messaging;
  }

  async #create(title: string): Promise<void> {
    const { id } = await this.#messaging.createGroup({ title, memberIds: this.#people.ids });
    this.#close();
    this.#parts.all.look();
    this.#parts.goTo(id);
  }

  async #rename({ id }: Group, title: string): Promise<void> {
    await this.#messaging.updateGroup({ id, title });
    this.#changed(this.#texts.say("renamed", { name: title }));
  }

  async #add({ id: conversationId }: Group): Promise<void> {
    const memberIds = this.#people.ids;
    if (memberIds.length === 0) return;
    await this.#messaging.addParticipants({ conversationId, memberIds });
    this.#people.clear();
    this.#changed(this.#texts.say("added", { count: memberIds.length }));
  }

  async #remove({ id: conversationId }: Group, { id: memberId, name }: Somebody): Promise<void> {
    await this.#messaging.removeParticipant({ conversationId, memberId });
    this.#changed(this.#texts.say("removed", { name }));
    await this.#host.focusOn("dialog .people");
  }

  async #depart({ id: conversationId }: Group): Promise<void> {
    await this.#messaging.removeParticipant({ conversationId, memberId: this.#parts.all.me });
    this.#close();
    this.#parts.goTo(null);
    this.#parts.all.look();
  }

  /** Looks at the group as it is now, and says what was done. */
  #changed(sentence: string): void {
    this.#parts.all.look();
    this.#host.announce(sentence);
  }

  #ask(about: Asked): void {
    this.#doing.forgive();
    this.#people.clear();
    this.#open = about;
    this.#host.requestUpdate();
  }

  #close(): void {
    if (this.#open === null) return;
    const selector = this.#open === "new" ? "[data-deed=new-group]" : "summary";
    this.#open = null;
    this.#host.renderRoot.querySelector("dialog")?.close();
    void this.#host.focusOn(selector);
  }
}
