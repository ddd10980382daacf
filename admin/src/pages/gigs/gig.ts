import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Load } from "../../base/load.ts";
import { Dialog } from "../../parts/dialog.ts";
import { facts } from "../../parts/facts.ts";
import { moment } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { reviewNumbers } from "../../parts/review-numbers.ts";
import { membersOf, nameOf, type Named } from "../../parts/names.ts";
import { decisionsOn, moderationChip } from "./decisions.ts";
import { nameIn } from "./category-name.ts";
import { gigsVoice } from "./texts.ts";

type Gig = Contract["gigs"]["getSellerGig"]["output"];
type Stats = Contract["gigs"]["getGigStats"]["output"];

interface Seen {
  readonly gig: Gig;
  readonly stats: Stats;
  readonly members: ReadonlyMap<string, Named>;
}

/** One gig with everything it says, its numbers, and what the team can decide about it. */
export class AdminGig extends AdminElement {
  @property({ attribute: false }) desk!: Desk;
  @property({ attribute: false }) gigId!: string;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly seen = new Load<Seen>(
    this,
    () => this.desk,
    async (desk, options) => {
      const { gigs } = desk.client;
      const [gig, stats] = await Promise.all([
        gigs.getSellerGig({ id: this.gigId }, options),
        gigs.getGigStats({ id: this.gigId }, options),
      ]);
      return { gig, stats, members: await membersOf(desk, [gig.sellerId], options) };
    },
  );

  override render(): TemplateResult {
    return html`<div class="page">
      <p><a href="/gigs">${gigsVoice(this.desk)("back")}</a></p>
      ${this.seen.show((seen) => this.content(seen))} ${this.dialog.show()}
    </div>`;
  }

  private content({ gig, stats, members }: Seen): TemplateResult {
    const { desk } = this;
    const say = gigsVoice(desk);
    const number = (value: number, style: "decimal" | "percent" = "decimal") =>
      new Intl.NumberFormat(desk.language, { style, maximumFractionDigits: 1 }).format(value);
    return html`<div class="row apart">
        <h1 dir="auto">${gig.title || "—"}</h1>
        ${moderationChip(say, gig)}
      </div>
      <section class="card" aria-label=${say("gig")}>
        ${facts([
          [say("seller"), html`<a href="/members/${gig.sellerId}">${nameOf(members, gig.sellerId)}</a>`],
          [say("state"), say(gig.state)],
          [say("reason"), gig.moderationReason],
          [say("category"), gig.category && nameIn(desk.language, gig.category.names)],
          [say("language"), gig.language],
          [say("tags"), gig.tags.length === 0 ? null : gig.tags.join(" · ")],
          [say("submitted"), gig.submittedAt && moment(desk, gig.submittedAt)],
          [say("published"), gig.publishedAt && moment(desk, gig.publishedAt)],
          [
            say("missing"),
            gig.missing.length === 0 ? null : gig.missing.map((field) => say(`missing_${field}`)).join(" · "),
          ],
        ])}
        ${this.decisions(gig)}
      </section>
      <section class="card" aria-labelledby="numbers-title">
        <h2 id="numbers-title">${say("numbers")}</h2>
        ${facts([
          [say("views"), number(stats.views)],
          [say("clicks"), number(stats.clicks)],
          [say("orders"), number(stats.orders)],
          [say("conversion"), stats.conversion === null ? "—" : number(stats.conversion, "percent")],
        ])}
      </section>
      ${reviewNumbers(desk, { gigId: gig.id })}
      <section class="card" aria-labelledby="description-title">
        <h2 id="description-title">${say("description")}</h2>
        <p class="written" dir="auto">${gig.description || "—"}</p>
      </section>
      ${this.packages(gig)} ${this.details(gig)}`;
  }

  private decisions(gig: Gig): TemplateResult | typeof nothing {
    const questions = decisionsOn(this.desk, gig, () => this.seen.reload());
    if (questions.length === 0 || !may(this.desk, "gigs.moderate")) return nothing;
    return html`<div class="row">
      ${questions.map(
        (question) =>
          html`<button type="button" class="quiet-button" @click=${() => this.dialog.ask(question)}>
            ${question.title}
          </button>`,
      )}
    </div>`;
  }

  private packages({ packages }: Gig): TemplateResult | typeof nothing {
    const { desk } = this;
    const say = gigsVoice(desk);
    if (packages.length === 0) return nothing;
    return html`<section class="card" aria-labelledby="packages-title">
      <h2 id="packages-title">${say("packages")}</h2>
      ${packages.map(
        ({ tier, title, description, price, deliveryDays, revisions, features }) =>
          html`<h3>${say(tier)} · <bdi>${title}</bdi></h3>
            ${description ? html`<p dir="auto">${description}</p>` : nothing}
            ${facts([
              [say("amount"), moneyText(price.amountMinor, price.currency, desk.language)],
              [say("deliveryDays"), deliveryDays],
              [say("revisions"), revisions ?? say("unlimited")],
              [say("features"), features.length === 0 ? null : features.join(" · ")],
            ])}`,
      )}
    </section>`;
  }

  private details({ extras, requirements, faq, media }: Gig): TemplateResult {
    const { desk } = this;
    const say = gigsVoice(desk);
    const list = (name: "extras" | "requirements" | "faq" | "media", items: readonly unknown[], hint = "") =>
      items.length === 0
        ? nothing
        : html`<section class="card" aria-labelledby="${name}-title">
            <h2 id="${name}-title">${say(name)}</h2>
            ${hint ? html`<p class="quiet">${hint}</p>` : nothing}
            <ul>
              ${items.map((item) => html`<li dir="auto">${item}</li>`)}
            </ul>
          </section>`;
    return html`${list(
      "extras",
      extras.map(
        ({ title, price }) => `${title} · ${moneyText(price.amountMinor, price.currency, desk.language)}`,
      ),
    )}
    ${list(
      "requirements",
      requirements.map(({ question, choices }) => [question, ...choices].join(" · ")),
    )}
    ${list(
      "faq",
      faq.map(({ question, answer }) => `${question} ${answer}`),
    )}
    ${list(
      "media",
      media.map(({ url, name }) => html`<a href=${url} target="_blank" rel="noopener">${name}</a>`),
      say("opensFor"),
    )}`;
  }
}
