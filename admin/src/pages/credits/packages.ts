import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Desk, may } from "../../base/desk.ts";
import { type Question, textOf } from "../../parts/dialog.ts";
import { minorOf, moneyText } from "../../parts/money.ts";
import { creditsVoice } from "./texts.ts";

/** A package of credits as the site sells it. */
export type Package = Contract["money"]["listPackages"]["output"]["items"][number];

/** The packages of a site and the version of its settings, which hold them. */
export interface Shop {
  readonly packages: readonly Package[];
  readonly version: number;
}

/** Reads the packages out of the site's settings. */
export async function readShop({ client }: Desk, options: { signal: AbortSignal }): Promise<Shop> {
  const { settings, version } = await client.tenancy.getSettings({}, options);
  const credits = settings["money"]?.["credits"];
  const packages = isGroup(credits) ? credits["packages"] : [];
  return { packages: Array.isArray(packages) ? packages.filter(isPackage) : [], version };
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const isPackage = (value: unknown): value is Package =>
  isGroup(value) &&
  typeof value["id"] === "string" &&
  typeof value["credits"] === "number" &&
  isGroup(value["price"]) &&
  typeof value["price"]["amountMinor"] === "number" &&
  typeof value["price"]["currency"] === "string";

interface ShopParts {
  readonly desk: Desk;
  readonly shop: Shop;
  readonly ask: (question: Question) => void;
  readonly done: () => void;
}

/** What is for sale, to be added to and removed from. */
export function packagesCard({ desk, shop, ask, done }: ShopParts): TemplateResult {
  const say = creditsVoice(desk);
  const mayChange = may(desk, "tenancy.settings");
  const save = async (packages: readonly Package[]) => {
    const changes = { money: { credits: { packages } } };
    await desk.client.tenancy.updateSettings({ changes, version: shop.version });
    done();
    return undefined;
  };
  const nameOf = ({ credits, price }: Package) =>
    say("package", {
      credits: new Intl.NumberFormat(desk.language).format(credits),
      price: moneyText(price.amountMinor, price.currency, desk.language),
    });
  const removal = (each: Package): Question => ({
    title: say("removePackage"),
    lead: nameOf(each),
    submit: say("removePackage"),
    isDangerous: true,
    run: () => save(shop.packages.filter(({ id }) => id !== each.id)),
  });
  return html`<section class="card" aria-labelledby="packages-title">
    <div class="row apart">
      <h2 id="packages-title">${say("packages")}</h2>
      ${
        mayChange
          ? html`<button
              type="button"
              class="button"
              @click=${() => ask(addition(desk, shop, (added) => save([...shop.packages, added])))}
            >
              ${say("addPackage")}
            </button>`
          : nothing
      }
    </div>
    ${shop.packages.length === 0 ? html`<p class="quiet">${say("noPackages")}</p>` : nothing}
    ${shop.packages.map(
      (each) =>
        html`<div class="row apart">
          <p id="package-${each.id}">${nameOf(each)}</p>
          ${
            mayChange
              ? html`<button
                  type="button"
                  class="quiet-button"
                  aria-describedby="package-${each.id}"
                  @click=${() => ask(removal(each))}
                >
                  ${say("removePackage")}
                </button>`
              : nothing
          }
        </div>`,
    )}
  </section>`;
}

function addition(desk: Desk, { packages }: Shop, add: (added: Package) => Promise<undefined>): Question {
  const say = creditsVoice(desk);
  const isFree = (id: string) => /^[a-z0-9-]{1,40}$/.test(id) && packages.every((each) => each.id !== id);
  const currency = packages[0]?.price.currency ?? "USD";
  return {
    title: say("addPackage"),
    submit: say("addPackage"),
    fields: [
      {
        name: "id",
        label: say("packageId"),
        hint: say("packageIdHint"),
        isRequired: true,
        check: (typed) => (isFree(typed) ? undefined : say("packageIdWrong")),
      },
      {
        name: "credits",
        label: say("credits"),
        kind: "amount",
        isRequired: true,
        check: (typed) => (isCount(typed) ? undefined : say("creditsWrong")),
      },
      {
        name: "price",
        label: say("price"),
        kind: "amount",
        isRequired: true,
        check: (typed) => ((minorOf(typed, currency) ?? 0) > 0 ? undefined : say("priceWrong")),
      },
      {
        name: "currency",
        label: say("currency"),
        value: currency,
        isRequired: true,
        check: (typed) =>
          Intl.supportedValuesOf("currency").includes(typed) ? undefined : say("currencyWrong"),
      },
    ],
    run: (filled) => {
      const chosen = textOf(filled, "currency");
      const amountMinor = minorOf(textOf(filled, "price"), chosen) ?? 0;
      const credits = Number(textOf(filled, "credits"));
      return add({ id: textOf(filled, "id"), credits, price: { amountMinor, currency: chosen } });
    },
  };
}

/** Whether a text is a whole number of credits. */
export const isCount = (typed: string): boolean =>
  /^\d{1,7}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 1_000_000;
