import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Listing } from "../../parts/listing.ts";
import { moment, momentColumn, momentText } from "../../parts/moment.ts";
import { type Column, table } from "../../parts/table.ts";
import { houseVoice, ruleText } from "./house-texts.ts";

type Alerts = Contract["platform"]["listAlerts"]["output"]["items"];
type Bug = Contract["platform"]["listBugs"]["output"]["items"][number];

/** How the installation fares, for the operators who run it: its incidents, and the failures nobody expected. */
export class AdminHouse extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly alerts = new Load<Alerts>(
    this,
    () => this.desk,
    async ({ client }, options) => (await client.platform.listAlerts({}, options)).items,
  );
  private readonly bugs = new Listing<Bug>(this, {
    desk: () => this.desk,
    sorts: ["-lastAt"],
    fetch: ({ client }, { page: { limit, cursor } }, options) =>
      client.platform.listBugs({ limit, ...(cursor !== undefined && { cursor }) }, options),
  });

  override render(): TemplateResult {
    const { desk, bugs } = this;
    const say = houseVoice(desk);
    return html`<section class="card" aria-labelledby="incidents-title">
        <h2 id="incidents-title">${say("incidents")}</h2>
        ${this.alerts.show((alerts) => this.incidents(alerts))}
      </section>
      <h2>${say("failures")}</h2>
      ${table<Bug>({
        desk,
        listing: bugs,
        name: say("failures"),
        nothingYet: say("noFailures"),
        columns: this.columns(),
      })}`;
  }

  private incidents(alerts: Alerts): TemplateResult {
    const { desk } = this;
    const say = houseVoice(desk);
    if (alerts.length === 0) return html`<p class="quiet">${say("noIncidents")}</p>`;
    return html`<ul class="plain">
      ${alerts.map(
        ({ rule, openedAt, endedAt }) =>
          html`<li>
            <div class="row apart">
              <strong>${ruleText(say, rule)}</strong>
              <span class="quiet">${say("began", { moment: momentText(desk, openedAt) })}</span>
              <span class=${endedAt === null ? "chip bad" : "quiet"}
                >${endedAt === null ? say("lasts") : say("over", { moment: momentText(desk, endedAt) })}</span
              >
            </div>
          </li>`,
      )}
    </ul>`;
  }

  private columns(): Column<Bug>[] {
    const { desk } = this;
    const say = houseVoice(desk);
    return [
      momentColumn(desk, say("last"), ({ lastAt }) => lastAt),
      {
        heading: say("place"),
        text: ({ place }) => place,
        cell: ({ place }) => html`<span dir="ltr">${place}</span>`,
      },
      {
        heading: say("what"),
        text: ({ type, message }) => `${type}: ${message}`,
        cell: ({ type, message, stack, firstAt }) =>
          html`<div>
            <p dir="ltr">${type}: ${message}</p>
            <p class="quiet">${say("first")}: ${moment(desk, firstAt)}</p>
            ${
              // What only passed through a library has no place of ours.
              stack
                ? html`<details>
                    <summary>${say("stack")}</summary>
                    <pre dir="ltr">${stack}</pre>
                  </details>`
                : nothing
            }
          </div>`,
      },
      {
        heading: say("count"),
        text: ({ count }) => new Intl.NumberFormat(desk.language).format(count),
        exported: ({ count }) => String(count),
        isNumber: true,
      },
      {
        heading: say("request"),
        text: ({ lastRequestId }) => lastRequestId,
        cell: ({ lastRequestId }) => html`<code dir="ltr">${lastRequestId}</code>`,
      },
    ];
  }
}
