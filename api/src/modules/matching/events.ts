import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";

declare global {
  interface DomainEvents {
    /** Somebody's matches are to be made before they ask. */
    "match.wanted": { clientKind: "visitor" | "member"; clientId: string };
  }
}

/** A fact of wanted matches as its subscriber reads it. */
export const wantedFact = z.object({ clientKind: z.enum(["visitor", "member"]), clientId: z.uuid() });

export const matchingEvents: Readonly<Record<string, EventDefinition>> = {
  "match.wanted": { fact: wantedFact, recipients: () => [], frame: null, webhook: null },
};
