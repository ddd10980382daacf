import { type ApiError, type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { Action } from "../base/action.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { type Page } from "../base/contexts.ts";
import { dateFormat } from "../base/format.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { formatMoney } from "../base/money.ts";
import { type Say, Texts } from "../base/texts.ts";
import { field } from "../parts/field/field.ts";
import { Form } from "../parts/field/form.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { PayoutAccount } from "./payout-account.ts";
import { payoutStyles } from "./payouts.styles.ts";
import { payoutTexts, type PayoutTexts } from "./payouts.texts.ts";
import { typedAmount } from "./typed-amount.ts";

type Money = Contract["money"];
type Setup = Money["getPayoutSetup"]["output"];
type List = Money["listOwnPayouts"]["output"];
type Payout = List["items"][number];
type Balance = Money["getWallet"]["output"]["balances"][number];

const pageSize = 20;

/** What payouts need of the wallet. */
export interface PayoutParts {
  readonly page: () => Page;
  readonly say: () => Say<BaseTexts>;
  /** Whose payouts they are; null while nobody is signed in. */
  readonly owner: () => readonly [memberId: string] | null;
  readonly timeZone: () => string;
  /** Something that was refused, as the widget shows it. */
  readonly refused: (failure: ApiError) => TemplateResult;
  /** Called when money of the wallet has moved. */
  readonly moved: () => void;
}

/** What a member has paid out: where to, how much, and what became of it. */
export class Payouts implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PayoutParts;
  readonly #texts: Texts<PayoutTexts>;
  readonly #setup: Load<readonly [string], Setup>;
  readonly #list: Load<readonly [string], List>;
  readonly #account: PayoutAccount;
  readonly #asking: Form;
  readonly #cancelling: Action<[Payout], void>;
  #balances: readonly Balance[] = [];
  #wanted = pageSize;
  #currency = "";
  #outcome = "";

  constructor(host: PanelHost, parts: PayoutParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, payoutTexts);
    const { client } = parts.page();
    this.#setup = new Load(host, {
      args: parts.owner,
      load: (_, options) => client.money.getPayoutSetup({}, options),
    });
    this.#list = new Load(host, { args: parts.owner, load: (_, options) => this.#read(options) });
    this.#account = new PayoutAccount(host, {
      page: parts.page,
      say: this.#texts.say,
      refused: parts.refused,
      changed: () => this.#setup.reload(),
    });
    this.#asking = new Form(host, {
      check: (values) => this.#wrongIn(values),
      send: (values, form) => this.#ask(values, form),
      at: { "money.payout_too_large": "amount", "money.payout_too_small": "amount" },
    });
    this.#cancelling = new Action(host, (payout) => this.#cancel(payout));
    wear(host, payoutStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  readonly reload = (): void => {
    this.#setup.reload();
    this.#list.reload();
  };

  async #read(options: { readonly signal: AbortSignal }): Promise<List> {
    const { client } = this.#parts.page();
    let found: List = { items: [], nextCursor: null };
    do {
      const cursor = found.nextCursor ?? undefined;
      const next = await client.money.listOwnPayouts({ ...(cursor && { cursor }) }, options);
      found = { ...next, items: [...found.items, ...next.items] };
    } while (found.nextCursor !== null && found.items.length < this.#wanted);
    return found;
  }

  /** The payouts of somebody with these balances of money. */
  render(balances: readonly Balance[]): TemplateResult {
    this.#balances = balances;
    const { say } = this.#texts;
    const { value, failure } = this.#setup;
    return html`<section class="part payouts" aria-labelledby="payouts-title">
      <h3 id="payouts-title" tabindex="-1">${say("title")}</h3>
      <p class="small muted">${say("intro")}</p>
      ${failure ? this.#failed(failure, () => this.#setup.reload()) : nothing}
      ${value ? this.#account.render(value) : failure ? nothing : payoutOutline}
      ${value ? this.#request(value) : nothing} ${this.#payouts()}
    </section>`;
  }

  #failed(failure: ApiError, retry: () => void): TemplateResult {
    return failureNotice(failure, this.#parts.say(), this.#host.sentence(failure), retry);
  }

  #written = (minor: number, currency: string): string => formatMoney(this.#host.locale.tag, minor, currency);

  #chosen(): Balance | undefined {
    const payable = this.#balances.filter(({ available }) => available > 0);
    return payable.find(({ unit }) => unit === this.#currency) ?? payable[0];
  }

  #minimumOf(currency: string): number {
    const named = this.#setup.value?.minimums.find((each) => each.currency === currency);
    return named?.amountMinor ?? 1;
  }

  #request({ account }: Setup): TemplateResult {
    const { say } = this.#texts;
    const chosen = this.#chosen();
    const { failure, busy } = this.#asking;
    const payable = this.#balances.filter(({ available }) => available > 0);
    return html`<form
      class="form"
      data-form="payout"
      novalidate
      aria-labelledby="payout-ask-title"
      @submit=${this.#asking.submit}
    >
      <h4 id="payout-ask-title">${say("askTitle")}</h4>
      ${this.#outcome === "" ? nothing : notice(this.#outcome)}
      ${
        !chosen
          ? html`<p>${say("nothingToPay")}</p>`
          : account
            ? html`${payable.length > 1 ? this.#currencies(payable) : nothing}
                ${field({
                  name: "amount",
                  label: say("amount"),
                  autocomplete: "off",
                  maxLength: 20,
                  hint: this.#hint(chosen),
                  error: this.#asking.wrong("amount"),
                })}
                ${failure ? this.#parts.refused(failure) : nothing}
                <button class="button primary" part="button" aria-busy=${busy}>${say("ask")}</button>`
            : html`<p>${say("noAccount")}</p>`
      }
    </form>`;
  }

  #currencies(payable: readonly Balance[]): TemplateResult {
    const choose = ({ currentTarget }: Event) => {
      if (currentTarget instanceof HTMLSelectElement) this.#currency = currentTarget.value;
      this.#asking.forgive();
      this.#host.requestUpdate();
    };
    return html`<div class="field">
      <label for="payout-currency">${this.#texts.say("currency")}</label>
      <select id="payout-currency" name="currency" part="input" @change=${choose}>
        ${payable.map(({ unit }) => html`<option value=${unit}>${unit}</option>`)}
      </select>
    </div>`;
  }

  #hint({ available, unit }: Balance): string {
    const { say } = this.#texts;
    const minimum = this.#minimumOf(unit);
    const there = say("available", { amount: this.#written(available, unit) });
    return minimum > 1 ? `${there} ${say("minimum", { amount: this.#written(minimum, unit) })}` : there;
  }

  #wrongIn({ amount = "" }: Readonly<Record<string, string>>): Readonly<Partial<Record<string, string>>> {
    const { say } = this.#texts;
    const chosen = this.#chosen();
    if (!chosen) return {};
    const { unit, available } = chosen;
    const minor = typedAmount(amount, unit);
    const minimum = this.#minimumOf(unit);
    if (minor === null || minor === 0)
      return { amount: say("amountWrong", { example: plainly(available, chosen.digits) }) };
    if (minor < minimum) return { amount: say("tooSmall", { amount: this.#written(minimum, unit) }) };
    if (minor > available) return { amount: say("tooLarge", { amount: this.#written(available, unit) }) };
    return {};
  }

  async #ask({ amount = "" }: Readonly<Record<string, string>>, form: HTMLFormElement): Promise<void> {
    const chosen = this.#chosen();
    const amountMinor = chosen ? typedAmount(amount, chosen.unit) : null;
    if (!chosen || amountMinor === null) return;
    this.#outcome = "";
    await this.#parts.page().client.money.requestPayout({ amountMinor, currency: chosen.unit });
    this.#outcome = this.#texts.say("asked", { amount: this.#written(amountMinor, chosen.unit) });
    this.#host.announce(this.#outcome);
    form.reset();
    this.#list.reload();
    this.#parts.moved();
  }

  async #cancel({ id }: Payout): Promise<void> {
    await this.#parts.page().client.money.cancelPayout({ id });
    this.#host.announce(this.#texts.say("takenBack"));
    this.#list.reload();
    this.#parts.moved();
    void this.#host.focusOn("#payouts-title");
  }

  #payouts(): TemplateResult {
    const { say } = this.#texts;
    const { value, failure } = this.#list;
    return html`<section class="part" aria-labelledby="payout-list-title">
      <h4 id="payout-list-title">${say("listTitle")}</h4>
      ${failure ? this.#failed(failure, () => this.#list.reload()) : nothing}
      ${this.#cancelling.failure ? this.#parts.refused(this.#cancelling.failure) : nothing}
      ${
        !value
          ? failure
            ? nothing
            : payoutOutline
          : value.items.length === 0
            ? html`<p class="muted">${say("none")}</p>`
            : html`<ul class="lines">
                ${value.items.map((payout) => this.#payout(payout))}
              </ul>`
      }
      ${
        value?.nextCursor
          ? html`<button type="button" class="button more" part="button" @click=${this.#more}>
              ${say("more")}
            </button>`
          : nothing
      }
    </section>`;
  }

  readonly #more = (): void => {
    this.#wanted = (this.#list.value?.items.length ?? 0) + pageSize;
    this.#list.reload();
  };

  #payout(payout: Payout): TemplateResult {
    const { say } = this.#texts;
    const { id, reference, state, amountMinor, currency, account, reason, requestedAt } = payout;
    const date = dateFormat(this.#host.locale.tag, {
      dateStyle: "medium",
      timeZone: this.#parts.timeZone(),
    });
    return html`<li class="payout" part="payout" data-payout=${id} data-state=${state}>
      <p>
        <span class="name">${say(state)}</span>
        <time class="small muted" datetime=${requestedAt}>${date.format(Date.parse(requestedAt))}</time>
        <span class="small muted">
          <bdi>${reference}</bdi> · ${say("to", { label: this.#account.nameOf(account) })}
        </span>
      </p>
      <p class="sum"><bdi>${this.#written(amountMinor, currency)}</bdi></p>
      ${reason === null ? nothing : html`<p class="reason small"><bdi>${reason}</bdi></p>`}
      ${
        state === "requested"
          ? html`<p class="reason">
              <button
                type="button"
                class="button quiet"
                part="button"
                data-deed="cancel-payout"
                aria-label=${say("cancelOne", { reference })}
                aria-busy=${this.#cancelling.busy}
                @click=${() => void this.#cancelling.run(payout)}
              >
                ${say("cancel")}
              </button>
            </p>`
          : nothing
      }
    </li>`;
  }
}

/** An amount as it is typed. */
const plainly = (minor: number, digits: number): string => (minor / 10 ** digits).toFixed(digits);

const payoutOutline = html`<div class="skeleton row"></div>`;
