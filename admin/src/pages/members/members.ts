import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Listing } from "../../parts/listing.ts";
import { moment, momentText } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { AdminMember, statusChip } from "./member.ts";
import { membersVoice, roles, roleText } from "./texts.ts";

type Member = Contract["identity"]["listMembers"]["output"]["items"][number];

const statuses = ["active", "deactivated", "banned"] as const;

/** Everybody who has an account on the site. */
export class AdminMembers extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Member>(
    this,
    () => this.desk,
    ({ client }, { filters, cursor }, options) => {
      const role = roles.find((each) => each === filters["role"]);
      const status = statuses.find((each) => each === filters["status"]);
      const { search } = filters;
      return client.identity.listMembers(
        { limit: 25, ...cursor, ...(search && { search }), ...(role && { role }), ...(status && { status }) },
        options,
      );
    },
  );

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = membersVoice(desk);
    const rolesOf = (member: Member) => member.roles.map((role) => roleText(say, role)).join(", ");
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table({
        desk,
        listing,
        name: say("title"),
        href: ({ id }) => `/members/${id}`,
        columns: [
          { heading: say("name"), text: ({ name }) => name },
          { heading: say("email"), text: ({ email }) => email },
          { heading: say("roles"), text: rolesOf },
          {
            heading: say("status"),
            text: ({ status }) => say(status),
            cell: ({ status }) => statusChip(desk, status),
          },
          {
            heading: say("since"),
            text: ({ createdAt }) => momentText(desk, createdAt),
            cell: ({ createdAt }) => moment(desk, createdAt),
          },
        ],
        filters: [
          { name: "search", label: say("search") },
          { name: "role", label: say("role"), options: roles.map((value) => ({ value, text: say(value) })) },
          {
            name: "status",
            label: say("status"),
            options: statuses.map((value) => ({ value, text: say(value) })),
          },
        ],
      })}
    </div>`;
  }
}

customElements.define("admin-members", AdminMembers);
customElements.define("admin-member", AdminMember);
