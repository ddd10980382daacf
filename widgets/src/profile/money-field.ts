import { html, nothing, type TemplateResult } from "lit";
import { writeAmount } from "./amount.ts";
import { type Money } from "./answers.ts";

/** What a field of money shows. */
export interface MoneyField {
  readonly id: string;
  readonly tag: string;
  /** What the fields are called, and the site's credits where they are among the currencies. */
  readonly texts: { readonly amount: string; readonly currency: string; readonly credits?: string };
  readonly currencies: readonly string[];
  readonly currency: string;
  /** What was typed; the amount of `money` unless set. */
  readonly typed: string | undefined;
  readonly money: Money | null;
  readonly isInvalid: boolean;
  readonly describedBy: string | undefined;
  readonly change: (typed: string, currency: string) => void;
}

/** An amount and its currency. */
export function moneyField(field: MoneyField): TemplateResult {
  const { id, tag, texts, money, currency } = field;
  const typed = field.typed ?? (money ? writeAmount(tag, money.amountMinor, money.currency) : "");
  const read = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLElement)) return;
    const amount = currentTarget.querySelector("input")?.value ?? "";
    field.change(amount, currentTarget.querySelector("select")?.value ?? currency);
  };
  return html`<div class="money" @input=${read}>
    <input
      id=${id}
      part="input"
      inputmode="decimal"
      autocomplete="off"
      maxlength="14"
      aria-label=${texts.amount}
      aria-invalid=${field.isInvalid ? "true" : nothing}
      aria-describedby=${field.describedBy ?? nothing}
      .value=${typed}
    />
    <select part="input" aria-label=${texts.currency}>
      ${field.currencies.map((code) => html`<option value=${code} ?selected=${code === currency}>${code === "credits" ? texts.credits : code}</option>`)}
    </select>
  </div>`;
}
