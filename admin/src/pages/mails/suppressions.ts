import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { suppressionsVoice } from "./suppressions-texts.ts";

type Suppressions = Contract["notifications"]["listSuppressions"];
type Suppression = Suppressions["output"]["items"][number];

/** The addresses that get no more mails, why, and the way back. */
export class AdminSuppressions extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Suppression, NonNullable<Suppressions["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "address", "-address"],
    fetch: (desk, { filters, page }, options) => {
      const { search } = filters;
      return desk.client.notifications.listSuppressions({ ...page, ...(search && { search }) }, options);
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = suppressionsVoice(desk);
    return html`<div class="page">
      <p><a href="/mails">${say("back")}</a></p>
      <h1>${say("title")}</h1>
      <p class="quiet">${say("lead")}</p>
      ${table<Suppression>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: [
          {
            heading: say("address"),
            text: ({ address }) => address,
            cell: ({ address }) => html`<bdi>${address}</bdi>`,
            sort: "address",
          },
          {
            heading: say("why"),
            text: ({ reason, detail }) => `${say(reason)} ${detail}`,
            cell: ({ reason, detail }) =>
              html`<span class="chip bad">${say(reason)}</span>
                <p class="quiet" dir="auto">${detail}</p>`,
          },
          { heading: say("source"), text: ({ source }) => source },
          momentColumn<Suppression>(desk, say("since"), ({ createdAt }) => createdAt, "createdAt"),
        ],
        filters: [{ name: "search", label: say("search") }],
        ...(may(desk, "notifications.manage") && {
          actions: (suppression: Suppression) => this.removeButton(suppression),
        }),
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private removeButton({ id, address }: Suppression): TemplateResult {
    const say = suppressionsVoice(this.desk);
    const ask = () =>
      this.dialog.ask({
        title: say("remove"),
        lead: say("removeLead", { address }),
        submit: say("remove"),
        fields: [{ name: "reason", label: say("reason"), kind: "long", isRequired: true }],
        run: async (filled) => {
          await this.desk.client.notifications.deleteSuppression({ id, reason: textOf(filled, "reason") });
          this.listing.reload();
          return undefined;
        },
      });
    return html`<button
      type="button"
      class="quiet-button"
      aria-label="${say("remove")}: ${address}"
      @click=${ask}
    >
      ${say("remove")}
    </button>`;
  }
}
