import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { type Invitation, invitations, invite } from "./invitations.ts";
import { roleNamed, roleOptions } from "./roles.ts";
import { teamVoice } from "./texts.ts";

type Colleague = Contract["identity"]["listTeam"]["output"]["items"][number];

/** Who works for the site, and as what. */
export class AdminTeam extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Colleague>(this, {
    desk: () => this.desk,
    sorts: ["since"],
    fetch: ({ client, staff }, _, options) =>
      staff.tenant?.isSandbox
        ? Promise.resolve({ items: [], nextCursor: null })
        : client.identity.listTeam({}, options),
  });

  private readonly invited = new Listing<Invitation>(this, {
    desk: () => this.desk,
    sorts: ["sentAt"],
    fetch: ({ client, staff }, _, options) =>
      staff.tenant?.isSandbox
        ? Promise.resolve({ items: [], nextCursor: null })
        : client.identity.listInvitations({}, options),
  });

  override render(): TemplateResult {
    const { desk } = this;
    const say = teamVoice(desk);
    return html`<div class="page">
      <div class="row apart">
        <div>
          <h1>${say("title")}</h1>
          <p class="lead">${say("lead")}</p>
        </div>
        ${
          may(desk, "identity.team") && !desk.staff.tenant?.isSandbox
            ? html`<button
                type="button"
                class="button"
                @click=${() => this.dialog.ask(invite(desk, this.invited))}
              >
                ${say("invite")}
              </button>`
            : nothing
        }
      </div>
      ${
        desk.staff.tenant?.isSandbox
          ? html`<p class="hint">${say("ofLive")}</p>`
          : html`${this.team()}${invitations({
              desk,
              listing: this.invited,
              ask: (question) => this.dialog.ask(question),
            })}`
      }
      ${this.dialog.show()}
    </div>`;
  }

  private team(): TemplateResult {
    const { desk, listing } = this;
    const say = teamVoice(desk);
    return table<Colleague>({
      desk,
      listing,
      name: say("title"),
      columns: [
        { heading: say("name"), text: ({ name }) => name },
        { heading: say("email"), text: ({ email }) => email },
        {
          heading: say("role"),
          text: ({ staffRole }) => say(staffRole),
          cell: ({ staffRole }) => html`<span class="chip">${say(staffRole)}</span>`,
        },
        momentColumn(desk, say("since"), ({ since }) => since),
      ],
      ...(may(desk, "identity.team") && { actions: (colleague) => this.actions(colleague) }),
    });
  }

  private actions(colleague: Colleague): TemplateResult | typeof nothing {
    const say = teamVoice(this.desk);
    if (colleague.staffRole === "owner" && !may(this.desk, "identity.owners")) return nothing;
    const button = (name: "change" | "remove", ask: (colleague: Colleague) => void) =>
      html`<button
        type="button"
        class="quiet-button"
        aria-label="${say(name)}: ${colleague.name}"
        @click=${() => ask(colleague)}
      >
        ${say(name)}
      </button>`;
    return html`${button("change", this.assign)}${button("remove", this.dismiss)}`;
  }

  private readonly assign = ({ id, name, staffRole }: Colleague) => {
    const say = teamVoice(this.desk);
    this.dialog.ask({
      title: say("change"),
      lead: say("changeLead", { name }),
      submit: say("change"),
      fields: [
        {
          name: "staffRole",
          label: say("role"),
          kind: "choice",
          value: staffRole,
          options: roleOptions(this.desk),
        },
      ],
      run: async (filled) => {
        const chosen = roleNamed(textOf(filled, "staffRole"));
        if (chosen) await this.desk.client.identity.updateTeamMember({ id, staffRole: chosen });
        this.listing.reload();
        return undefined;
      },
    });
  };

  private readonly dismiss = ({ id, name }: Colleague) => {
    const say = teamVoice(this.desk);
    this.dialog.ask({
      title: say("remove"),
      lead: say("removeLead", { name }),
      submit: say("remove"),
      isDangerous: true,
      run: async () => {
        await this.desk.client.identity.removeTeamMember({ id });
        this.listing.reload();
        return undefined;
      },
    });
  };
}

customElements.define("admin-team", AdminTeam);
