import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog, type Question, textOf } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { caseChip } from "./case-chip.ts";
import { evidenceText } from "./evidence-texts.ts";
import { sanctionQuestion } from "./sanction-question.ts";
import { kindText, moderationVoice } from "./texts.ts";

type Case = Contract["safety"]["getCase"]["output"];
type Evidence = Contract["safety"]["openCase"]["output"];

/** One case: what was said, the content as it was, and what the team does about it. */
export class AdminCase extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) caseId!: string;
  @state() private evidence: Evidence | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Case>(
    this,
    () => this.desk,
    ({ client }, options) => client.safety.getCase({ id: this.caseId }, options),
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/moderation">${moderationVoice(this.desk)("back")}</a></p>
      ${this.seen.show((found) => this.content(found))} ${this.dialog.show()}
    </div>`;
  }

  private content(found: Case): TemplateResult {
    const { desk } = this;
    const say = moderationVoice(desk);
    const title = `${kindText(say, found.subjectKind)} · ${found.author.name}`;
    return html`<div class="row apart">
        <h1>${title}</h1>
        ${caseChip(say, found.state)}
      </div>
      <section class="card" aria-label=${title}>
        ${facts([
          [say("author"), html`<a href="/members/${found.author.id}">${found.author.name}</a>`],
          [say("since"), moment(desk, found.createdAt)],
          [say("claimedBy"), found.claimedBy?.name ?? null],
          [say("decidedBy"), found.decidedBy?.name ?? null],
          [say("reason"), found.reason],
        ])}
      </section>
      <div class="row">
        ${this.questions(found).map(
          (question) =>
            html`<button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
              ${question.title}
            </button>`,
        )}
      </div>
      ${this.said(found)} ${this.reported()}`;
  }

  private said({ said }: Case): TemplateResult {
    const say = moderationVoice(this.desk);
    return html`<section class="card" aria-label=${say("said")}>
      <h2>${say("said")}</h2>
      ${said.map(
        ({ category, text, rules, reporter, createdAt }) =>
          html`<p>
            <strong>${[say(category), ...rules.map((rule) => say(`rule_${rule}`))].join(" · ")}</strong>
            · ${reporter ? html`<bdi>${reporter.name}</bdi>` : category === "rule" ? nothing : say("gone")} ·
            ${moment(this.desk, createdAt)}<br /><bdi>${text}</bdi>
          </p>`,
      )}
    </section>`;
  }

  private reported(): TemplateResult | typeof nothing {
    const { evidence, desk } = this;
    if (!evidence) return nothing;
    const say = moderationVoice(desk);
    return html`<section class="card" aria-label=${say("evidence")} role="status">
      <h2>${say("evidence")}</h2>
      ${evidence.items.map(
        ({ content, at }) =>
          html`<p>${moment(desk, at)}</p>
            ${facts(
              textsIn(content).map(([name, text]) => [
                evidenceText(desk, name),
                name === "sentAt"
                  ? moment(desk, text)
                  : html`<bdi>${name === "place" ? evidenceText(desk, text) : text}</bdi>`,
              ]),
            )}`,
      )}
    </section>`;
  }

  private questions(found: Case): readonly Question[] {
    const say = moderationVoice(this.desk);
    const { safety } = this.desk.client;
    const { id } = found;
    const plain = (title: string, run: () => Promise<unknown>, lead?: string): Question => ({
      title,
      submit: title,
      ...(lead !== undefined && { lead }),
      run: async () => {
        await run();
        this.seen.reload();
        return undefined;
      },
    });
    const withReason = (
      title: string,
      run: (reason: string) => Promise<unknown>,
      lead?: string,
    ): Question => ({
      title,
      submit: title,
      ...(lead !== undefined && { lead }),
      fields: [{ name: "reason", label: say("teamReason"), kind: "long", isRequired: true }],
      run: async (filled) => {
        await run(textOf(filled, "reason"));
        this.seen.reload();
        return undefined;
      },
    });
    const open = plain(
      say("evidence"),
      async () => {
        this.evidence = await safety.openCase({ id });
      },
      say("evidenceLead"),
    );
    const isWaiting = found.state === "open" || found.state === "claimed";
    const isOwn = found.claimedBy?.id === this.desk.staff.account.id;
    return [
      open,
      ...(found.state === "open" ? [plain(say("claim"), () => safety.claimCase({ id }))] : []),
      ...(isWaiting && isOwn
        ? [
            withReason(say("dismiss"), (reason) => safety.decideCase({ id, decision: "dismissed", reason })),
            withReason(
              say("hide"),
              (reason) => safety.decideCase({ id, decision: "hidden", reason }),
              say("hideLead"),
            ),
          ]
        : []),
      ...(found.state === "claimed" ? [plain(say("release"), () => safety.releaseCase({ id }))] : []),
      ...(found.state === "hidden"
        ? [withReason(say("restore"), (reason) => safety.restoreCase({ id, reason }))]
        : []),
      ...(may(this.desk, "safety.sanction")
        ? [sanctionQuestion(this.desk, { member: found.author, caseId: id, done: () => this.seen.reload() })]
        : []),
    ];
  }
}

/** What says nothing to a reader: where the content is kept. */
const keys: ReadonlySet<string> = new Set(["id", "memberId", "conversationId", "seq", "version"]);

/** The texts in reported content, by their names; numbers and lists too, other things and empty ones left out. */
function textsIn(content: object): (readonly [name: string, text: string])[] {
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) => {
    if (keys.has(name) || value === "" || (Array.isArray(value) && value.length === 0)) return [];
    if (typeof value === "string" || typeof value === "number") return [[name, String(value)] as const];
    if (Array.isArray(value)) return [[name, value.map(String).join(", ")] as const];
    if (typeof value === "object" && value !== null) return textsIn(value);
    return [];
  });
}
