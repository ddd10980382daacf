import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { type Desk } from "../../base/desk.ts";
import { planVoice } from "./texts.ts";

export type Usage = Contract["billing"]["getStanding"]["output"]["usage"][number];

const metrics = ["identity.members", "scheduling.bookings", "messaging.conversations", "gigs.gigs"] as const;

/** How much of its limits a site uses, a bar with its numbers for each. */
export const usageBars = (desk: Desk, usage: readonly Usage[]): TemplateResult =>
  html`<ul class="usage">
    ${usage.map((each) => html`<li>${usageBar(desk, each)}</li>`)}
  </ul>`;

function usageBar(desk: Desk, { metric, period, used, limit }: Usage): TemplateResult {
  const say = planVoice(desk);
  const count = (units: number) => new Intl.NumberFormat(desk.language).format(units);
  const known = metrics.find((each) => each === metric);
  const name = known ? say(known) : metric;
  const label = period === "month" ? `${name}, ${say("perMonth")}` : name;
  const numbers =
    limit === null
      ? say("unlimited", { used: count(used) })
      : say("used", { used: count(used), limit: count(limit) });
  return html`<span>${label}</span> <strong>${numbers}</strong> ${
      limit === null
        ? ""
        : html`<progress
            aria-label=${label}
            max=${Math.max(limit, 1)}
            .value=${Math.min(used, limit)}
          ></progress>`
    }`;
}
