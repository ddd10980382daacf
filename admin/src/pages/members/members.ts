import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Listing } from "../../parts/listing.ts";
import { AdminFreeTimes } from "../../parts/free-times.ts";
import { choices } from "../../parts/filters.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { AdminMember, statusChip } from "./member.ts";
import { membersVoice, roles, roleText } from "./texts.ts";

type Members = Contract["identity"]["listMembers"];
type Member = Members["output"]["items"][number];

const statuses = [
  "active",
  "suspended",
  "deactivated",
  "banned",
] as const satisfies readonly Member["status"][];

/** Everybody who has an account on the site. */
export class AdminMembers extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "name", "-name", "email", "-email"],
    fetch: ({ client }, { filters, page }, options) => {
      const role = roles.find((each) => each === filters["role"]);
      const status = statuses.find((each) => each === filters["status"]);
      const { search } = filters;
      return client.identity.listMembers(
        { ...page, ...(search && { search }), ...(role && { role }), ...(status && { status }) },
        options,
      );
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = membersVoice(desk);
    const rolesOf = (member: Member) => member.roles.map((role) => roleText(desk, role)).join(", ");
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table<Member>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        href: ({ id }) => `/members/${id}`,
        columns: [
          { heading: say("name"), text: ({ name }) => name, sort: "name" },
          { heading: say("email"), text: ({ email }) => email, sort: "email" },
          { heading: say("roles"), text: rolesOf },
          {
            heading: say("status"),
            text: ({ status }) => say(status),
            cell: ({ status }) => statusChip(desk, status),
          },
          momentColumn<Member>(desk, say("since"), ({ createdAt }) => createdAt, "createdAt"),
        ],
        filters: [
          { name: "search", label: say("search") },
          { name: "role", label: say("role"), options: choices(roles, (role) => roleText(desk, role)) },
          {
            name: "status",
            label: say("status"),
            options: choices(statuses, say),
          },
        ],
      })}
    </div>`;
  }
}

customElements.define("admin-free-times", AdminFreeTimes);
customElements.define("admin-members", AdminMembers);
customElements.define("admin-member", AdminMember);
