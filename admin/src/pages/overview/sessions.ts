import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Desk, may } from "../../base/desk.ts";
import { facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { overviewVoice } from "./texts.ts";

type Bookings = NonNullable<Contract["insights"]["getOverview"]["output"]["bookings"]>;

/** How many sessions there are, and the next ones. */
export function sessionsCard(desk: Desk, { today, week, coming }: Bookings): TemplateResult {
  const say = overviewVoice(desk);
  const number = (count: number) =>
    html`<strong class="big">${new Intl.NumberFormat(desk.language).format(count)}</strong>`;
  const address = ({ id, orderId }: Bookings["coming"][number]) =>
    orderId !== null && may(desk, "orders.view") ? `/orders/${orderId}` : `/bookings/${id}`;
  const people = ({ clientName, hostName }: Bookings["coming"][number]) =>
    clientName !== null && hostName !== null ? say("withWhom", { client: clientName, host: hostName }) : "";
  return html`<section class="card" aria-labelledby="sessions-title">
    <div class="row apart">
      <h2 id="sessions-title">${say("bookings")}</h2>
      <a href="/bookings">${say("allBookings")}</a>
    </div>
    ${facts([
      [say("today"), number(today)],
      [say("week"), number(week)],
    ])}
    <h3>${say("coming")}</h3>
    ${
      coming.length === 0
        ? html`<p class="quiet">${say("noneComing")}</p>`
        : html`<ul class="lines">
            ${coming.map(
              (booking) =>
                html`<li class="row apart">
                  <span
                    ><a href=${address(booking)}>${booking.title}</a>
                    <span class="quiet">${people(booking)}</span></span
                  >
                  <span class="quiet">${moment(desk, booking.startsAt)}</span>
                </li>`,
            )}
          </ul>`
    }
  </section>`;
}
