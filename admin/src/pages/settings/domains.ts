import { ApiError } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { failureNotice, Load } from "../../base/load.ts";
import { copyButton } from "../../parts/copy-button.ts";
import { Dialog, textOf } from "../../parts/dialog.ts";
import { momentText } from "../../parts/moment.ts";
import { type Domain, outcomeOf } from "./domain-outcome.ts";
import { domainsVoice } from "./domain-texts.ts";

const stateChips = { pending: "", proven: "good", failing: "waiting-chip", lost: "bad" } as const;
const recordChips = { found: "good", missing: "bad", wrong: "bad", unknown: "waiting-chip" } as const;

const columns = ["kind", "name", "value", "found"] as const;

type DomainRecord = Domain["records"][number];

/** The site's own domains: what to set at their name servers, and what was found there. */
export class AdminDomains extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  /** The domain that is being looked up. */
  @state() private checking: string | null = null;
  @state() private failure: { readonly id: string; readonly error: ApiError } | null = null;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly domains = new Load<readonly Domain[]>(
    this,
    () => this.desk,
    async ({ client }, options) => (await client.tenancy.listDomains({}, options)).items,
  );

  override render(): TemplateResult {
    const say = domainsVoice(this.desk);
    return html`<section class="card" aria-labelledby="domains-title">
        <div class="row apart">
          <h2 id="domains-title">${say("title")}</h2>
          ${
            this.canChange
              ? html`<button type="button" class="quiet-button" @click=${this.add}>${say("add")}</button>`
              : nothing
          }
        </div>
        <p class="quiet">${say("lead")}</p>
        ${this.domains.show((domains) =>
          domains.length === 0
            ? html`<p>${say("none")}</p>`
            : html`<ul class="lines">
                ${domains.map((domain) => html`<li class="stack">${this.one(domain)}</li>`)}
              </ul>`,
        )}
      </section>
      ${this.dialog.show()}`;
  }

  private one(domain: Domain): TemplateResult {
    const say = domainsVoice(this.desk);
    const { id, state: standing, countsUntil, checkedAt } = domain;
    const until = countsUntil === null ? "" : momentText(this.desk, countsUntil);
    const isDone = domain.records.every(({ found }) => found === "found");
    return html`<div class="row apart">
        <h3>
          <bdi>${domain.domain}</bdi>
          <span class="chip ${stateChips[standing]}">${say(`state_${standing}`)}</span>
        </h3>
        ${this.canChange ? this.actions(domain) : nothing}
      </div>
      <p role="status">
        ${say(this.checking === id ? "checking" : outcomeOf(domain), { until, domain: domain.domain })}
      </p>
      ${this.failure?.id === id ? failureNotice(this.desk, this.failure.error) : nothing}
      ${isDone && standing === "proven" ? nothing : this.records(domain)}
      ${checkedAt === null ? nothing : html`<p class="quiet">${say("checkedAt")}: ${momentText(this.desk, checkedAt)}</p>`}`;
  }

  private actions({ id, domain }: Domain): TemplateResult {
    const say = domainsVoice(this.desk);
    return html`<div class="row">
      <button
        type="button"
        class="quiet-button"
        aria-label="${say("check")}: ${domain}"
        ?disabled=${this.checking !== null}
        @click=${() => this.check(id)}
      >
        ${say("check")}
      </button>
      <button
        type="button"
        class="quiet-button"
        aria-label="${say("remove")}: ${domain}"
        @click=${() => this.askToRemove(id, domain)}
      >
        ${say("remove")}
      </button>
    </div>`;
  }

  private records({ domain, records }: Domain): TemplateResult {
    const say = domainsVoice(this.desk);
    return html`<p>${say("setRecords")}</p>
      <div class="listing">
        <table role="table" aria-label=${domain}>
          <thead role="rowgroup">
            <tr role="row">
              ${columns.map((name) => html`<th role="columnheader" scope="col">${say(name)}</th>`)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${records.map(
              (record) =>
                html`<tr role="row">
                  ${columns.map(
                    (name) => html`<td role="cell" data-heading=${say(name)}>${this.cell(record, name)}</td>`,
                  )}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`;
  }

  // Narrow screens show rows as blocks, and a table that is not displayed as one loses its roles unless they are named.
  private cell(record: DomainRecord, column: (typeof columns)[number]): TemplateResult | string {
    const { kind, found } = record;
    if (column === "kind") return kind;
    if (column === "found") {
      const say = domainsVoice(this.desk);
      return found === null
        ? "—"
        : html`<span class="chip ${recordChips[found]}">${say(`record_${found}`)}</span>`;
    }
    return html`<code dir="ltr">${record[column]}</code> ${copyButton(this.desk, record[column])}`;
  }

  private get canChange(): boolean {
    return may(this.desk, "tenancy.settings");
  }

  private readonly add = () => {
    const say = domainsVoice(this.desk);
    this.dialog.ask({
      title: say("add"),
      submit: say("add"),
      fields: [{ name: "domain", label: say("domain"), hint: say("domainHint"), isRequired: true }],
      run: async (filled) => {
        await this.desk.client.tenancy.addDomain({ domain: textOf(filled, "domain") });
        this.domains.reload();
        return undefined;
      },
    });
  };

  private async check(id: string): Promise<void> {
    this.checking = id;
    this.failure = null;
    try {
      await this.desk.client.tenancy.checkDomain({ id });
      this.domains.reload();
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      this.failure = { id, error: thrown };
    } finally {
      this.checking = null;
    }
  }

  private askToRemove(id: string, domain: string): void {
    const say = domainsVoice(this.desk);
    this.dialog.ask({
      title: say("remove"),
      lead: say("removeLead", { domain }),
      submit: say("remove"),
      isDangerous: true,
      run: async () => {
        await this.desk.client.tenancy.removeDomain({ id });
        this.domains.reload();
        return undefined;
      },
    });
  }
}
