import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { choices } from "../../parts/filters.ts";
import { momentColumn } from "../../parts/moment.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { table } from "../../parts/table.ts";
import { roleText } from "../members/texts.ts";
import { applicationsVoice } from "./texts.ts";

type Applications = Contract["people"]["listApplications"];
type Application = Applications["output"]["items"][number] & { readonly name: string };

const states = ["applied", "approved", "rejected", "withdrawn"] as const;
const colours = { applied: "waiting-chip", approved: "good", rejected: "bad", withdrawn: "" } as const;

/** Who wants to offer services on the site; the team decides here. */
export class AdminApplications extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Application, NonNullable<Applications["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-appliedAt", "appliedAt", "role", "-role"],
    fetch: async (desk, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const { items, nextCursor } = await desk.client.people.listApplications(
        { ...page, ...(state && { state }) },
        options,
      );
      const ids = items.map(({ memberId }) => memberId);
      const members = await membersOf(desk, ids, options);
      return {
        items: items.map((each) => ({ ...each, name: nameOf(members, each.memberId) })),
        nextCursor,
      };
    },
  });

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
        nothingYet: say("nothingYet"),
        href: ({ memberId }) => `/members/${memberId}`,
        columns: [
          { heading: say("person"), text: ({ name }) => name },
          { heading: say("role"), text: ({ role }) => roleText(desk, role), sort: "role" },
          {
            heading: say("state"),
            text: ({ state }) => say(state),
            cell: ({ state }) => html`<span class="chip ${colours[state]}">${say(state)}</span>`,
          },
          { heading: say("note"), text: ({ note, reason }) => [note, reason].filter(Boolean).join(" · ") },
          momentColumn<Application>(desk, say("at"), ({ appliedAt }) => appliedAt, "appliedAt"),
        ],
        filters: [
          {
            name: "state",
            label: say("state"),
            options: choices(states, say),
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
