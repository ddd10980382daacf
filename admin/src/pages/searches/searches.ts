import { type Contract } from "@tessera/sdk/browser";
import { html, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { facts } from "../../parts/facts.ts";
import { searchesVoice } from "./texts.ts";

type Analytics = Contract["insights"]["getSearchAnalytics"]["output"];
type Query = Analytics["top"][number];

const periods = [7, 30, 90] as const;
const kinds = ["people", "gigs"] as const;

/** What people search for on the site, and what in vain. */
export class AdminSearches extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private days: (typeof periods)[number] = 30;
  /** Of what searches are told; of everything when null. */
  @state() private kind: (typeof kinds)[number] | null = null;

  private readonly analytics = new Load<Analytics>(
    this,
    () => this.desk,
    ({ client }, options) =>
      client.insights.getSearchAnalytics({ days: this.days, ...(this.kind && { kind: this.kind }) }, options),
  );

  override render(): TemplateResult {
    const say = searchesVoice(this.desk);
    return html`<div class="page">
      <div class="row apart">
        <div>
          <h1>${say("title")}</h1>
          <p class="lead">${say("lead")}</p>
        </div>
        <div class="filters">
          <label
            >${say("what")}
            <select data-testid="searched-kind" @change=${this.chooseKind}>
              <option value="">${say("everything")}</option>
              ${kinds.map(
                (kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${say(kind)}</option>`,
              )}
            </select></label
          >
          <label
            >${say("period")}
            <select @change=${this.choose}>
              ${periods.map(
                (days) =>
                  html`<option value=${days} ?selected=${days === this.days}>${say(`days${days}`)}</option>`,
              )}
            </select></label
          >
        </div>
      </div>
      ${this.analytics.show((told) => this.told(told))}
    </div>`;
  }

  private told({ searches, withoutHits, clickThrough, top, withoutHitsTop }: Analytics): TemplateResult {
    const { desk } = this;
    const say = searchesVoice(desk);
    const number = new Intl.NumberFormat(desk.language);
    const share = new Intl.NumberFormat(desk.language, { style: "percent" });
    return html`<section class="card">
        ${facts([
          [say("searches"), html`<strong class="big">${number.format(searches)}</strong>`],
          [say("withoutHits"), number.format(withoutHits)],
          [say("clickThrough"), clickThrough === null ? "–" : share.format(clickThrough)],
        ])}
      </section>
      <section class="card" aria-labelledby="top-title">
        <h2 id="top-title">${say("top")}</h2>
        ${top.length === 0 ? html`<p class="quiet">${say("none")}</p>` : this.queries(top, "top-title")}
      </section>
      <section class="card" aria-labelledby="vain-title">
        <h2 id="vain-title">${say("inVain")}</h2>
        <p class="quiet">${say(withoutHitsTop.length === 0 ? "noneInVain" : "inVainLead")}</p>
        ${withoutHitsTop.length === 0 ? "" : this.queries(withoutHitsTop, "vain-title")}
      </section>`;
  }

  // Narrow screens show rows as blocks, and a table that is not displayed as one loses its roles unless they are named.
  private queries(queries: readonly Query[], title: string): TemplateResult {
    const { desk } = this;
    const say = searchesVoice(desk);
    const number = new Intl.NumberFormat(desk.language);
    const count = (name: "count" | "found" | "opened", of: number) =>
      html`<td role="cell" class="number" data-heading=${say(name)}>${number.format(of)}</td>`;
    return html`<div class="listing">
      <table role="table" aria-labelledby=${title}>
        <thead role="rowgroup">
          <tr role="row">
            ${(["words", "what"] as const).map(
              (name) => html`<th role="columnheader" scope="col">${say(name)}</th>`,
            )}
            ${(["count", "found", "opened"] as const).map(
              (name) => html`<th role="columnheader" scope="col" class="number">${say(name)}</th>`,
            )}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${queries.map(
            ({ text, kind, searches, found, opened }) =>
              html`<tr role="row">
                <td role="cell" data-heading=${say("words")}><bdi>${text}</bdi></td>
                <td role="cell" data-heading=${say("what")}>${this.named(kind)}</td>
                ${count("count", searches)}${count("found", found)}${count("opened", opened)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  /** What a kind of things is called; one that this page does not know yet by its own name. */
  private named(kind: string): string {
    const known = kinds.find((each) => each === kind);
    return known ? searchesVoice(this.desk)(known) : kind;
  }

  private readonly choose = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = Number(target.value);
    this.days = periods.find((days) => days === chosen) ?? this.days;
    this.analytics.reload();
  };

  private readonly chooseKind = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const chosen = target.value;
    this.kind = kinds.find((kind) => kind === chosen) ?? null;
    this.analytics.reload();
  };
}

customElements.define("admin-searches", AdminSearches);
