import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { type PanelHost } from "../base/lazy.ts";
import { returnUrl } from "../base/leave.ts";
import { type Say } from "../base/texts.ts";
import { field, type Field } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { notice } from "../parts/notice.ts";
import { countriesIn, likelyCountry } from "./countries.ts";
import { type PayoutParts } from "./payouts.ts";
import { type PayoutTexts } from "./payouts.texts.ts";

type Setup = Contract["money"]["getPayoutSetup"]["output"];
type Account = NonNullable<Setup["account"]>;

/** What the account needs of the payouts. */
interface AccountParts extends Pick<PayoutParts, "refused"> {
  readonly page: () => Page;
  readonly say: Say<PayoutTexts>;
  /** Called when somebody is paid somewhere else, or nowhere. */
  readonly changed: () => void;
}

const optional = { autocomplete: "off" } as const;

/** Where a member is paid: shown by the end of its number, said for the first time, changed and removed. */
export class PayoutAccount {
  readonly #host: PanelHost;
  readonly #parts: AccountParts;
  readonly #bank: Form;
  readonly #removing: Action<[], void>;
  readonly #leaving: Action<[country: string], void>;
  readonly #checking: Action<[], void>;
  #isChanging = false;
  #hasIban = true;
  #outcome = "";

  constructor(host: PanelHost, parts: AccountParts) {
    this.#host = host;
    this.#parts = parts;
    const { say } = parts;
    this.#bank = new Form(host, {
      check: (values) => this.#wrongIn(values),
      send: (values) => this.#save(values),
    });
    this.#removing = new Action(host, async () => {
      await parts.page().client.money.removePayoutAccount({});
      this.#done(say("removed"));
    });
    this.#leaving = new Action(host, async (country) => {
      const { url } = await parts.page().client.money.connectPayoutAccount({
        country,
        returnUrl: returnUrl(),
      });
      location.assign(url);
      // The page stays on screen until Stripe's is there: the button must not look ready again.
      await new Promise<void>((resolve) => addEventListener("pageshow", () => resolve(), { once: true }));
    });
    this.#checking = new Action(host, async () => {
      await parts.page().client.money.checkPayoutAccount({});
      parts.changed();
    });
  }

  /** How an account is called. */
  nameOf({ way, label }: Pick<Account, "way" | "label">): string {
    // U+2066 and U+2069 keep the number in one piece inside a sentence of either direction.
    return this.#parts.say(way, {
      label: way === "stripe" && label === "Stripe" ? "" : `\u2066${label}\u2069`,
    });
  }

  render({ account, coming, ways }: Setup): TemplateResult {
    const { say } = this.#parts;
    return html`<section class="part" aria-labelledby="payout-account-title">
      <h4 id="payout-account-title" tabindex="-1">${say("accountTitle")}</h4>
      ${this.#outcome === "" ? nothing : notice(this.#outcome)}
      ${account && !this.#isChanging ? this.#shown(account) : this.#forms(account, ways)}
      ${coming ? this.#waiting(coming) : nothing}
    </section>`;
  }

  #shown(account: Account): TemplateResult {
    const { say, refused } = this.#parts;
    const { failure, busy } = this.#removing;
    return html`<p>${this.nameOf(account)}</p>
      ${failure ? refused(failure) : nothing}
      <div class="deeds">
        <button
          type="button"
          class="button"
          part="button"
          data-deed="change-account"
          @click=${() => this.#turn(true)}
        >
          ${say("change")}
        </button>
        <button
          type="button"
          class="button quiet"
          part="button"
          data-deed="remove-account"
          aria-busy=${busy}
          @click=${() => void this.#removing.run()}
        >
          ${say("remove")}
        </button>
      </div>`;
  }

  #waiting({ country }: Account): TemplateResult {
    const { say, refused } = this.#parts;
    const failure = this.#checking.failure ?? this.#leaving.failure;
    return html`${notice(say("coming"))} ${failure ? refused(failure) : nothing}
      <div class="deeds">
        <button
          type="button"
          class="button"
          part="button"
          data-deed="continue-stripe"
          aria-busy=${this.#leaving.busy}
          @click=${() => void this.#leaving.run(country)}
        >
          ${say("openStripe")}
        </button>
        <button
          type="button"
          class="button quiet"
          part="button"
          data-deed="check-account"
          aria-busy=${this.#checking.busy}
          @click=${() => void this.#checking.run()}
        >
          ${say("check")}
        </button>
      </div>`;
  }

  #forms(account: Account | null, ways: Setup["ways"]): TemplateResult {
    const { say, refused } = this.#parts;
    const { failure, busy } = this.#bank;
    return html`<form class="form" data-form="account" novalidate @submit=${this.#bank.submit}>
        ${this.#field("holder", "holder", { autocomplete: "name", maxLength: 100 })} ${this.#kind()}
        ${
          this.#hasIban
            ? this.#field("iban", "iban", { ...optional, maxLength: 42 })
            : html`${this.#countries("country", say("country"))}
              ${this.#field("accountNumber", "accountNumber", { ...optional, maxLength: 42 })}
              ${this.#field("bankCode", "bankCode", { ...optional, maxLength: 30, hint: say("bankCodeHint") })}
              ${this.#field("bankName", "bankName", { ...optional, maxLength: 100 })}`
        }
        ${failure ? refused(failure) : nothing}
        <div class="deeds">
          <button class="button primary" part="button" aria-busy=${busy}>${say("save")}</button>
          ${
            account
              ? html`<button
                  type="button"
                  class="button quiet"
                  part="button"
                  data-deed="keep-account"
                  @click=${() => this.#turn(false)}
                >
                  ${say("keep")}
                </button>`
              : nothing
          }
        </div>
      </form>
      ${ways.includes("stripe") ? this.#stripe() : nothing}`;
  }

  #kind(): TemplateResult {
    const { say } = this.#parts;
    const choose = ({ currentTarget }: Event) => {
      this.#hasIban = currentTarget instanceof HTMLSelectElement && currentTarget.value === "iban";
      this.#bank.forgive();
      this.#host.requestUpdate();
    };
    return html`<div class="field">
      <label for="kind">${say("kind")}</label>
      <select id="kind" name="kind" part="input" @change=${choose}>
        <option value="iban" ?selected=${this.#hasIban}>${say("kindIban")}</option>
        <option value="number" ?selected=${!this.#hasIban}>${say("kindNumber")}</option>
      </select>
    </div>`;
  }

  #stripe(): TemplateResult {
    const { say, refused } = this.#parts;
    const { failure, busy } = this.#leaving;
    const leave = (event: SubmitEvent) => {
      event.preventDefault();
      if (!(event.currentTarget instanceof HTMLFormElement)) return;
      const country = new FormData(event.currentTarget).get("stripeCountry");
      if (typeof country === "string") void this.#leaving.run(country);
    };
    return html`<form class="form" data-form="stripe" aria-labelledby="stripe-title" @submit=${leave}>
      <h4 id="stripe-title">${say("byStripe")}</h4>
      <p class="small muted">${say("byStripeText")}</p>
      ${this.#countries("stripeCountry", say("stripeCountry"))} ${failure ? refused(failure) : nothing}
      <button class="button" part="button" aria-busy=${busy}>${say("openStripe")}</button>
    </form>`;
  }

  #field(
    name: "holder" | "iban" | "accountNumber" | "bankCode" | "bankName",
    label: "holder" | "iban" | "accountNumber" | "bankCode" | "bankName",
    more: Pick<Field, "autocomplete" | "maxLength" | "hint">,
  ): TemplateResult {
    return field({ name, label: this.#parts.say(label), error: this.#bank.wrong(name), ...more });
  }

  #countries(name: "country" | "stripeCountry", label: string): TemplateResult {
    const chosen = likelyCountry();
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <select id=${name} name=${name} part="input">
        ${countriesIn(this.#host.locale.tag).map(
          ([code, words]) => html`<option value=${code} ?selected=${code === chosen}>${words}</option>`,
        )}
      </select>
    </div>`;
  }

  #wrongIn(values: Readonly<Record<string, string>>): Readonly<Partial<Record<string, string>>> {
    const { say } = this.#parts;
    const needed = this.#hasIban ? ["holder", "iban"] : ["holder", "accountNumber", "bankCode", "bankName"];
    const wrong: Record<string, string> = {};
    for (const name of needed) if ((values[name] ?? "").length < 2) wrong[name] = say("missing");
    if (this.#hasIban && !wrong["iban"] && !/^[a-z]{2}\d{2}[a-z0-9\s-]{11,38}$/i.test(values["iban"] ?? ""))
      wrong["iban"] = say("ibanWrong");
    return wrong;
  }

  async #save({
    holder = "",
    iban = "",
    country = "",
    accountNumber = "",
    bankCode = "",
    bankName = "",
  }: Readonly<Record<string, string>>): Promise<void> {
    const { page, say } = this.#parts;
    const saved = await page().client.money.savePayoutAccount(
      this.#hasIban ? { holder, iban } : { holder, country, accountNumber, bankCode, bankName },
    );
    this.#done(say("saved", { label: `\u2066${saved.label}\u2069` }));
  }

  #turn(isChanging: boolean): void {
    this.#isChanging = isChanging;
    this.#outcome = "";
    for (const each of [this.#bank, this.#removing, this.#leaving]) each.forgive();
    this.#host.requestUpdate();
    void this.#host.focusOn(isChanging ? "#holder" : "#payout-account-title");
  }

  #done(outcome: string): void {
    this.#isChanging = false;
    this.#outcome = outcome;
    this.#host.announce(outcome);
    this.#parts.changed();
    void this.#host.focusOn("#payout-account-title");
  }
}
