import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { choices, peopleField, spanFields } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { moment, momentColumn, spanOf } from "../../parts/moment.ts";
import { moneyColumn, moneyText } from "../../parts/money.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { type Column, table } from "../../parts/table.ts";
import { campaignText } from "./campaign.ts";
import { disputesVoice } from "./dispute-texts.ts";
import { AdminOrder } from "./order.ts";
import { stateChip } from "./state-chip.ts";
import { ordersVoice, stateText } from "./texts.ts";

type Orders = Contract["orders"]["listOrders"];
type Order = Orders["output"]["items"][number] & { readonly buyer: string };
type Disputes = Contract["orders"]["listDisputes"]["output"];
type State = NonNullable<Orders["input"]["states"]>[number];

const states: readonly State[] = [
  "awaiting_payment",
  "confirmed",
  "requirements",
  "in_session",
  "in_progress",
  "delivered",
  "revision",
  "completed",
  "client_absent",
  "provider_absent",
  "settled",
  "cancelled",
  "refunded",
  "expired",
];

/** All orders of the site with their money, to be found by state, number, buyer or date. */
export class AdminOrders extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Order, NonNullable<Orders["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-placedAt", "placedAt", "number", "-number"],
    fetch: async (desk, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const { number, buyer } = filters;
      const { items, nextCursor } = await desk.client.orders.listOrders(
        {
          ...page,
          ...spanOf(filters),
          ...(state && { states: [state] }),
          ...(number && { number }),
          ...(buyer && { buyer }),
        },
        options,
      );
      const ids = items.map(({ buyerId }) => buyerId);
      const members = await membersOf(desk, ids, options);
      return { items: items.map((each) => ({ ...each, buyer: nameOf(members, each.buyerId) })), nextCursor };
    },
  });

  private readonly disputes = new Load<Disputes["items"]>(
    this,
    () => this.desk,
    async (desk, options) => (await desk.client.orders.listDisputes({ limit: 100 }, options)).items,
  );

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = ordersVoice(desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${this.disputes.show((disputes) => this.queue(disputes))}
      ${table<Order>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: this.columns(),
        href: ({ id }) => `/orders/${id}`,
        filters: [
          { name: "number", label: say("number") },
          peopleField(desk, "buyer", say("buyer")),
          { name: "state", label: say("state"), options: choices(states, (state) => stateText(say, state)) },
          ...spanFields(desk),
        ],
      })}
    </div>`;
  }

  /** The disputes that wait, the one opened first first; nothing where there are none. */
  private queue(disputes: Disputes["items"]): TemplateResult {
    const { desk } = this;
    const say = ordersVoice(desk);
    const speak = disputesVoice(desk);
    if (disputes.length === 0) return html``;
    return html`<section class="card" aria-labelledby="disputes-title">
      <h2 id="disputes-title">${speak("disputes")}</h2>
      <ul class="plain">
        ${disputes.map(
          ({ order, openedAt, replyUntil, reason }) =>
            html`<li>
              <div class="row apart">
                <a href="/orders/${order.id}">${say("order", { number: order.number })}</a>
                <span>${moneyText(order.totalMinor, order.currency, desk.language)}</span>
                <span class="quiet"
                  >${replyUntil ? html`${speak("replyUntil")} ${moment(desk, replyUntil)}` : moment(desk, openedAt)}</span
                >
              </div>
              ${reason ? html`<p class="quiet">${reason}</p>` : nothing}
            </li>`,
        )}
      </ul>
    </section>`;
  }

  private columns(): Column<Order>[] {
    const { desk } = this;
    const say = ordersVoice(desk);
    return [
      { heading: say("number"), text: ({ number }) => number, sort: "number" },
      { heading: say("buyer"), text: ({ buyer }) => buyer },
      { heading: say("session"), text: ({ lines }) => lines.map(({ title }) => title).join(", ") },
      {
        heading: say("state"),
        text: ({ state }) => stateText(say, state),
        cell: ({ state }) => stateChip(say, state),
      },
      momentColumn(desk, say("placed"), ({ placedAt }) => placedAt, "placedAt"),
      moneyColumn(desk, say("total"), ({ totalMinor, currency }) => ({ minor: totalMinor, currency })),
      { heading: say("campaign"), text: ({ utm }) => campaignText(utm), isOnlyExported: true },
    ];
  }
}

customElements.define("admin-orders", AdminOrders);
customElements.define("admin-order", AdminOrder);
