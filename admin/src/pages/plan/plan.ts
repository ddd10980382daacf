import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moneyText } from "../../parts/money.ts";
import { moduleCard, type Module } from "./module-card.ts";
import { planVoice } from "./texts.ts";
import { usageBars } from "./usage.ts";

type Billing = Contract["billing"];
type Standing = Billing["getStanding"]["output"];
type Plan = Billing["listPlans"]["output"]["items"][number];

interface Shelf {
  readonly standing: Standing;
  readonly plans: readonly Plan[];
  readonly modules: readonly Module[];
}

/** What the site may use: its plan and what it used of it, and the modules that can be tried and switched. */
export class AdminPlan extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly shelf = new Load<Shelf>(
    this,
    () => this.desk,
    async ({ client }, options) => {
      const [standing, plans, modules] = await Promise.all([
        client.billing.getStanding({}, options),
        client.billing.listPlans({}, options),
        client.billing.listModules({}, options),
      ]);
      return { standing, plans: plans.items, modules: modules.items };
    },
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <h1>${planVoice(this.desk)("title")}</h1>
      ${this.shelf.show((shelf) => this.content(shelf))} ${this.dialog.show()}
    </div>`;
  }

  private content({ standing, plans, modules }: Shelf): TemplateResult {
    const { desk } = this;
    const say = planVoice(desk);
    return html`<section class="card" aria-labelledby="plan-title">
        <h2 id="plan-title">${say("plan")}</h2>
        <p><strong class="big">${say(standing.plan)}</strong></p>
        ${
          standing.isOnTrial && standing.trialEndsAt
            ? html`${facts([
                  [say("trial"), say("onTrial", { moment: this.moment(standing.trialEndsAt, standing) })],
                  [say("daysLeft"), standing.trialDaysLeft],
                ])}
                <p>${say("trialLead")}</p>`
            : nothing
        }
        <h3>${say("usage")}</h3>
        <p>${say("usageLead", { zone: standing.timeZone })}</p>
        ${usageBars(desk, standing.usage)}
      </section>
      <h2>${say("plans")}</h2>
      <ul class="offers">
        ${plans.map((plan) => html`<li class="card">${this.plan(plan, standing)}</li>`)}
      </ul>
      <h2>${say("modules")}</h2>
      ${standing.canBuy ? nothing : html`<p class="lead">${say("trialOnly")}</p>`}
      <ul class="offers">
        ${modules.map(
          (module) =>
            html`<li class="card">
              ${moduleCard(module, {
                desk,
                moment: (instant) => this.moment(instant, standing),
                ask: (question) => this.dialog.ask(question),
                done: () => this.shelf.reload(),
              })}
            </li>`,
        )}
      </ul>`;
  }

  private plan({ id, monthly, annual }: Plan, { plan, isOnTrial }: Standing): TemplateResult {
    const { desk } = this;
    const say = planVoice(desk);
    const price = ({ amountMinor, currency }: Plan["monthly"]) =>
      moneyText(amountMinor, currency, desk.language);
    const isChoosable =
      monthly.amountMinor === 0 &&
      (id !== plan || isOnTrial) &&
      may(desk, "billing.modules") &&
      !desk.staff.tenant?.isSandbox;
    return html`<h3>${say(id)}</h3>
      <p>${say("monthly", { price: price(monthly) })}<br />${say("annual", { price: price(annual) })}</p>
      ${id === plan ? html`<p><strong>${say("current")}</strong></p>` : nothing}
      ${
        isChoosable
          ? html`<button
              type="button"
              class="button"
              aria-label="${say("choose")}: ${say(id)}"
              @click=${() => this.choose(id)}
            >
              ${say("choose")}
            </button>`
          : nothing
      }`;
  }

  private choose(plan: Plan["id"]): void {
    const say = planVoice(this.desk);
    this.dialog.ask({
      title: say("choose"),
      lead: say("chooseLead", { plan: say(plan) }),
      submit: say("choose"),
      run: async () => {
        await this.desk.client.billing.changePlan({ plan });
        this.shelf.reload();
        return undefined;
      },
    });
  }

  /** An instant in the site's own time zone. */
  private moment(instant: string, { timeZone }: Standing): string {
    const format = { dateStyle: "medium", timeStyle: "short", timeZone } as const;
    return new Intl.DateTimeFormat(this.desk.language, format).format(new Date(instant));
  }
}

customElements.define("admin-plan", AdminPlan);
