import { html, nothing, type TemplateResult } from "lit";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { formatDays, type Gig } from "../parts/gig/gig-names.ts";
import { icon } from "../parts/icon.ts";
import { tabRow } from "../parts/tabs/tabs.ts";
import { type Choice, featuresOf, type Package, sumOf } from "./choice.ts";
import { type GigTexts } from "./gig.texts.ts";

/** What choosing a package shows and calls. */
export interface PackagesView {
  readonly gig: Gig;
  readonly choice: Choice;
  readonly say: Say<GigTexts>;
  readonly tag: string;
  readonly direction: "ltr" | "rtl";
  readonly choose: (choice: Choice) => void;
  readonly goOn: () => void;
  readonly focusOn: (selector: string) => unknown;
}

/** The packages as tabs, what the chosen one comes with, extras to it, and the way on. */
export function packageChooser(view: PackagesView): TemplateResult {
  const { gig, choice, say, tag, direction, choose, goOn, focusOn } = view;
  const { totalMinor, days } = sumOf(gig, choice);
  const { currency } = choice.package.price;
  const isMany = gig.packages.length > 1;
  return html`<section class="chooser" part="packages" aria-label=${say("packages")}>
    ${
      isMany
        ? tabRow({
            label: say("packages"),
            tabs: gig.packages.map(({ tier }) => tier),
            chosen: choice.package.tier,
            nameOf: (tier) => say(tier),
            direction,
            focusOn,
            choose: (tier) => {
              const chosen = gig.packages.find((each) => each.tier === tier);
              if (chosen) choose({ ...choice, package: chosen });
            },
          })
        : nothing
    }
    <div
      class="package"
      id="panel"
      role=${isMany ? "tabpanel" : nothing}
      aria-labelledby=${isMany ? `tab-${choice.package.tier}` : nothing}
    >
      ${packageOf(choice.package, view)}
    </div>
    ${gig.extras.length > 0 ? html`<div class="extras">${extrasOf(view)}</div>` : nothing}
    <dl class="sum">
      <div>
        <dt>${say("delivery")}</dt>
        <dd>${formatDays(tag, days)}</dd>
      </div>
      <div class="total">
        <dt>${say("total")}</dt>
        <dd>${formatMoney(tag, totalMinor, currency)}</dd>
      </div>
    </dl>
    <button class="button primary order" part="button" @click=${goOn}>
      ${say("goOn", { price: formatMoney(tag, totalMinor, currency) })}
    </button>
  </section>`;
}

function packageOf(each: Package, { say, tag }: PackagesView): TemplateResult {
  const { title, description, price, deliveryDays, features } = each;
  return html`<div class="naming">
      <h3><bdi>${title}</bdi></h3>
      <b>${formatMoney(tag, price.amountMinor, price.currency)}</b>
    </div>
    ${description ? html`<p class="words"><bdi>${description}</bdi></p>` : nothing}
    <ul class="traits small">
      <li>${icon("clock")}${say("deliveredIn", { time: formatDays(tag, deliveryDays) })}</li>
      <li>${icon("tick")}${changesOf(each, say)}</li>
      ${features.map((feature) => html`<li>${icon("tick")}<bdi>${feature}</bdi></li>`)}
    </ul>`;
}

/** How often the buyer may ask for changes. */
function changesOf({ revisions }: Package, say: Say<GigTexts>): string {
  if (revisions === null) return say("changesUnlimited");
  return revisions === 0 ? say("changesNone") : say("changes", { count: revisions });
}

function extrasOf({ gig, choice, say, tag, choose }: PackagesView): TemplateResult {
  const turn = (id: string, isOn: boolean) =>
    choose({
      ...choice,
      extraIds: isOn ? [...choice.extraIds, id] : choice.extraIds.filter((other) => other !== id),
    });
  return html`<fieldset>
    <legend>${say("extras")}</legend>
    ${gig.extras.map(
      ({ id, title, price, addedDays }) =>
        html`<label class="tick extra">
          <input
            type="checkbox"
            .checked=${choice.extraIds.includes(id)}
            @change=${({ target }: Event) => turn(id, target instanceof HTMLInputElement && target.checked)}
          />
          <span>
            <bdi>${title}</bdi>
            <span class="small muted"
              >+
              ${formatMoney(tag, price.amountMinor, price.currency)}${
                addedDays > 0 ? html` · ${say("laterBy", { time: formatDays(tag, addedDays) })}` : nothing
              }</span
            >
          </span>
        </label>`,
    )}
  </fieldset>`;
}

/** The packages side by side. */
export function comparison({ gig, say, tag }: PackagesView): TemplateResult {
  const { packages } = gig;
  const row = (name: string, cell: (each: Package) => unknown) =>
    html`<tr>
      <th scope="row"><bdi>${name}</bdi></th>
      ${packages.map((each) => html`<td>${cell(each)}</td>`)}
    </tr>`;
  const isIn = (feature: string) => (each: Package) =>
    each.features.includes(feature)
      ? html`${icon("tick")}<span class="hush">${say("included")}</span>`
      : html`<span class="muted" aria-hidden="true">–</span><span class="hush">${say("notIncluded")}</span>`;
  return html`<table class="compare" part="comparison">
    <caption class="hush">
      ${say("compare")}
    </caption>
    <thead>
      <tr>
        <th scope="col"><span class="hush">${say("package")}</span></th>
        ${packages.map(({ tier, title }) => html`<th scope="col">${say(tier)}<bdi class="small muted">${title}</bdi></th>`)}
      </tr>
    </thead>
    <tbody>
      ${featuresOf(packages).map((feature) => row(feature, isIn(feature)))}
      ${row(say("revisions"), (each) => (each.revisions === null ? say("changesUnlimited") : each.revisions))}
      ${row(say("delivery"), ({ deliveryDays }) => formatDays(tag, deliveryDays))}
      ${row(say("price"), ({ price }) => html`<b>${formatMoney(tag, price.amountMinor, price.currency)}</b>`)}
    </tbody>
  </table>`;
}
