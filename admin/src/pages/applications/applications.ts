import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { moment, momentText } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { membersVoice, roleText } from "../members/texts.ts";
import { applicationsVoice } from "./texts.ts";

type Application = Contract["people"]["listApplications"]["output"]["items"][number] & {
  readonly name: string;
};

const states = ["applied", "approved", "rejected", "withdrawn"] as const;
const colours = { applied: "waiting-chip", approved: "good", rejected: "bad", withdrawn: "" } as const;

/** Who wants to offer services on the site; the team decides here. */
export class AdminApplications extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Application>(
    this,
    () => this.desk,
    async (desk, { filters, cursor }, options) => {
      const { people, identity } = desk.client;
      const state = states.find((each) => each === filters["state"]);
      const page = await people.listApplications({ limit: 25, ...cursor, ...(state && { state }) }, options);
      if (!may(desk, "identity.view_members")) {
        return { ...page, items: page.items.map((each) => ({ ...each, name: each.memberId })) };
      }
      const ids = [...new Set(page.items.map(({ memberId }) => memberId))];
      const members = await Promise.all(ids.map((id) => identity.getMember({ id }, options)));
      const nameOf = (id: string) => members.find((member) => member.id === id)?.name ?? id;
      return { ...page, items: page.items.map((each) => ({ ...each, name: nameOf(each.memberId) })) };
    },
  );

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = applicationsVoice(desk);
    const decides = may(desk, "people.decide");
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table<Application>({
        desk,
        listing,
        name: say("title"),
        href: ({ memberId }) => `/members/${memberId}`,
        columns: [
          { heading: say("person"), text: ({ name }) => name },
          { heading: say("role"), text: ({ role }) => roleText(membersVoice(desk), role) },
          {
            heading: say("state"),
            text: ({ state }) => say(state),
            cell: ({ state }) => html`<span class="chip ${colours[state]}">${say(state)}</span>`,
          },
          { heading: say("note"), text: ({ note, reason }) => [note, reason].filter(Boolean).join(" · ") },
          {
            heading: say("at"),
            text: ({ appliedAt }) => momentText(desk, appliedAt),
            cell: ({ appliedAt }) => moment(desk, appliedAt),
          },
        ],
        filters: [
          {
            name: "state",
            label: say("state"),
            options: states.map((value) => ({ value, text: say(value) })),
          },
        ],
        ...(decides && { actions: (item) => (item.state === "applied" ? this.decision(item) : nothing) }),
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private decision(application: Application): TemplateResult {
    const say = applicationsVoice(this.desk);
    const { name } = application;
    return html`<button
        type="button"
        class="quiet-button"
        aria-label="${say("approve")}: ${name}"
        @click=${() => this.approve(application)}
      >
        ${say("approve")}
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-label="${say("reject")}: ${name}"
        @click=${() => this.reject(application)}
      >
        ${say("reject")}
      </button>`;
  }

  private approve({ id, name }: Application): void {
    const say = applicationsVoice(this.desk);
    this.dialog.ask({
      title: say("approve"),
      lead: say("approveLead", { name }),
      submit: say("approve"),
      run: async () => {
        await this.desk.client.people.approveApplication({ id });
        this.listing.reload();
        return undefined;
      },
    });
  }

  private reject({ id, name }: Application): void {
    const say = applicationsVoice(this.desk);
    this.dialog.ask({
      title: say("reject"),
      lead: say("rejectLead", { name }),
      submit: say("reject"),
      isDangerous: true,
      fields: [{ name: "reason", label: say("reason"), kind: "long", isRequired: true }],
      run: async (filled) => {
        await this.desk.client.people.rejectApplication({ id, reason: textOf(filled, "reason") });
        this.listing.reload();
        return undefined;
      },
    });
  }
}

customElements.define("admin-applications", AdminApplications);
