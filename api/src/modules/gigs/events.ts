import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { presentSellerCard } from "./gigs/present-gig.ts";
import { sellerGigCard } from "./gigs/gig-view.ts";
import { findWholeGig } from "./gigs/read-gigs.ts";
import { findReputation, presentReputation } from "./levels/read-reputations.ts";
import { reputationView } from "./levels/reputation-view.ts";
import { type Gig } from "./models/gig.ts";
import { decisions } from "./rules/standing.ts";

declare global {
  interface DomainEvents {
    /** Everybody finds a gig from now on. */
    "gig.published": GigFact;
    /** Its seller takes a gig out of the market for a while. */
    "gig.paused": GigFact;
    /** Something of a gig changed: what it offers, or how it stands with the site's team. */
    "gig.changed": GigFact;
    /** Nobody finds a gig any more: the team refused it, moderators hid it, its seller is shown no more, or it is gone. */
    "gig.hidden": GigFact;
    /** The team decided about a gig: everybody finds it, it goes back to its seller, or it is taken from the market. */
    "gig.decided": z.infer<typeof decidedFact>;
    /** A seller rose to another level or fell to one. */
    "seller.level_changed": z.infer<typeof levelFact>;
    /** Somebody looked at a gig or went on from it, which is to be added up. */
    "gig.visited": { gigId: string };
    /** A category has another name or another place in the tree. */
    "gig_category.changed": { categoryId: string };
  }
}

const decidedFact = z.object({
  gigId: z.uuid(),
  sellerId: z.uuid(),
  decision: z.enum(decisions),
  /** The gig's own; tells which decision is newer. */
  version: z.int(),
});

const levelFact = z.object({
  memberId: z.uuid(),
  /** The name of the level; null below the first. */
  level: z.string().nullable(),
  before: z.string().nullable(),
  isUp: z.boolean(),
  /** How often the level changed; tells which news is newer. */
  version: z.int(),
});

interface GigFact {
  readonly gigId: string;
  readonly sellerId: string;
  readonly isVisible: boolean;
  /** The gig's own; tells which news is newer. */
  readonly version: number;
}

/** What is told of a gig. */
export const gigFactOf = ({ id, sellerId, isVisible, version }: Gig): GigFact => ({
  gigId: id,
  sellerId,
  isVisible,
  version,
});

// Links of media end within minutes: what is sent once and kept holds none.
const view = sellerGigCard.omit({ cover: true });

const told = {
  view,
  async present(scope: Scope, { gigId }: GigFact) {
    const whole = await findWholeGig(scope, gigId);
    return whole && view.parse(presentSellerCard(scope, whole));
  },
};

const aboutGig: EventDefinition<GigFact> = {
  fact: z.object({ gigId: z.uuid(), sellerId: z.uuid(), isVisible: z.boolean(), version: z.int() }),
  recipients: ({ sellerId }) => [sellerId],
  frame: told,
  webhook: told,
};

const standing = {
  view: reputationView,
  present: async (scope: Scope, { memberId }: z.infer<typeof levelFact>) =>
    presentReputation(scope, memberId, await findReputation(scope, memberId)),
};

const levelChanged: EventDefinition<z.infer<typeof levelFact>> = {
  fact: levelFact,
  recipients: ({ memberId }) => [memberId],
  frame: standing,
  webhook: standing,
};

export const gigsEvents = {
  "gig.published": aboutGig,
  "gig.paused": aboutGig,
  "gig.changed": aboutGig,
  "gig.hidden": aboutGig,
  // What the seller's page and webhooks are to know comes with the gig's own events.
  "gig.decided": { fact: decidedFact, recipients: () => [], frame: null, webhook: null },
  "seller.level_changed": levelChanged,
  "gig_category.changed": {
    fact: z.object({ categoryId: z.uuid() }),
    recipients: () => [],
    frame: null,
    webhook: null,
  },
  "gig.visited": { fact: z.object({ gigId: z.uuid() }), recipients: () => [], frame: null, webhook: null },
};
