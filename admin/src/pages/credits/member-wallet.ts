import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moneyText } from "../../parts/money.ts";
import { grantQuestion } from "./grants.ts";
import { creditsVoice } from "./texts.ts";

type Wallet = Contract["money"]["getMemberWallet"]["output"];
type Balance = Wallet["balances"][number];

/** What a member has of every unit, and the ways to give credits and take them. */
export class AdminMemberWallet extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property() memberId = "";

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly wallet = new Load<Wallet>(
    this,
    () => this.desk,
    ({ client }, options) => client.money.getMemberWallet({ memberId: this.memberId }, options),
  );

  override render(): TemplateResult {
    const { desk } = this;
    const say = creditsVoice(desk);
    return html`<section class="card" aria-label=${say("wallet")}>
        <h2>${say("wallet")}</h2>
        ${this.wallet.show(({ balances }) => html`${balances.map((balance) => this.balance(balance))}`)}
        ${
          may(desk, "money.credits")
            ? html`<div class="row">
                ${(["give", "take"] as const).map((kind) => {
                  const question = grantQuestion(desk, {
                    kind,
                    memberId: this.memberId,
                    done: () => this.wallet.reload(),
                  });
                  return html`<button
                    type="button"
                    class="quiet-button"
                    @click=${() => this.dialog.ask(question)}
                  >
                    ${question.title}
                  </button>`;
                })}
              </div>`
            : nothing
        }
      </section>
      ${this.dialog.show()}`;
  }

  private balance({ unit, digits, available, held, pendingPayout }: Balance): TemplateResult {
    const say = creditsVoice(this.desk);
    const { language } = this.desk;
    const written = (amount: number) =>
      /^[A-Z]{3}$/.test(unit)
        ? moneyText(amount, unit, language)
        : new Intl.NumberFormat(language).format(amount / 10 ** digits);
    return html`<h3>${unit === "credits" ? say("credits") : unit}</h3>
      ${facts([
        [say("available"), written(available)],
        [say("held"), written(held)],
        [say("pendingPayout"), pendingPayout === 0 ? null : written(pendingPayout)],
      ])}`;
  }
}
