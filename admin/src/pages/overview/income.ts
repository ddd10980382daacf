import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, svg, type TemplateResult } from "lit";
import { type Desk } from "../../base/desk.ts";
import { facts } from "../../parts/facts.ts";
import { moneyText } from "../../parts/money.ts";
import { overviewVoice } from "./texts.ts";

type Income = NonNullable<Contract["insights"]["getOverview"]["output"]["income"]>[number];

/** What came in, each currency by itself. */
export function incomeCard(desk: Desk, incomes: readonly Income[]): TemplateResult {
  const say = overviewVoice(desk);
  return html`<section class="card" aria-labelledby="income-title">
    <h2 id="income-title">${say("income")}</h2>
    ${incomes.length === 0 ? html`<p class="quiet">${say("noIncome")}</p>` : nothing}
    ${incomes.map((income) => currencyPart(desk, income))}
  </section>`;
}

function currencyPart(desk: Desk, { currency, receivedMinor, refundedMinor, days }: Income): TemplateResult {
  const say = overviewVoice(desk);
  const money = (minor: number) => moneyText(minor, currency, desk.language);
  return html`<div class="entry">
    ${facts([
      [say("received"), html`<strong class="big">${money(receivedMinor)}</strong>`],
      [say("refunded"), money(refundedMinor)],
      [say("kept"), money(receivedMinor - refundedMinor)],
    ])}
    ${bars(days, say("chart", { currency }))}
    <details>
      <summary>${say("asTable")}</summary>
      <table class="plain-table">
        <caption class="quiet">
          ${say("chart", { currency })}
        </caption>
        <thead>
          <tr>
            <th scope="col">${say("day")}</th>
            <th scope="col" class="number">${say("received")}</th>
            <th scope="col" class="number">${say("refunded")}</th>
          </tr>
        </thead>
        <tbody>
          ${days.toReversed().map(
            (day) =>
              html`<tr>
                <th scope="row"><time datetime=${day.date}>${dateText(desk, day.date)}</time></th>
                <td class="number">${money(day.receivedMinor)}</td>
                <td class="number">${money(day.refundedMinor)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </div>`;
}

const chartHeight = 80;
const barWidth = 20;
const gap = 6;

/** One bar a day. Its numbers are in the table below it, which people who listen read instead. */
function bars(days: Income["days"], name: string): TemplateResult {
  const most = Math.max(1, ...days.map(({ receivedMinor }) => receivedMinor));
  const width = days.length * (barWidth + gap) - gap;
  return html`<svg
    class="bars"
    role="img"
    aria-label=${name}
    viewBox="0 0 ${width} ${chartHeight}"
    preserveAspectRatio="none"
  >
    ${days.map(({ receivedMinor }, place) => {
      // A quiet day keeps a line, so that the eye counts days.
      const height = Math.max(2, Math.round((receivedMinor / most) * chartHeight));
      return svg`<rect class=${receivedMinor === 0 ? "none" : ""} x=${place * (barWidth + gap)}
        y=${chartHeight - height} width=${barWidth} height=${height} rx="3"></rect>`;
    })}
  </svg>`;
}

const dateText = ({ language }: Pick<Desk, "language">, date: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(date));
