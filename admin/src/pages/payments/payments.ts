import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { choices, peopleField, spanFields } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn, spanOf } from "../../parts/moment.ts";
import { moneyColumn } from "../../parts/money.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { type Column, table } from "../../parts/table.ts";
import { stateChip } from "../orders/state-chip.ts";
import { ordersVoice, stateText } from "../orders/texts.ts";
import { paymentsVoice } from "./texts.ts";

type Payments = Contract["money"]["listPayments"];
type Payment = Payments["output"]["items"][number] & { readonly payer: string | null };

const statuses = [
  "pending",
  "succeeded",
  "failed",
  "expired",
  "flagged",
  "refunding",
  "partially_refunded",
  "refunded",
  "disputed",
] as const satisfies readonly Payment["status"][];

/** All payments of the site, to be found by who pays, how they stand and when they began; each leads to its order. */
export class AdminPayments extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Payment, NonNullable<Payments["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "status", "-status"],
    fetch: async (desk, { filters, page }, options) => {
      const status = statuses.find((each) => each === filters["status"]);
      const { payer } = filters;
      const { items, nextCursor } = await desk.client.money.listPayments(
        { ...page, ...spanOf(filters), ...(status && { status }), ...(payer && { payer }) },
        options,
      );
      const ids = items.flatMap(({ payerId }) => payerId ?? []);
      const members = await membersOf(desk, ids, options);
      const payerOf = (id: string | null) => (id === null ? null : nameOf(members, id));
      return { items: items.map((each) => ({ ...each, payer: payerOf(each.payerId) })), nextCursor };
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = paymentsVoice(desk);
    const sayState = ordersVoice(desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table<Payment>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: this.columns(),
        href: ({ orderId }) => `/orders/${orderId}`,
        filters: [
          peopleField(desk, "payer", say("payer")),
          {
            name: "status",
            label: say("state"),
            options: choices(statuses, (status) => stateText(sayState, status)),
          },
          ...spanFields(desk),
        ],
      })}
    </div>`;
  }

  private columns(): Column<Payment>[] {
    const { desk } = this;
    const say = paymentsVoice(desk);
    const sayState = ordersVoice(desk);
    return [
      momentColumn(desk, say("begun"), ({ createdAt }) => createdAt, "createdAt"),
      { heading: say("payer"), text: ({ payer }) => payer ?? say("visitor") },
      { heading: say("what"), text: ({ description }) => description },
      {
        heading: say("state"),
        text: ({ status }) => stateText(sayState, status),
        cell: ({ status }) => stateChip(sayState, status),
        sort: "status",
      },
      { heading: say("gateway"), text: ({ gateway }) => gateway },
      momentColumn(desk, say("paid"), ({ paidAt }) => paidAt),
      moneyColumn(desk, say("amount"), ({ amountMinor, currency }) => ({ minor: amountMinor, currency })),
      moneyColumn(desk, say("back"), ({ refundedMinor, currency }) => ({ minor: refundedMinor, currency })),
    ];
  }
}

customElements.define("admin-payments", AdminPayments);
