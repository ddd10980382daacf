import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { dateFormat } from "../base/format.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { valuesOf } from "../parts/field/field.ts";
import { failureNotice, notice } from "../parts/notice.ts";
import { type BaseTexts } from "../base/base.texts.ts";
import { formatChange, formatUnits } from "./amount.ts";
import { type WalletTexts } from "./wallet.texts.ts";

type List = Contract["money"]["listTransactions"];
type Transaction = List["output"]["items"][number];
type Type = Transaction["type"];

const types: readonly Type[] = [
  "starter",
  "purchased",
  "earned",
  "spent",
  "returned",
  "referral",
  "campaign",
  "granted",
  "taken",
  "paid_out",
  "refunded",
  "expired",
];
const pageSize = 20;
const dayMs = 86_400_000;

/** What the history needs of the wallet. */
export interface HistoryParts {
  readonly page: () => Page;
  readonly say: () => Say<BaseTexts & WalletTexts>;
  /** Whose history it is; null while nobody is signed in. */
  readonly owner: () => readonly [memberId: string] | null;
  /** The units the member has, credits first. */
  readonly units: () => readonly string[];
  readonly timeZone: () => string;
}

/** What came into a wallet and went out of it, by type, direction, dates and words. */
export class History {
  readonly #host: PanelHost;
  readonly #parts: HistoryParts;
  readonly #load: Load<readonly [string, string], List["output"]>;
  #filter: Readonly<Record<string, string>> = {};
  #wanted = pageSize;

  constructor(host: PanelHost, parts: HistoryParts) {
    this.#host = host;
    this.#parts = parts;
    this.#load = new Load(host, {
      args: () => {
        const owner = parts.owner();
        return owner && ([owner[0], JSON.stringify(this.#filter)] as const);
      },
      load: (_, options) => this.#read(options),
    });
  }

  readonly reload = (): void => this.#load.reload();

  async #read(options: { readonly signal: AbortSignal }): Promise<List["output"]> {
    const { client } = this.#parts.page();
    let found: List["output"] = { items: [], nextCursor: null };
    do {
      const cursor = found.nextCursor ?? undefined;
      const next = await client.money.listTransactions({ ...asked(this.#filter), cursor }, options);
      found = { ...next, items: [...found.items, ...next.items] };
    } while (found.nextCursor !== null && found.items.length < this.#wanted);
    return found;
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    if (!(currentTarget instanceof HTMLFormElement)) return;
    this.#filter = Object.fromEntries(
      Object.entries(valuesOf(currentTarget)).filter(([, value]) => value !== ""),
    );
    this.#wanted = pageSize;
    this.#host.requestUpdate();
  };

  readonly #more = (): void => {
    this.#wanted = (this.#load.value?.items.length ?? 0) + pageSize;
    this.#load.reload();
  };

  render(): TemplateResult {
    const say = this.#parts.say();
    return html`<section class="part" aria-labelledby="history-title">
      <h3 id="history-title">${say("historyTitle")}</h3>
      ${this.#filters()} ${this.#lines()}
    </section>`;
  }

  #filters(): TemplateResult {
    const say = this.#parts.say();
    const units = this.#parts.units();
    return html`<form
      class="filters"
      role="search"
      aria-label=${say("historyTitle")}
      @change=${this.#choose}
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        this.#choose(event);
      }}
    >
      ${
        units.length > 1
          ? this.#select(
              "unit",
              units.map((unit) => [unit, this.#unitName(unit)]),
            )
          : nothing
      }
      ${this.#select("type", [["", say("allTypes")], ...types.map((type) => [type, say(type)] as const)])}
      ${this.#select("direction", [
        ["", say("both")],
        ["in", say("in")],
        ["out", say("out")],
      ])}
      ${this.#date("from")} ${this.#date("until")}
      <div class="field">
        <label for="q">${say("search")}</label>
        <input id="q" name="q" type="search" part="input" maxlength="100" placeholder=${say("searchHint")} />
      </div>
    </form>`;
  }

  #unitName = (unit: string): string => (unit === "credits" ? this.#parts.say()("credits") : unit);

  #select(
    name: "unit" | "type" | "direction",
    options: readonly (readonly [value: string, words: string])[],
  ): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${this.#parts.say()(name)}</label>
      <select id=${name} name=${name} part="input">
        ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
      </select>
    </div>`;
  }

  #date(name: "from" | "until"): TemplateResult {
    return html`<div class="field">
      <label for=${name}>${this.#parts.say()(name)}</label>
      <input id=${name} name=${name} type="date" part="input" />
    </div>`;
  }

  #lines(): TemplateResult {
    const say = this.#parts.say();
    const { value, failure } = this.#load;
    if (!value && failure) return failureNotice(failure, say, this.#host.sentence(failure), this.reload);
    if (!value) return historyOutline;
    if (value.items.length === 0)
      return notice(say(Object.keys(this.#filter).length === 0 ? "nothing" : "nothingFound"));
    return html`${failure ? failureNotice(failure, say, this.#host.sentence(failure), this.reload) : nothing}
      <ul class="lines" part="list">
        ${value.items.map((line) => this.#line(line))}
      </ul>
      ${
        value.nextCursor
          ? html`<button class="button more" part="button" @click=${this.#more}>${say("more")}</button>`
          : nothing
      }`;
  }

  #line({ id, type, label, amount, unit, balance, at, isReserved }: Transaction): TemplateResult {
    const say = this.#parts.say();
    const { tag } = this.#host.locale;
    const date = dateFormat(tag, { dateStyle: "medium", timeZone: this.#parts.timeZone() });
    return html`<li class="line" part="transaction" data-transaction=${id}>
      <p>
        <span class="name">${say(type)}</span>
        ${isReserved ? html`<span class="small muted">(${say("reserved")})</span>` : nothing}
        ${label === null ? nothing : html`<span class="label small"><bdi>${label}</bdi></span>`}
        <time class="small muted" datetime=${at}>${date.format(Date.parse(at))}</time>
      </p>
      <p class="figures">
        <span class=${amount > 0 ? "change in" : "change"}
          ><bdi dir="ltr">${formatChange(tag, amount, unit)}</bdi></span
        >
        <span class="small muted">${say("after", { amount: formatUnits(tag, balance, unit) })}</span>
      </p>
    </li>`;
  }
}

/** The filter as the API takes it: a date begins and ends where the viewer is. */
function asked({ unit, type, direction, from, until, q }: Readonly<Record<string, string>>): List["input"] {
  const startOf = (date: string) => new Date(`${date}T00:00:00`);
  return {
    unit,
    type: types.find((each) => each === type),
    direction: direction === "in" || direction === "out" ? direction : undefined,
    from: from && startOf(from).toISOString(),
    until: until && new Date(startOf(until).getTime() + dayMs).toISOString(),
    q,
  };
}

/** The outline of the history while it loads. */
export const historyOutline = html`<div class="skeleton row"></div>
  <div class="skeleton row"></div>`;
