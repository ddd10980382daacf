import { html, type TemplateResult } from "lit";
import { type SignedIn, type Site } from "../base/contexts.ts";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Texts } from "../base/texts.ts";
import { comboboxStyles } from "../parts/combobox/combobox.styles.ts";
import { comboboxTexts, type ComboboxTexts } from "../parts/combobox/combobox.texts.ts";
import { Combobox, type ComboboxView } from "../parts/combobox/combobox.ts";
import { parseAmount } from "./amount.ts";
import { type Answers, type Factor, listIn, moneyIn, textIn, weekIn } from "./answers.ts";
import { currenciesFrom, currencyOf } from "./currencies.ts";
import { moneyField } from "./money-field.ts";
import { pickerStyles } from "./pickers.styles.ts";
import { pickersTexts, type PickersTexts } from "./pickers.texts.ts";
import { countriesIn, languagesIn, placeName, zoneName, zonesIn } from "./places.ts";
import { WeekGrid } from "./week-grid.ts";

/** What picking needs of the quiz. */
export interface PickerParts {
  readonly now: () => number;
  readonly site: () => Site | null | undefined;
  readonly member: () => SignedIn;
  readonly answers: () => Answers;
  readonly answer: (key: string, answer: unknown) => void;
}

/** How a field is named and described. */
export interface Described {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly isInvalid: boolean;
}

/** The fields of a quiz that are more than writing and ticking: languages, a country, a time zone, money, a week. */
export class Pickers implements Panel {
  readonly #host: PanelHost;
  readonly #parts: PickerParts;
  readonly #texts: Texts<PickersTexts & ComboboxTexts>;
  readonly #boxes = new Map<string, Combobox>();
  readonly #grids = new Map<string, WeekGrid>();
  /** What was typed as an amount, while it is on screen. */
  readonly #typed = new Map<string, { readonly amount: string; readonly currency: string }>();

  constructor(host: PanelHost, parts: PickerParts) {
    this.#host = host;
    this.#parts = parts;
    this.#texts = new Texts(host, pickersTexts, comboboxTexts);
    wear(host, comboboxStyles);
    wear(host, pickerStyles);
  }

  get ready(): boolean {
    return this.#texts.ready;
  }

  /** Forgets what was typed: a field shows its answer then. */
  forget(): void {
    this.#typed.clear();
  }

  /** The field of one question. */
  render({ key, kind }: Factor, shown: Described): TemplateResult {
    const answer = this.#parts.answers()[key];
    const { tag } = this.#host.locale;
    const chosen = [textIn(answer)].filter(Boolean);
    const choose = ([value]: readonly string[]) => this.#parts.answer(key, value);
    switch (kind) {
      case "languages":
        return this.#box(key, {
          ...shown,
          isMany: true,
          options: () => languagesIn(tag),
          nameOf: (code) => placeName(tag, "language", code),
          chosen: listIn(answer),
          choose: (codes) => this.#parts.answer(key, codes),
        });
      case "country":
        return this.#box(key, {
          ...shown,
          options: () => countriesIn(tag),
          nameOf: (code) => placeName(tag, "region", code),
          chosen,
          choose,
        });
      case "zone":
        return this.#box(key, {
          ...shown,
          options: zonesIn,
          nameOf: (zone) => zoneName(tag, zone, this.#parts.now()),
          chosen,
          choose,
        });
      case "money":
        return this.#money(key, shown);
      default:
        return this.#week(key, shown);
    }
  }

  #box(key: string, view: Omit<ComboboxView, "say">): TemplateResult {
    const box = this.#boxes.get(key) ?? new Combobox(this.#host, `answer-${key}`);
    this.#boxes.set(key, box);
    return box.render({ ...view, say: this.#texts.say });
  }

  #money(key: string, { describedBy, isInvalid }: Described): TemplateResult {
    const { say } = this.#texts;
    const { tag } = this.#host.locale;
    const money = moneyIn(this.#parts.answers()[key]);
    const sites = this.#parts.site()?.currency ?? "USD";
    const likely = this.#parts.member()?.currency ?? currencyOf(navigator.language, sites);
    const currency = this.#typed.get(key)?.currency ?? money?.currency ?? likely;
    return html`${moneyField({
      id: `answer-${key}`,
      tag,
      texts: { amount: say("amount"), currency: say("currency") },
      currencies: currenciesFrom(currency, likely, sites),
      currency,
      typed: this.#typed.get(key)?.amount,
      money,
      describedBy,
      isInvalid,
      change: (amount, chosen) => {
        const amountMinor = parseAmount(tag, amount, chosen);
        // What is being typed stays as it is: "1," is on the way to "1,000".
        this.#typed.set(key, { amount, currency: chosen });
        this.#parts.answer(key, amountMinor === null ? undefined : { amountMinor, currency: chosen });
      },
    })}`;
  }

  #week(key: string, { describedBy, isInvalid }: Described): TemplateResult {
    const grid = this.#grids.get(key) ?? new WeekGrid(this.#host);
    this.#grids.set(key, grid);
    const { say } = this.#texts;
    return html`${grid.render({
        say,
        labelledBy: `${key}-label`,
        describedBy: [`${key}-hint`, describedBy].filter(Boolean).join(" "),
        isInvalid,
        chosen: weekIn(this.#parts.answers()[key]),
        choose: (chosen) => this.#parts.answer(key, chosen),
      })}
      <p id=${`${key}-hint`} class="small muted">${say("weekHint")}</p>`;
  }
}
