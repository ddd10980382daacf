import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { type Column, table } from "../../parts/table.ts";
import { type Campaign, campaignQuestion, endQuestion } from "./campaigns.ts";
import { packagesCard, readShop, type Shop } from "./packages.ts";
import { creditsVoice } from "./texts.ts";

type Metrics = Contract["money"]["getCreditMetrics"]["output"];
type Sort = NonNullable<Contract["money"]["listCampaigns"]["input"]["sort"]>;

const causes = [
  "credits.starter",
  "credits.purchased",
  "credits.referred",
  "credits.redeemed",
  "credits.granted",
] as const;

/** The site's credits: how many there are and where, what they are sold for, and the codes that give some. */
export class AdminCredits extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly metrics = new Load<Metrics>(
    this,
    () => this.desk,
    ({ client }, options) => client.money.getCreditMetrics({}, options),
  );
  private readonly shop = new Load<Shop>(this, () => this.desk, readShop);
  private readonly campaigns = new Listing<Campaign, Sort>(this, {
    desk: () => this.desk,
    sorts: ["-createdAt", "createdAt", "endsAt", "-endsAt", "used", "-used"],
    fetch: ({ client }, { page }, options) => client.money.listCampaigns(page, options),
  });

  override render(): TemplateResult {
    const { desk } = this;
    const say = creditsVoice(desk);
    return html`<div class="page">
      <h1>${say("title")}</h1>
      ${this.metrics.show((metrics) => this.economy(metrics))}
      ${
        may(desk, "tenancy.settings")
          ? this.shop.show((shop) =>
              packagesCard({
                desk,
                shop,
                ask: (question) => this.dialog.ask(question),
                done: () => this.shop.reload(),
              }),
            )
          : nothing
      }
      <div class="row apart">
        <h2>${say("campaigns")}</h2>
        ${
          may(desk, "money.credits")
            ? html`<button
                type="button"
                class="button"
                @click=${() => this.dialog.ask(campaignQuestion(desk, this.reload))}
              >
                ${say("begin")}
              </button>`
            : nothing
        }
      </div>
      ${table<Campaign>({
        desk,
        listing: this.campaigns,
        name: say("campaigns"),
        nothingYet: say("nothingYet"),
        columns: this.columns(),
        filters: [],
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private economy(metrics: Metrics): TemplateResult {
    const say = creditsVoice(this.desk);
    const count = (credits: number) => new Intl.NumberFormat(this.desk.language).format(credits);
    const known = new Set<string>(causes);
    const other = metrics.issuedBy.filter(({ cause }) => !known.has(cause));
    const sum = (list: Metrics["issuedBy"]) => list.reduce((total, { credits }) => total + credits, 0);
    return html`<section class="card" aria-labelledby="economy-title">
      <h2 id="economy-title">${say("economy")}</h2>
      ${facts([
        [say("inCirculation"), html`<strong class="big">${count(metrics.inCirculation)}</strong>`],
        [say("issued"), count(metrics.issued)],
        [say("spent"), count(metrics.spent)],
        [say("expired"), count(metrics.expired)],
        [say("takenBack"), count(metrics.takenBack)],
        [say("inWallets"), count(metrics.inWallets)],
        [say("inEscrow"), count(metrics.inEscrow)],
      ])}
      <h3>${say("issuedBy")}</h3>
      ${facts([
        ...causes.map(
          (cause) =>
            [say(cause), count(sum(metrics.issuedBy.filter((each) => each.cause === cause)))] as const,
        ),
        [say("other"), other.length === 0 ? null : count(sum(other))],
      ])}
    </section>`;
  }

  private columns(): Column<Campaign>[] {
    const { desk } = this;
    const say = creditsVoice(desk);
    const redeemed = ({ used, cap }: Campaign) => (cap === null ? String(used) : `${used} / ${cap}`);
    return [
      { heading: say("name"), text: ({ name }) => name },
      { heading: say("code"), text: ({ code }) => code },
      {
        heading: say("state"),
        text: ({ state }) => say(state),
        cell: ({ state }) =>
          html`<span class="chip ${state === "running" ? "good" : ""}">${say(state)}</span>`,
      },
      { heading: say("credits"), text: ({ credits }) => String(credits), isNumber: true },
      { heading: say("used"), text: redeemed, isNumber: true, sort: "used" },
      { heading: say("audience"), text: ({ audience }) => say(audience) },
      momentColumn(desk, say("startsAt"), ({ startsAt }) => startsAt),
      momentColumn(desk, say("endsAt"), ({ endsAt }) => endsAt, "endsAt"),
      momentColumn(desk, say("created"), ({ createdAt }) => createdAt, "createdAt"),
      ...(may(desk, "money.credits") ? [this.endColumn()] : []),
    ];
  }

  private endColumn(): Column<Campaign> {
    const say = creditsVoice(this.desk);
    return {
      heading: say("end"),
      text: () => "",
      cell: (campaign) =>
        campaign.state === "over"
          ? ""
          : html`<button
              type="button"
              class="quiet-button"
              aria-label=${say("endThis", { name: campaign.name })}
              @click=${() => this.dialog.ask(endQuestion(this.desk, campaign, this.reload))}
            >
              ${say("end")}
            </button>`,
    };
  }

  private readonly reload = () => this.campaigns.reload();
}

customElements.define("admin-credits", AdminCredits);
