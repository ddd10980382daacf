import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { choices, peopleField, spanFields } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn, spanOf } from "../../parts/moment.ts";
import { moneyColumn } from "../../parts/money.ts";
import { membersOf, nameOf } from "../../parts/names.ts";
import { type Column, table } from "../../parts/table.ts";
import { AdminBooking, bookingChip } from "./booking.ts";
import { bookingsVoice } from "./texts.ts";

type Bookings = Contract["scheduling"]["listBookings"];
type Booking = Bookings["output"]["items"][number] & { readonly host: string; readonly client: string };

const states = [
  "pending",
  "confirmed",
  "completed",
  "cancelled",
] as const satisfies readonly Booking["state"][];

/** All sessions of the site, to be found by their people, state or date. */
export class AdminBookings extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly listing = new Listing<Booking, NonNullable<Bookings["input"]["sort"]>>(this, {
    desk: () => this.desk,
    sorts: ["-startsAt", "startsAt", "createdAt", "-createdAt"],
    fetch: async (desk, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const { client, host } = filters;
      const { items, nextCursor } = await desk.client.scheduling.listBookings(
        {
          ...page,
          ...spanOf(filters),
          ...(state && { states: [state] }),
          ...(client && { client }),
          ...(host && { host }),
        },
        options,
      );
      const ids = items.flatMap(({ hostId, clientId }) => [hostId, clientId]);
      const members = await membersOf(desk, ids, options);
      return {
        items: items.map((each) => ({
          ...each,
          host: nameOf(members, each.hostId),
          client: nameOf(members, each.clientId),
        })),
        nextCursor,
      };
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = bookingsVoice(desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${table<Booking>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        columns: this.columns(),
        // What an order governs is changed there alone.
        href: ({ id, orderId }) =>
          orderId !== null && may(desk, "orders.view") ? `/orders/${orderId}` : `/bookings/${id}`,
        filters: [
          peopleField(desk, "client", say("client")),
          peopleField(desk, "host", say("host")),
          { name: "state", label: say("state"), options: choices(states, say) },
          ...spanFields(desk),
        ],
      })}
    </div>`;
  }

  private columns(): Column<Booking>[] {
    const { desk } = this;
    const say = bookingsVoice(desk);
    return [
      momentColumn(desk, say("starts"), ({ startsAt }) => startsAt, "startsAt"),
      { heading: say("session"), text: ({ title }) => title },
      { heading: say("client"), text: ({ client }) => client },
      { heading: say("host"), text: ({ host }) => host },
      {
        heading: say("state"),
        text: ({ state }) => say(state),
        cell: ({ state }) => bookingChip(say, state),
      },
      moneyColumn(desk, say("price"), ({ price: { amountMinor, currency } }) => ({
        minor: amountMinor,
        currency,
      })),
      momentColumn(desk, say("booked"), ({ createdAt }) => createdAt, "createdAt"),
    ];
  }
}

customElements.define("admin-bookings", AdminBookings);
customElements.define("admin-booking", AdminBooking);
