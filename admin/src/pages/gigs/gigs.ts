import { type Contract } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { type Desk, may } from "../../base/desk.ts";
import { AdminElement } from "../../base/element.ts";
import { Dialog } from "../../parts/dialog.ts";
import { choices } from "../../parts/filters.ts";
import { Listing } from "../../parts/listing.ts";
import { momentColumn } from "../../parts/moment.ts";
import { moneyText } from "../../parts/money.ts";
import { type Column, table } from "../../parts/table.ts";
import { AdminCategories } from "./categories.ts";
import { decisionsOn, type Gig, moderationChip } from "./decisions.ts";
import { AdminGig } from "./gig.ts";
import { AdminLevels } from "./levels.ts";
import { gigsVoice } from "./texts.ts";

type Sort = NonNullable<Contract["gigs"]["listSiteGigs"]["input"]["sort"]>;

const states = ["draft", "active", "paused"] as const;
const moderations = ["pending", "approved", "rejected", "suspended", "none"] as const;

/** Every gig of the site; the team decides about those that wait. */
export class AdminGigs extends AdminElement {
  @property({ attribute: false }) desk!: Desk;

  private readonly dialog = new Dialog(this, () => this.desk);
  private readonly listing = new Listing<Gig, Sort>(this, {
    desk: () => this.desk,
    sorts: ["-submittedAt", "submittedAt", "-createdAt", "createdAt"],
    fetch: ({ client }, { filters, page }, options) => {
      const state = states.find((each) => each === filters["state"]);
      const moderation = moderations.find((each) => each === filters["moderation"]);
      const search = filters["search"];
      return client.gigs.listSiteGigs(
        { ...page, ...(state && { state }), ...(moderation && { moderation }), ...(search && { search }) },
        options,
      );
    },
  });

  override render(): TemplateResult {
    const { desk, listing } = this;
    const say = gigsVoice(desk);
    return html`<div class="page">
      <div class="row apart">
        <h1>${say("title")}</h1>
        <span class="row">
          <a href="/gigs/categories">${say("categories")}</a>
          <a href="/gigs/levels">${say("levels")}</a>
        </span>
      </div>
      ${table<Gig>({
        desk,
        listing,
        name: say("title"),
        nothingYet: say("nothingYet"),
        href: ({ id }) => `/gigs/${id}`,
        columns: this.columns(),
        filters: [
          { name: "moderation", label: say("moderation"), options: choices(moderations, say) },
          { name: "state", label: say("state"), options: choices(states, say) },
          { name: "search", label: say("search") },
        ],
        ...(may(desk, "gigs.moderate") && { actions: (gig) => this.decisions(gig) }),
      })}
      ${this.dialog.show()}
    </div>`;
  }

  private columns(): readonly Column<Gig>[] {
    const { desk } = this;
    const say = gigsVoice(desk);
    return [
      { heading: say("gig"), text: ({ title }) => title || "—" },
      { heading: say("seller"), text: ({ sellerName }) => sellerName ?? say("sellerGone") },
      {
        heading: say("price"),
        text: ({ fromPrice: price }) =>
          price === null ? "—" : moneyText(price.amountMinor, price.currency, desk.language),
        isNumber: true,
      },
      { heading: say("state"), text: ({ state }) => say(state) },
      {
        heading: say("moderation"),
        text: ({ moderation, isHidden }) => say(isHidden ? "hidden" : moderation),
        cell: (gig) => moderationChip(say, gig),
      },
      momentColumn<Gig>(desk, say("submitted"), ({ submittedAt }) => submittedAt, "submittedAt"),
      momentColumn<Gig>(desk, say("created"), ({ createdAt }) => createdAt, "createdAt"),
    ];
  }

  private decisions(gig: Gig): TemplateResult | typeof nothing {
    if (gig.moderation !== "pending") return nothing;
    const questions = decisionsOn(this.desk, gig, () => this.listing.reload());
    return html`${questions
      .slice(0, 2)
      .map(
        (question) =>
          html`<button
            type="button"
            class="quiet-button"
            aria-label="${question.title}: ${gig.title}"
            @click=${() => this.dialog.ask(question)}
          >
            ${question.title}
          </button>`,
      )}`;
  }
}

customElements.define("admin-categories", AdminCategories);
customElements.define("admin-gig", AdminGig);
customElements.define("admin-levels", AdminLevels);
customElements.define("admin-gigs", AdminGigs);
