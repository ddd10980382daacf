import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog, type Question, textOf } from "../../parts/dialog.ts";
import { moment } from "../../parts/moment.ts";
import { notesVoice } from "./texts.ts";

type Notes = Contract["insights"]["listNotes"]["output"];
type Note = Notes["items"][number];

const step = 20;

/** What the team wrote down about one member, booking or order, and the place to write more. */
class AdminNotes extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) subjectKind!: Note["subjectKind"];
  @property({ attribute: false }) subjectId!: string;

  /** How many are shown at most. */
  @state() private most = step;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Notes>(
    this,
    () => this.desk,
    ({ client }, options) => {
      const { subjectKind, subjectId, most } = this;
      return client.insights.listNotes({ subjectKind, subjectId, limit: most }, options);
    },
  );

  override render(): TemplateResult {
    const say = notesVoice(this.desk);
    return html`<section class="card" aria-label=${say("title")}>
        <h2>${say("title")}</h2>
        <p class="quiet">${say("lead")}</p>
        ${this.seen.show(({ items, nextCursor }) =>
          items.length === 0
            ? html`<p class="quiet">${say("none")}</p>`
            : html`${items.map((note) => this.one(note))} ${nextCursor ? this.older() : nothing}`,
        )}
        <div class="row">
          <button type="button" class="quiet-button" @click=${() => this.dialog.ask(this.addition())}>
            ${say("add")}
          </button>
        </div>
      </section>
      ${this.dialog.show()}`;
  }

  private one(note: Note): TemplateResult {
    const { desk } = this;
    const say = notesVoice(desk);
    return html`<div class="row apart">
      <p>
        <strong>${note.author ?? say("gone")}</strong> · ${moment(desk, note.createdAt)}<br />
        <bdi>${note.text}</bdi>
      </p>
      <button type="button" class="quiet-button" @click=${() => this.dialog.ask(this.removal(note))}>
        ${say("remove")}
      </button>
    </div>`;
  }

  private older(): TemplateResult {
    // A page holds a hundred at most; what is older than that is read through the API.
    if (this.most >= 100) return html``;
    const more = () => {
      this.most = Math.min(100, this.most + step * 2);
      this.seen.reload();
    };
    return html`<div class="row">
      <button type="button" class="quiet-button" @click=${more}>${notesVoice(this.desk)("older")}</button>
    </div>`;
  }

  private addition(): Question {
    const say = notesVoice(this.desk);
    const { subjectKind, subjectId } = this;
    return {
      title: say("add"),
      lead: say("lead"),
      submit: say("add"),
      fields: [{ name: "text", label: say("text"), kind: "long", isRequired: true }],
      run: async (filled) => {
        const text = textOf(filled, "text");
        await this.desk.client.insights.createNote({ subjectKind, subjectId, text });
        this.seen.reload();
        return undefined;
      },
    };
  }

  private removal({ id, text }: Note): Question {
    const say = notesVoice(this.desk);
    return {
      title: say("removeTitle"),
      lead: `${say("removeLead")} “${text.length > 120 ? `${text.slice(0, 120)}…` : text}”`,
      submit: say("remove"),
      isDangerous: true,
      run: async () => {
        await this.desk.client.insights.deleteNote({ id });
        this.seen.reload();
        return undefined;
      },
    };
  }
}

customElements.define("admin-notes", AdminNotes);

/** The team's notes about something, for those who may read them. */
export const notesAbout = (
  desk: Desk,
  subjectKind: Note["subjectKind"],
  subjectId: string,
): TemplateResult | typeof nothing =>
  may(desk, "insights.notes")
    ? html`<admin-notes .desk=${desk} .subjectKind=${subjectKind} .subjectId=${subjectId}></admin-notes>`
    : nothing;
