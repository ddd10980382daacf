import { html, nothing, type TemplateResult } from "lit";
import { formatMoment } from "../base/format.ts";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { icon } from "../parts/icon.ts";
import { dueLine, type OrderView } from "./order-card.ts";
import { type OrderPageTexts } from "./order-page.texts.ts";
import { type OrdersTexts } from "./orders.texts.ts";
import { type WholeOrder } from "./work-orders.ts";

/** What drawing the parts of one order needs beside it. */
export interface PageView extends OrderView {
  readonly say: Say<OrdersTexts & OrderPageTexts>;
  readonly openFile: (fileId: string) => void;
}

/** An instant of an order as its reader's clock shows it. */
export const momentOf = ({ tag, timeZone }: PageView, instant: string): string =>
  formatMoment(tag, Date.parse(instant), timeZone);

/** What was agreed: the delivery, rounds of changes, when it was ordered, what went back. */
export function factsOf(order: WholeOrder, view: PageView): TemplateResult {
  const { say, tag } = view;
  const { work, placedAt, refundedMinor, currency, note } = order;
  const left = work?.revisions == null ? null : Math.max(0, work.revisions - work.revisionsUsed);
  return html`<ul class="facts">
    ${dueLine(order, view)}
    <li>
      ${icon("info")}<span
        >${left === null ? say("revisionsUnlimited") : say("revisionsLeft", { count: left })}</span
      >
    </li>
    <li class="muted">
      ${icon("calendar")}<span>${say("placed", { time: momentOf(view, placedAt) })}</span>
    </li>
    ${
      refundedMinor > 0
        ? html`<li>
            ${icon("price")}<span
              >${say("refundedAmount", { amount: formatMoney(tag, refundedMinor, currency) })}</span
            >
          </li>`
        : nothing
    }
    ${note ? html`<li class="muted words"><bdi>${note}</bdi></li>` : nothing}
  </ul>`;
}

/** What was bought, line by line, and for how much. */
export function linesOf({ lines, totalMinor, currency }: WholeOrder, { say, tag }: PageView): TemplateResult {
  return html`<section>
    <h3>${say("bought")}</h3>
    <dl class="sum">
      ${lines.map(
        ({ title, quantity, amountMinor }) =>
          html`<div>
            <dt><bdi>${title}</bdi>${quantity > 1 ? html` × ${quantity}` : nothing}</dt>
            <dd>${formatMoney(tag, amountMinor, currency)}</dd>
          </div>`,
      )}
      <div class="total">
        <dt>${say("total")}</dt>
        <dd>${formatMoney(tag, totalMinor, currency)}</dd>
      </div>
    </dl>
  </section>`;
}
