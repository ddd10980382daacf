import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Desk, may } from "../../base/desk.ts";
import { type Question } from "../../parts/dialog.ts";
import { moneyText } from "../../parts/money.ts";
import { planVoice } from "./texts.ts";
import { usageBars } from "./usage.ts";

export type Module = Contract["billing"]["listModules"]["output"]["items"][number];

/** What a card needs of its page. */
interface CardOf {
  readonly desk: Desk;
  /** An instant in the site's own time zone. */
  readonly moment: (instant: string) => string;
  readonly ask: (question: Question) => void;
  readonly done: () => void;
}

/** A module of the catalogue: what it does and costs, how it stands, and what can be done about it. */
export function moduleCard(module: Module, { desk, moment, ask, done }: CardOf): TemplateResult {
  const { names, descriptions, monthly, annual, lifetime, state, licence, usage } = module;
  const say = planVoice(desk);
  const price = ({ amountMinor, currency }: Module["monthly"]) =>
    moneyText(amountMinor, currency, desk.language);
  const ends = licence?.expiresAt
    ? say("until", { moment: moment(licence.expiresAt) })
    : licence
      ? say("forGood")
      : null;
  return html`<h3>${names[desk.language]}</h3>
    <p>${descriptions[desk.language]}</p>
    <p><strong>${say(state)}</strong>${ends === null ? nothing : html` ${ends}`}</p>
    ${
      state === "available"
        ? html`<p>
            ${say("monthly", { price: price(monthly) })}<br />${say("annual", { price: price(annual) })}<br />${say(
              "lifetime",
              { price: price(lifetime) },
            )}
          </p>`
        : nothing
    }
    ${usage.length === 0 ? nothing : usageBars(desk, usage)}
    ${
      may(desk, "billing.modules") && !desk.staff.tenant?.isSandbox
        ? deedOf(module, { desk, ask, done })
        : nothing
    }`;
}

/** The one thing that can be done about a module in its state. */
function deedOf(
  { id, names, state, canTry, trialDays }: Module,
  { desk, ask, done }: Pick<CardOf, "desk" | "ask" | "done">,
): TemplateResult {
  const say = planVoice(desk);
  const name = names[desk.language];
  if (state === "available" && !canTry) return html`<p>${say("tried")}</p>`;
  const deed = state === "available" ? "tryIt" : state === "off" ? "activate" : "deactivate";
  const leads = {
    tryIt: say("tryLead", { name, days: String(trialDays) }),
    activate: say("activateLead", { name }),
    deactivate: say("deactivateLead", { name }),
  };
  const question: Question = {
    title: `${say(deed)}: ${name}`,
    lead: leads[deed],
    submit: say(deed),
    isDangerous: deed === "deactivate",
    run: async () => {
      const { billing } = desk.client;
      await (deed === "deactivate" ? billing.deactivateModule({ id }) : billing.activateModule({ id }));
      done();
      return undefined;
    },
  };
  return html`<button
    type="button"
    class=${deed === "deactivate" ? "quiet-button" : "button"}
    aria-label="${say(deed)}: ${name}"
    @click=${() => ask(question)}
  >
    ${say(deed)}
  </button>`;
}
