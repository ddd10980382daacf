import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { Listing } from "../../parts/listing.ts";
import { choices, spanFields } from "../../parts/filters.ts";
import { momentColumn, spanOf } from "../../parts/moment.ts";
import { table } from "../../parts/table.ts";
import { AdminDelivery, deliveryChip } from "./delivery.ts";
import { endpointActions, endpointForm } from "./endpoint-actions.ts";
import { webhooksVoice } from "./texts.ts";

type Endpoints = Contract["integrations"]["listEndpoints"]["output"];
type Endpoint = Endpoints["items"][number];
type Delivery = Contract["integrations"]["listDeliveries"]["output"]["items"][number];

const states = ["pending", "delivered", "failed", "cancelled"] as const;

/** Who is told about events, and how that went. */
export class AdminWebhooks extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly endpoints = new Load<Endpoints>(
    this,
    () => this.desk,
    ({ client }, options) => client.integrations.listEndpoints({}, options),
  );
  private readonly deliveries = new Listing(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "eventName", "-eventName"],
    fetch: ({ client }, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const { eventName, endpointId } = filters;
      return client.integrations.listDeliveries(
        {
          ...page,
          ...spanOf(filters),
          ...(state && { state }),
          ...(eventName && { eventName }),
          ...(endpointId && { endpointId }),
        },
        options,
      );
    },
  });

  override render(): TemplateResult {
    const say = webhooksVoice(this.desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${this.endpoints.show((endpoints) => this.content(endpoints))} ${this.dialog.show()}
    </div>`;
  }

  private content(endpoints: Endpoints): TemplateResult {
    const { desk } = this;
    const say = webhooksVoice(desk);
    return html`<section class="card" aria-labelledby="endpoints-title">
        <div class="row apart">
          <h2 id="endpoints-title">${say("endpoints")}</h2>
          ${
            may(desk, "integrations.webhooks")
              ? html`<button
                  type="button"
                  class="button"
                  @click=${() => this.dialog.ask(endpointForm(desk, null, endpoints.eventNames, this.reload))}
                >
                  ${say("add")}
                </button>`
              : nothing
          }
        </div>
        ${endpoints.items.length === 0 ? html`<p class="quiet">${say("noEndpoints")}</p>` : nothing}
        ${endpoints.items.map((each) => this.endpoint(each, endpoints.eventNames))}
      </section>
      <h2>${say("deliveries")}</h2>
      ${this.deliveryTable(endpoints)}`;
  }

  private endpoint(endpoint: Endpoint, eventNames: readonly string[]): TemplateResult {
    const { desk } = this;
    const say = webhooksVoice(desk);
    const { id, url, description, state, disabledBecause } = endpoint;
    return html`<article class="entry" aria-labelledby="url-${id}">
      <div class="row apart">
        <h3 id="url-${id}" dir="ltr">${url}</h3>
        <span class="chip ${state === "active" ? "good" : ""}">${say(state)}</span>
      </div>
      ${description ? html`<p>${description}</p>` : nothing}
      ${disabledBecause ? html`<p class="quiet">${say(`because_${disabledBecause}`)}</p>` : nothing}
      <p class="quiet" dir="auto">
        ${endpoint.eventNames.includes("*") ? say("everyEvent") : endpoint.eventNames.join(", ")}
      </p>
      ${
        may(desk, "integrations.webhooks")
          ? html`<div class="row">
              ${endpointActions(desk, endpoint, eventNames, this.reload).map(
                (question) =>
                  html`<button
                    type="button"
                    class="quiet-button"
                    aria-describedby="url-${id}"
                    @click=${() => this.dialog.ask(question)}
                  >
                    ${question.title}
                  </button>`,
              )}
            </div>`
          : nothing
      }
    </article>`;
  }

  private deliveryTable({ items, eventNames }: Endpoints): TemplateResult {
    const { desk } = this;
    const say = webhooksVoice(desk);
    const urlOf = (id: string) => items.find((endpoint) => endpoint.id === id)?.url ?? id;
    return table<Delivery>({
      desk,
      listing: this.deliveries,
      name: say("deliveries"),
      nothingYet: say("nothingYet"),
      href: ({ id }) => `/webhooks/${id}`,
      columns: [
        { heading: say("event"), text: ({ eventName }) => eventName, sort: "eventName" },
        {
          heading: say("state"),
          text: ({ state }) => say(state),
          cell: ({ state }) => deliveryChip(desk, state),
        },
        { heading: say("endpoint"), text: ({ endpointId }) => urlOf(endpointId) },
        { heading: say("attempts"), text: ({ attempts }) => String(attempts), isNumber: true },
        momentColumn<Delivery>(desk, say("happened"), ({ happenedAt }) => happenedAt, "createdAt"),
      ],
      filters: [
        { name: "state", label: say("state"), options: choices(states, say) },
        {
          name: "eventName",
          label: say("event"),
          options: eventNames.map((value) => ({ value, text: value })),
        },
        {
          name: "endpointId",
          label: say("endpoint"),
          options: items.map(({ id, url }) => ({ value: id, text: url })),
        },
        ...spanFields(desk),
      ],
    });
  }

  private readonly reload = () => {
    this.endpoints.reload();
    this.deliveries.reload();
  };
}

customElements.define("admin-webhooks", AdminWebhooks);
customElements.define("admin-delivery", AdminDelivery);
