import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog, type Question, textOf } from "../../parts/dialog.ts";
import { moment } from "../../parts/moment.ts";
import { sanctionQuestion } from "./sanction-question.ts";
import { moderationVoice } from "./texts.ts";

type Sanctions = Contract["safety"]["listSanctions"]["output"];
type Sanction = Sanctions["items"][number];

/** What the team did about a member, and the member's appeals. Says `sanctioned` when that changes. */
export class AdminSanctions extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) member!: { readonly id: string; readonly name: string };

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Sanctions>(
    this,
    () => this.desk,
    ({ client }, options) => client.safety.listSanctions({ memberId: this.member.id, limit: 100 }, options),
  );

  override render(): TemplateResult {
    const say = moderationVoice(this.desk);
    const question = sanctionQuestion(this.desk, { member: this.member, done: () => this.changed() });
    return html`<section class="card" aria-label=${say("sanctions")}>
        <h2>${say("sanctions")}</h2>
        ${this.seen.show(({ items }) =>
          items.length === 0
            ? html`<p class="quiet">${say("none")}</p>`
            : html`${items.map((sanction) => this.one(sanction))}`,
        )}
        ${
          may(this.desk, "safety.sanction")
            ? html`<div class="row">
                <button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
                  ${question.title}
                </button>
              </div>`
            : nothing
        }
      </section>
      ${this.dialog.show()}`;
  }

  private one(sanction: Sanction): TemplateResult {
    const { desk } = this;
    const say = moderationVoice(desk);
    const { kind, reason, createdAt, endsAt, endedAt, imposedBy, appeal } = sanction;
    return html`<div>
      <p>
        <strong>${say(kind)}</strong> · ${moment(desk, createdAt)} · ${imposedBy.name}
        ${endsAt ? html` · ${say("until")} ${moment(desk, endsAt)}` : nothing}
        <span class="chip ${endedAt ? "" : "bad"}">${say(endedAt ? "over" : "inForce")}</span><br />
        <bdi>${reason}</bdi>
      </p>
      ${
        appeal
          ? html`<p>
              ${say("appeal")}: <bdi>${appeal.text}</bdi>
              ${appeal.outcome ? html`<br />${say(appeal.outcome)}: <bdi>${appeal.reason}</bdi>` : nothing}
            </p>`
          : nothing
      }
      ${
        may(desk, "safety.sanction")
          ? html`<div class="row">
              ${this.questions(sanction).map(
                (question) =>
                  html`<button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
                    ${question.title}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </div>`;
  }

  private questions({ id, endedAt, appeal }: Sanction): readonly Question[] {
    const say = moderationVoice(this.desk);
    const { safety } = this.desk.client;
    const ask = (title: string, label: string, run: (reason: string) => Promise<unknown>): Question => ({
      title,
      submit: title,
      fields: [{ name: "reason", label, kind: "long", isRequired: true }],
      run: async (filled) => {
        await run(textOf(filled, "reason"));
        this.changed();
        return undefined;
      },
    });
    const decide = (title: string, outcome: "upheld" | "lifted") =>
      ask(title, say("memberReason"), (reason) => safety.decideAppeal({ id, outcome, reason }));
    return [
      ...(appeal?.outcome === null ? [decide(say("grant"), "lifted"), decide(say("uphold"), "upheld")] : []),
      ...(endedAt
        ? []
        : [ask(say("lift"), say("teamReason"), (reason) => safety.liftSanction({ id, reason }))]),
    ];
  }

  private changed(): void {
    this.seen.reload();
    this.dispatchEvent(new CustomEvent("sanctioned"));
  }
}
