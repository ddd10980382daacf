import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { alertedFact } from "./alerts/tell-moderators.ts";
import { ownSanctionView, presentOwnSanction, readSanction } from "./sanctions/sanction-view.ts";

declare global {
  interface DomainEvents {
    /** The site's team warned, suspended or banned a member. */
    "sanction.imposed": SanctionFact;
    /** The site's team decided on a member's appeal. */
    "appeal.decided": SanctionFact;
  }
}

interface SanctionFact {
  readonly sanctionId: string;
  readonly memberId: string;
}

const told = {
  view: ownSanctionView.extend({ memberId: z.uuid() }),
  async present(scope: Scope, { sanctionId, memberId }: SanctionFact) {
    const sanction = await readSanction(scope, sanctionId);
    return sanction && { ...presentOwnSanction(sanction), memberId };
  },
};

const aboutSanction: EventDefinition<SanctionFact> = {
  fact: z.object({ sanctionId: z.uuid(), memberId: z.uuid() }),
  recipients: ({ memberId }) => [memberId],
  frame: told,
  webhook: told,
};

export const safetyEvents = {
  "sanction.imposed": aboutSanction,
  "appeal.decided": aboutSanction,
  "safety.moderator_alerted": { fact: alertedFact, recipients: () => [], frame: null, webhook: null },
};
