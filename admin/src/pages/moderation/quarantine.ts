import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { purposeText, quarantineVoice } from "./quarantine-texts.ts";

type Findings = Contract["files"]["listFindings"];
type Finding = Findings["output"]["items"][number];

/** Uploads in which malware was found: what, whose and why. They can be deleted and never opened. */
export class AdminQuarantine extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Finding, NonNullable<Findings["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt"],
    fetch: (desk, { filters, page }, options) => {
      const { purpose } = filters;
      return desk.client.files.listFindings({ ...page, ...(purpose && { purpose }) }, options);
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = quarantineVoice(desk);
    const size = (bytes: number) =>
      new Intl.NumberFormat(desk.language, {
        style: "unit",
        unit: bytes < 1_000_000 ? "kilobyte" : "megabyte",
        maximumFractionDigits: 1,
      }).format(bytes < 1_000_000 ? bytes / 1000 : bytes / 1_000_000);
    return html`<div class="page">
      <p><a href="/moderation">${say("back")}</a></p>
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${table<Finding>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: [
          {
            heading: say("name"),
            text: ({ name, purpose, bytes }) => `${name} (${purposeText(say, purpose)}, ${size(bytes)})`,
            cell: ({ name, purpose, bytes }) =>
              html`<bdi>${name}</bdi>
                <p class="quiet">${purposeText(say, purpose)}, ${size(bytes)}</p>`,
          },
          {
            heading: say("finding"),
            text: ({ finding }) => finding,
            cell: ({ finding }) => html`<span class="chip bad"><bdi>${finding}</bdi></span>`,
          },
          {
            heading: say("uploader"),
            text: ({ owner }) => (owner.kind === "member" ? owner.id : say(owner.kind)),
            cell: ({ owner }) =>
              owner.kind === "member"
                ? html`<a href="/members/${owner.id}">${say("member")}</a>`
                : say(owner.kind),
          },
          momentColumn<Finding>(desk, say("since"), ({ createdAt }) => createdAt, "createdAt"),
        ],
        filters: [
          {
            name: "purpose",
            label: say("purpose"),
            options: choices(["messaging.attachment", "people.photo"] as const, (each) => say(each)),
          },
        ],
        ...(may(desk, "files.findings") && {
          actions: (finding: Finding) => this.deleteButton(finding),
        }),
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private deleteButton({ id, name }: Finding): TemplateResult {
    const say = quarantineVoice(this.desk);
    const ask = () =>
      this.dialog.ask({
        title: say("delete"),
        lead: say("deleteLead", { name }),
        submit: say("delete"),
        run: async () => {
          await this.desk.client.files.deleteFinding({ id });
          this.listing.reload();
          return undefined;
        },
      });
    return html`<button
      type="button"
      class="quiet-button"
      aria-label="${say("delete")}: ${name}"
      @click=${ask}
    >
      ${say("delete")}
    </button>`;
  }
}
