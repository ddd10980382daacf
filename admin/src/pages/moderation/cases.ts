import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { choices } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { AdminCase } from "./case.ts";
import { caseChip } from "./case-chip.ts";
import { AdminQuarantine } from "./quarantine.ts";
import { AdminRules } from "./rules.ts";
import { kindText, moderationVoice } from "./texts.ts";

type Cases = Contract["safety"]["listCases"];
type Case = Cases["output"]["items"][number];

const states = ["waiting", "open", "claimed", "dismissed", "hidden", "restored"] as const;

/** What was reported or found by the site's rules; the longest waiting comes first. */
export class AdminCases extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Case, NonNullable<Cases["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["createdAt", "-createdAt"],
    fetch: (desk, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      return desk.client.safety.listCases({ ...page, ...(state && { state }) }, options);
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = moderationVoice(desk);
    return html`<div class="page">
      <div class="row apart">
        <h1>${say("title")}</h1>
        <div class="row">
          ${
            may(desk, "files.view_findings")
              ? html`<a href="/moderation/files">${say("quarantine")}</a>`
              : nothing
          }
          ${
            may(desk, "tenancy.view_settings")
              ? html`<a href="/moderation/rules">${say("rules")}</a>`
              : nothing
          }
        </div>
      </div>
      ${table<Case>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        href: ({ id }) => `/moderation/${id}`,
        columns: [
          {
            heading: say("kind"),
            text: ({ subjectKind, author }) => `${kindText(say, subjectKind)} · ${author.name}`,
          },
          {
            heading: say("state"),
            text: ({ state }) => say(state),
            cell: ({ state }) => caseChip(say, state),
          },
          {
            heading: say("categories"),
            text: ({ categories }) => categories.map((each) => say(each)).join(", "),
          },
          { heading: say("reports"), text: ({ reports }) => String(reports) },
          { heading: say("claimedBy"), text: ({ claimedBy }) => claimedBy?.name ?? "—" },
          momentColumn<Case>(desk, say("since"), ({ createdAt }) => createdAt, "createdAt"),
        ],
        filters: [{ name: "state", label: say("state"), options: choices(states, say) }],
      })}
    </div>`;
  }
}

customElements.define("admin-case", AdminCase);
customElements.define("admin-cases", AdminCases);
customElements.define("admin-quarantine", AdminQuarantine);
customElements.define("admin-rules", AdminRules);
