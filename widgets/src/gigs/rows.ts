import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type Say } from "../base/texts.ts";
import { type GigsTexts } from "./gigs.texts.ts";
import { type GigCard } from "../parts/gig/gig-names.ts";
import { type CardParts, gigCard } from "../parts/gig/gig-card.ts";

/** What the rows need of the widget. */
export interface RowsParts {
  readonly page: () => Page;
  readonly client: () => Client;
  /** Whether they are shown; nothing is asked for before. */
  readonly isShown: () => boolean;
}

/** Rows of gigs for those who do not look for anything yet: what they may like, what they looked at before, and what is popular. */
export class Rows {
  readonly #trending: Load<readonly [], readonly GigCard[]>;
  readonly #recommended: Load<readonly [viewer: string], readonly GigCard[]>;
  readonly #recent: Load<readonly [viewer: string], readonly GigCard[]>;

  constructor(host: PanelHost, parts: RowsParts) {
    const { page, client, isShown } = parts;
    this.#trending = new Load(host, {
      args: () => (isShown() ? ([] as const) : null),
      load: async (_, options) => (await client().gigs.listTrendingGigs({ limit }, options)).items,
    });
    const viewer = () => {
      if (!isShown()) return null;
      const { session, keep } = page();
      // Somebody new has looked at nothing, and is not made known for asking.
      const id = session.member?.id ?? keep.text("visitor");
      return id === undefined ? null : ([id] as const);
    };
    this.#recommended = new Load(host, {
      args: viewer,
      load: async (_, options) => {
        const { items } = await client().gigs.listRecommendedGigs({ limit }, options);
        // What is only popular stands in its own row.
        return items.filter(({ reason }) => reason.kind !== "popular");
      },
    });
    this.#recent = new Load(host, {
      args: viewer,
      load: async (_, options) => (await client().gigs.listRecentGigs({ limit }, options)).items,
    });
  }

  /** Asks anew what was looked at, because somebody comes back from a gig. */
  refresh(): void {
    this.#recent.reload();
    this.#recommended.reload();
  }

  /** What is there of them: a row that fails or is empty is left out. */
  render(card: CardParts, say: Say<GigsTexts>): TemplateResult {
    const row = (id: string, title: string, gigs: readonly GigCard[] = []) =>
      gigs.length === 0
        ? nothing
        : html`<section class="row" part="row" aria-labelledby=${id}>
            <h3 id=${id}>${title}</h3>
            <ul class="strip">
              ${gigs.map((gig) => gigCard(gig, card))}
            </ul>
          </section>`;
    return html`${row("recommended", say("recommended"), this.#recommended.value)}
    ${row("recent", say("recent"), this.#recent.value)}
    ${row("trending", say("trending"), this.#trending.value)}`;
  }
}

const limit = 12;
