import { ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { Dialog, type Question, textOf } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { reviewNumbers } from "../../parts/review-numbers.ts";
import { choices } from "../../parts/filters.ts";
import { moment } from "../../parts/moment.ts";
import { notesAbout } from "../notes/notes.ts";
import { AdminMemberWallet } from "../credits/member-wallet.ts";
import { AdminActivity } from "./activity.ts";
import { bookSessionQuestion, giveSessionQuestion } from "./give-session.ts";
import { AdminSanctions } from "../moderation/sanctions.ts";
import { membersVoice, roles, rolesText, roleText } from "./texts.ts";

type Member = Contract["identity"]["getMember"]["output"];

const colours = { active: "good", suspended: "waiting-chip", deactivated: "", banned: "bad" } as const;

/** A member's status with its colour. */
export const statusChip = (desk: Desk, status: Member["status"]): TemplateResult =>
  html`<span class="chip ${colours[status]}">${membersVoice(desk)(status)}</span>`;

/** One member, and what the team can do about them. */
export class AdminMember extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) memberId!: string;

  /** Why the offers could not be read. */
  @state() private failure: ApiError | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Member>(
    this,
    () => this.desk,
    ({ client }, options) => client.identity.getMember({ id: this.memberId }, options),
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/members">${membersVoice(this.desk)("back")}</a></p>
      ${this.seen.show((member) => this.content(member))} ${this.dialog.show()}
    </div>`;
  }

  private content(member: Member): TemplateResult {
    const { desk } = this;
    const say = membersVoice(desk);
    const languages = new Intl.DisplayNames(desk.language, { type: "language" });
    return html`<div class="row apart">
        <h1>${member.name}</h1>
        ${statusChip(desk, member.status)}
      </div>
      <section class="card" aria-label=${member.name}>
        ${facts([
          [say("email"), html`<span dir="ltr">${member.email}</span>`],
          [say("verified"), say(member.emailVerified ? "yes" : "no")],
          [say("roles"), rolesText(desk, member.roles)],
          [say("pendingRoles"), member.pendingRoles.length > 0 ? rolesText(desk, member.pendingRoles) : null],
          [say("since"), moment(desk, member.createdAt)],
          [say("language"), member.locale ? languages.of(member.locale) : null],
          [say("timeZone"), member.timeZone?.replaceAll("_", " ") ?? null],
          [say("externalId"), member.externalId],
        ])}
        ${
          may(desk, "scheduling.view_bookings")
            ? html`<p>
                <a href="/bookings?${new URLSearchParams({ client: member.email }).toString()}"
                  >${say("orders")}</a
                >
              </p>`
            : nothing
        }
      </section>
      ${reviewNumbers(desk, { personId: member.id })}
      <div class="row">
        ${
          may(desk, "identity.members")
            ? this.questions(member).map(
                (question) =>
                  html`<button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
                    ${question.title}
                  </button>`,
              )
            : nothing
        }
        ${
          may(desk, "orders.refund")
            ? html`<button
                type="button"
                class="quiet-button"
                @click=${() => this.askFirst(giveSessionQuestion(desk, member.id))}
              >
                ${say("giveSession")}
              </button>`
            : nothing
        }
        ${
          may(desk, "scheduling.bookings")
            ? html`<button
                type="button"
                class="quiet-button"
                @click=${() => this.askFirst(bookSessionQuestion(desk, member.id))}
              >
                ${say("bookSession")}
              </button>`
            : nothing
        }
      </div>
      ${this.failure ? failureNotice(desk, this.failure) : nothing}
      ${
        may(desk, "money.view")
          ? html`<admin-member-wallet .desk=${desk} .memberId=${member.id}></admin-member-wallet>`
          : nothing
      }
      ${
        may(desk, "safety.moderate")
          ? html`<admin-sanctions
              .desk=${desk}
              .member=${member}
              @sanctioned=${() => this.seen.reload()}
            ></admin-sanctions>`
          : nothing
      }
      ${notesAbout(desk, "member", member.id)}
      <admin-activity .desk=${desk} .memberId=${member.id}></admin-activity>`;
  }

  /** Opens the dialog with a question that has to be read first. */
  private async askFirst(read: Promise<Question>): Promise<void> {
    this.failure = null;
    try {
      this.dialog.ask(await read);
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = thrown;
    }
  }

  private questions(member: Member): readonly Question[] {
    const say = membersVoice(this.desk);
    const { identity } = this.desk.client;
    const { id } = member;
    type Change = (input: { id: string; reason?: string }) => Promise<unknown>;
    const withReason = (name: "deactivate" | "reactivate", change: Change): Question => ({
      title: say(name),
      lead: say(`${name}Lead`),
      submit: say(name),
      isDangerous: name !== "reactivate",
      fields: [{ name: "reason", label: say("reason"), kind: "long" }],
      run: async (filled) => {
        const reason = textOf(filled, "reason");
        await change({ id, ...(reason && { reason }) });
        this.seen.reload();
        return undefined;
      },
    });
    const deactivate = withReason("deactivate", (input) => identity.deactivateMember(input));
    const reactivate = withReason("reactivate", (input) => identity.reactivateMember(input));
    return [
      this.rolesQuestion(member),
      ...(member.status === "active" ? [deactivate] : []),
      ...(member.status === "active" ? [] : [reactivate]),
    ];
  }

  private rolesQuestion(member: Member): Question {
    const say = membersVoice(this.desk);
    return {
      title: say("changeRoles"),
      submit: say("changeRoles"),
      fields: [
        {
          name: "roles",
          label: say("roles"),
          kind: "ticks",
          options: choices(roles, (role) => roleText(this.desk, role)),
          ticked: member.roles,
        },
      ],
      run: async (filled) => {
        const ticked = new Set(filled.getAll("roles"));
        await this.desk.client.identity.updateMember({
          id: member.id,
          roles: roles.filter((role) => ticked.has(role)),
        });
        this.seen.reload();
        return undefined;
      },
    };
  }
}

customElements.define("admin-activity", AdminActivity);
customElements.define("admin-sanctions", AdminSanctions);
customElements.define("admin-member-wallet", AdminMemberWallet);
