import { type Client } from "@tessera/sdk/browser";
import { css, html, nothing, type TemplateResult } from "lit";
import { type Panel, type PanelHost, wear } from "../base/lazy.ts";
import { Load } from "../base/load.ts";
import { type CardParts, gigCard } from "../parts/gig/gig-card.ts";
import { cardStyles } from "../parts/gig/gig-card.styles.ts";
import { type GigCard } from "../parts/gig/gig-names.ts";

/** What the row of similar gigs needs of the widget. */
export interface SimilarParts {
  readonly client: () => Client;
  readonly gigId: () => string;
}

/** Gigs like the one that is shown, most alike first; a row that fails or is empty is left out. */
export class Similar implements Panel {
  readonly ready = true;
  readonly #gigs: Load<readonly [id: string], readonly GigCard[]>;

  constructor(host: PanelHost, { client, gigId }: SimilarParts) {
    this.#gigs = new Load(host, {
      args: () => (gigId() ? ([gigId()] as const) : null),
      load: async ([id], options) => (await client().gigs.listSimilarGigs({ id, limit: 8 }, options)).items,
    });
    wear(host, cardStyles);
    wear(host, styles);
  }

  render(title: string, card: CardParts): TemplateResult | typeof nothing {
    const gigs = this.#gigs.value ?? [];
    if (gigs.length === 0) return nothing;
    return html`<section class="row similar" part="row" aria-labelledby="similar">
      <h3 id="similar">${title}</h3>
      <ul class="strip">
        ${gigs.map((gig) => gigCard(gig, card))}
      </ul>
    </section>`;
  }
}

const styles = css`
  .similar {
    margin-top: 32px;
  }
  .similar .strip {
    margin-inline: 0;
  }
`;
