import { type Client } from "@tessera/sdk/browser";
import { html, nothing, type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { type PanelHost } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type GigCard } from "../parts/gig/gig-names.ts";
import { type CardParts, gigCard } from "./gig-card.ts";

/** What the rows need of the widget. */
export interface RowsParts {
  readonly page: () => Page;
  readonly client: () => Client;
  /** Whether they are shown; nothing is asked for before. */
  readonly isShown: () => boolean;
}

/** Rows of gigs for those who do not look for anything yet: what is popular, and what they looked at before. */
export class Rows {
  readonly #trending: Load<readonly [], readonly GigCard[]>;
  readonly #recent: Load<readonly [viewer: string], readonly GigCard[]>;

  constructor(host: PanelHost, parts: RowsParts) {
    const { page, client, isShown } = parts;
    this.#trending = new Load(host, {
      args: () => (isShown() ? ([] as const) : null),
      load: async (_, options) => (await client().gigs.listTrendingGigs({ limit }, options)).items,
    });
    this.#recent = new Load(host, {
      args: () => {
        if (!isShown()) return null;
        const { session, keep } = page();
        // Somebody new has looked at nothing, and is not made known for asking.
        const viewer = session.member?.id ?? keep.text("visitor");
        return viewer === undefined ? null : ([viewer] as const);
      },
      load: async (_, options) => (await client().gigs.listRecentGigs({ limit }, options)).items,
    });
  }

  /** Asks anew what was looked at, because somebody comes back from a gig. */
  refresh(): void {
    this.#recent.reload();
  }

  /** What is there of them: a row that fails or is empty is left out. */
  render(card: CardParts): TemplateResult {
    const { say } = card;
    const row = (id: string, title: string, gigs: readonly GigCard[] = []) =>
      gigs.length === 0
        ? nothing
        : html`<section class="row" part="row" aria-labelledby=${id}>
            <h3 id=${id}>${title}</h3>
            <ul class="strip">
              ${gigs.map((gig) => gigCard(gig, card))}
            </ul>
          </section>`;
    return html`${row("recent", say("recent"), this.#recent.value)}
    ${row("trending", say("trending"), this.#trending.value)}`;
  }
}

const limit = 12;
