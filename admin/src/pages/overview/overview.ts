import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { languages } from "../../base/texts.ts";

interface Seen {
  readonly site: Contract["tenancy"]["getSite"]["output"] | null;
  readonly publishableKey: string | null;
}

/** The first page: which site this is, and the two lines that put it on the tenant's own pages. */
export class AdminOverview extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @state() private isCopied = false;

  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { client, staff } = desk;
      if (!staff.tenant) return { site: null, publishableKey: null };
      const [site, keys] = await Promise.all([
        client.tenancy.getSite({}, options),
        may(desk, "tenancy.keys") ? client.tenancy.listKeys({}, options) : null,
      ]);
      const publishable = keys?.items.find(({ kind, revokedAt }) => kind === "publishable" && !revokedAt);
      return { site, publishableKey: publishable?.token ?? null };
    },
  );

  override render(): TemplateResult {
    const { say, staff } = this.desk;
    return html`<div class="page">
      <h1>${say("hello", { name: staff.account.name })}</h1>
      ${staff.tenant ? this.seen.show((seen) => this.site(seen)) : html`<p class="lead">${say("operatorLead")}</p>`}
    </div>`;
  }

  private site({ site, publishableKey }: Seen): TemplateResult {
    const { say, language } = this.desk;
    if (!site) return html``;
    const names = new Intl.DisplayNames(language, { type: "currency" });
    const spoken = site.locales.map((tag) => languages[tag]);
    return html`<section class="card" aria-labelledby="facts-title">
        <h2 id="facts-title">${say("siteFacts")}</h2>
        <dl class="facts">
          ${this.fact("address", site.slug)}
          ${this.fact("languages", new Intl.ListFormat(language, { style: "narrow" }).format(spoken))}
          ${this.fact("currency", `${names.of(site.currency)} (${site.currency})`)}
          ${this.fact("timeZone", site.timeZone.replaceAll("_", " "))}
        </dl>
      </section>
      ${publishableKey ? this.embedding(publishableKey) : nothing}`;
  }

  private fact(name: "address" | "languages" | "currency" | "timeZone", value: string): TemplateResult {
    return html`<div>
      <dt>${this.desk.say(name)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  private embedding(key: string): TemplateResult {
    const { say } = this.desk;
    const lines = [
      `<script type="module" src="${apiUrl()}/widgets/v1/tessera.js" data-key="${key}"></script>`,
      `<tessera-booking host="…"></tessera-booking>`,
    ].join("\n");
    const copy = async () => {
      await navigator.clipboard.writeText(lines);
      this.isCopied = true;
      setTimeout(() => (this.isCopied = false), 2000);
    };
    return html`<section class="card" aria-labelledby="embed-title">
      <h2 id="embed-title">${say("embedTitle")}</h2>
      <p class="quiet">${say("embedLead")}</p>
      <pre dir="ltr" tabindex="0"><code>${lines}</code></pre>
      <p>
        <button type="button" class="quiet-button" @click=${copy}>
          ${say(this.isCopied ? "copied" : "copy")}
        </button>
      </p>
    </section>`;
  }
}

const apiUrl = (): string => document.querySelector<HTMLMetaElement>("meta[name=tessera-api]")?.content ?? "";

customElements.define("admin-overview", AdminOverview);
