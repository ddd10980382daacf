import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { type Filters, Listing } from "../../parts/listing.ts";
import { moment, momentText } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { type Column, table } from "../../parts/table.ts";
import { AdminOrder } from "./order.ts";
import { stateChip } from "./state-chip.ts";
import { ordersVoice, stateText } from "./texts.ts";

type Orders = Contract["orders"]["listOrders"];
type Order = Orders["output"]["items"][number];
type State = NonNullable<Orders["input"]["states"]>[number];

const states: readonly State[] = [
  "awaiting_payment",
  "confirmed",
  "in_session",
  "completed",
  "client_absent",
  "provider_absent",
  "settled",
  "cancelled",
  "expired",
];

/** All bookings of the site, to be found by state, number or the member they belong to. */
export class AdminOrders extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Order>(
    this,
    () => this.desk,
    async ({ client }, { filters, cursor }, options) => {
      const member = await memberOf(client, filters, options);
      if (member === null) return { items: [], nextCursor: null };
      const state = states.find((each) => each === filters["state"]);
      return client.orders.listOrders(
        {
          limit: 25,
          ...cursor,
          ...member,
          ...(state && { states: [state] }),
          ...(filters["number"] && { number: filters["number"] }),
        },
        options,
      );
    },
  );

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = ordersVoice(desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table({
        desk,
        listing,
        name: say("title"),
        columns: this.columns(),
        href: ({ id }) => `/orders/${id}`,
        filters: [
          {
            name: "state",
            label: say("state"),
            options: states.map((value) => ({ value, text: say(value) })),
          },
          { name: "number", label: say("number") },
          { name: "email", label: say("email") },
          {
            name: "side",
            label: say("side"),
            options: [
              { value: "buyer", text: say("buyer") },
              { value: "seller", text: say("seller") },
            ],
          },
        ],
      })}
    </div>`;
  }

  private columns(): Column<Order>[] {
    const { desk } = this;
    const say = ordersVoice(desk);
    return [
      { heading: say("number"), text: ({ number }) => number },
      { heading: say("session"), text: ({ lines }) => lines.map(({ title }) => title).join(", ") },
      {
        heading: say("state"),
        text: ({ state }) => stateText(say, state),
        cell: ({ state }) => stateChip(say, state),
      },
      {
        heading: say("placed"),
        text: ({ placedAt }) => momentText(desk, placedAt),
        cell: ({ placedAt }) => moment(desk, placedAt),
      },
      {
        heading: say("total"),
        text: ({ totalMinor, currency }) => moneyText(totalMinor, currency, desk.language),
        isNumber: true,
      },
    ];
  }
}

/** Whose orders are asked for: everybody's, one member's, or nobody's when there is no such member. */
async function memberOf(
  client: Desk["client"],
  { email, side }: Filters,
  options: { readonly signal: AbortSignal },
): Promise<{ buyerId?: string; sellerId?: string } | null> {
  if (email === undefined) return {};
  const { items } = await client.identity.listMembers({ search: email, limit: 20 }, options);
  const member = items.find((each) => each.email.toLowerCase() === email.toLowerCase()) ?? items[0];
  if (!member) return null;
  return side === "seller" ? { sellerId: member.id } : { buyerId: member.id };
}

customElements.define("admin-orders", AdminOrders);
customElements.define("admin-order", AdminOrder);
