import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { languages } from "../../base/texts.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { publishableKey, snippet } from "../../parts/snippet.ts";
import { attentionCard } from "./attention.ts";
import { AdminHouse } from "./house.ts";
import { incomeCard } from "./income.ts";
import { sessionsCard } from "./sessions.ts";
import { overviewVoice, taskText } from "./texts.ts";

type Overview = Contract["insights"]["getOverview"]["output"];
type Site = Contract["tenancy"]["getSite"]["output"];

interface Seen {
  readonly overview: Overview | null;
  readonly site: Site;
  readonly publishableKey: string | null;
}

/** The first page: what waits, what comes, what came in, which site this is, and how it gets onto the tenant's own pages. */
export class AdminOverview extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Seen | null>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { client, staff } = desk;
      if (!staff.tenant) return null;
      const [overview, site, key] = await Promise.all([
        may(desk, "insights.view_overview") ? client.insights.getOverview({}, options) : null,
        client.tenancy.getSite({}, options),
        may(desk, "tenancy.keys") ? publishableKey(desk, options) : null,
      ]);
      return { overview, site, publishableKey: key };
    },
  );

  override render(): TemplateResult {
    const { say, staff } = this.desk;
    return html`<div class="page">
      <h1>${say("hello", { name: staff.account.name })}</h1>
      ${
        staff.tenant
          ? this.seen.show((seen) => (seen ? this.content(seen) : html``))
          : html`<p class="lead">${say("operatorLead")}</p>
              <admin-house .desk=${this.desk}></admin-house>`
      }
    </div>`;
  }

  private content({ overview, site, publishableKey: key }: Seen): TemplateResult {
    const { desk } = this;
    return html`${
      overview
        ? html`${attentionCard(
            desk,
            overview.attention,
            may(desk, "insights.retry_jobs") ? (task) => this.askRetry(task) : null,
          )}
          ${overview.bookings ? sessionsCard(desk, overview.bookings) : nothing}
          ${overview.income ? incomeCard(desk, overview.income) : nothing}`
        : nothing
    }
    ${this.site(site)} ${key === null ? nothing : snippet(desk, key)} ${this.dialog.show()}`;
  }

  private askRetry({ id, kind }: { readonly id: string; readonly kind: string }): void {
    const say = overviewVoice(this.desk);
    this.dialog.ask({
      title: say("retry"),
      lead: `${taskText(say, kind)}. ${say("retryLead")}`,
      submit: say("retry"),
      run: async () => {
        await this.desk.client.insights.retryJob({ id });
        this.seen.reload();
        return undefined;
      },
    });
  }

  private site(site: Site): TemplateResult {
    const { say, language } = this.desk;
    const names = new Intl.DisplayNames(language, { type: "currency" });
    const spoken = site.locales.map((tag) => languages[tag]);
    return html`<section class="card" aria-labelledby="facts-title">
      <h2 id="facts-title">${say("siteFacts")}</h2>
      ${facts([
        [say("address"), site.slug],
        [say("languages"), new Intl.ListFormat(language, { style: "narrow" }).format(spoken)],
        [say("currency"), `${names.of(site.currency)} (${site.currency})`],
        [say("timeZone"), site.timeZone.replaceAll("_", " ")],
      ])}
    </section>`;
  }
}

customElements.define("admin-house", AdminHouse);
customElements.define("admin-overview", AdminOverview);
