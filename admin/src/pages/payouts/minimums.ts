import { html, nothing, type TemplateResult } from "lit";
import { type Desk, may } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { minorOf, moneyText, plainMoney } from "../../parts/money.ts";
import { payoutsVoice } from "./texts.ts";

interface Minimum {
  readonly currency: string;
  readonly amountMinor: number;
}

/** The least that a site pays out, and the version of its settings, which hold it. */
export interface Minimums {
  readonly minimums: readonly Minimum[];
  readonly version: number;
}

/** Reads the minimums out of the site's settings. */
export async function readMinimums({ client }: Desk, options: { signal: AbortSignal }): Promise<Minimums> {
  const { settings, version } = await client.tenancy.getSettings({}, options);
  const payouts = settings["money"]?.["payouts"];
  const minimums = isGroup(payouts) ? payouts["minimums"] : [];
  return { minimums: Array.isArray(minimums) ? minimums.filter(isMinimum) : [], version };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isMinimum = (value: unknown): value is Minimum =>
  isGroup(value) && typeof value["currency"] === "string" && typeof value["amountMinor"] === "number";

interface CardParts {
  readonly desk: Desk;
  readonly held: Minimums;
  readonly ask: (question: Question) => void;
  readonly done: () => void;
}

/** The minimums, to be set and removed by whoever may change the site's settings. */
export function minimumsCard({ desk, held, ask, done }: CardParts): TemplateResult {
  const say = payoutsVoice(desk);
  const mayChange = may(desk, "tenancy.settings");
  const save = async (minimums: readonly Minimum[]) => {
    const changes = { money: { payouts: { minimums } } };
    await desk.client.tenancy.updateSettings({ changes, version: held.version });
    done();
    return undefined;
  };
  const others = (currency: string) => held.minimums.filter((each) => each.currency !== currency);
  const written = ({ amountMinor, currency }: Minimum) => moneyText(amountMinor, currency, desk.language);
  return html`<section class="card" aria-labelledby="minimums-title">
    <div class="row apart">
      <h2 id="minimums-title">${say("minimums")}</h2>
      ${
        mayChange
          ? html`<button
              type="button"
              class="button"
              @click=${() => ask(setting(desk, held, (set) => save([...others(set.currency), set])))}
            >
              ${say("setMinimum")}
            </button>`
          : nothing
      }
    </div>
    ${held.minimums.length === 0 ? html`<p class="quiet">${say("noMinimums")}</p>` : nothing}
    ${held.minimums.map(
      (each) =>
        html`<div class="row apart">
          <p>${written(each)}</p>
          ${
            mayChange
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-label=${say("removeThis", { amount: written(each) })}
                  @click=${() =>
                    ask({
                      title: say("removeThis", { amount: written(each) }),
                      submit: say("removeMinimum"),
                      isDangerous: true,
                      run: () => save(others(each.currency)),
                    })}
                >
                  ${say("removeMinimum")}
                </button>`
              : nothing
          }
        </div>`,
    )}
  </section>`;
}

function setting(desk: Desk, { minimums }: Minimums, set: (chosen: Minimum) => Promise<undefined>): Question {
  const say = payoutsVoice(desk);
  const [first] = minimums;
  const currency = first?.currency ?? "EUR";
  return {
    title: say("setMinimum"),
    submit: say("setMinimum"),
    fields: [
      {
        name: "currency",
        label: say("currency"),
        value: currency,
        isRequired: true,
        check: (typed) =>
          Intl.supportedValuesOf("currency").includes(typed) ? undefined : say("currencyWrong"),
      },
      {
        name: "amount",
        label: say("amount"),
        kind: "amount",
        value: first ? plainMoney(first.amountMinor, currency) : "",
        isRequired: true,
        check: (typed) => ((minorOf(typed, currency) ?? 0) > 0 ? undefined : say("amountWrong")),
      },
    ],
    run: (filled) => {
      const chosen = textOf(filled, "currency");
      return set({ currency: chosen, amountMinor: minorOf(textOf(filled, "amount"), chosen) ?? 0 });
    },
  };
}
