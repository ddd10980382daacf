import { html, nothing, type TemplateResult } from "lit";
import { formatMoment } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { addressOf } from "../parts/person/address.ts";
import { type OrdersTexts } from "./orders.texts.ts";
import { dueOf, standingOf, type WorkOrder } from "./work-orders.ts";

/** What drawing an order needs beside it. */
export interface OrderView {
  readonly say: Say<OrdersTexts>;
  readonly tag: string;
  readonly timeZone: string;
  /** The site's time in milliseconds. */
  readonly now: number;
}

/** What a card needs besides its order. */
export interface CardParts extends OrderView {
  /** The page's own address of an order, such as `/orders/{id}`; empty without one. */
  readonly href: string;
  readonly open: (orderId: string, event: Event) => void;
}

/** One order in the list: what, which part the member has in it, how it stands, until when and for how much. */
export function orderCard(order: WorkOrder, parts: CardParts): TemplateResult {
  const { say, tag, href, open } = parts;
  const { id, number, work, role, totalMinor, currency } = order;
  const title = html`<bdi>${work?.title ?? number}</bdi>`;
  const address = addressOf(href, id);
  const press = (event: Event) => open(id, event);
  return html`<li class="card" part="order" data-order=${id}>
    <div class="head">
      <h3>
        ${
          address === null
            ? html`<button class="title" @click=${press}>${title}</button>`
            : html`<a class="title" href=${address} @click=${press}>${title}</a>`
        }
      </h3>
      ${badge(order, say)}
    </div>
    <p class="muted">
      ${say(role === "provider" ? "youSell" : "youBuy")} · <bdi>${say("number", { number })}</bdi>
    </p>
    <ul class="facts">
      ${dueLine(order, parts)}
      <li>${icon("price")}<span>${formatMoney(tag, totalMinor, currency)}</span></li>
    </ul>
  </li>`;
}

/** How an order stands, in a word or two. */
export function badge(order: WorkOrder, say: Say<OrdersTexts>): TemplateResult {
  const standing = standingOf(order);
  return html`<span class="badge small ${standing ?? ""}" part="standing"
    >${standing === null ? order.state : say(standing)}</span
  >`;
}

/** Until when the work is to be delivered; nothing when it is not waited for. */
export function dueLine(
  order: WorkOrder,
  { say, tag, timeZone, now }: OrderView,
): TemplateResult | typeof nothing {
  const due = dueOf(order);
  if (due === null) return nothing;
  const time = formatMoment(tag, due, timeZone);
  return html`<li class=${due < now ? "wrong" : ""}>
    ${icon("clock")}<span>${say(due < now ? "late" : "due", { time })}</span>
  </li>`;
}
