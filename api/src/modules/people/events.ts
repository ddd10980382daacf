import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { applicationView, presentApplicationById } from "./applications/present-application.ts";

declare global {
  interface DomainEvents {
    /** What is shown of a person changed: matches and search documents made from it are out of date. */
    "profile.changed": { memberId: string; version: number };
    /** Somebody chose a photo of themselves; it is shown when its sizes are ready. */
    "photo.chosen": { memberId: string; fileId: string };
    /** A visitor or member completed the quiz, or changed it. */
    "quiz.completed": { ownerKind: "visitor" | "member"; ownerId: string; answersId: string };
    /** The site's team took a profile from sight. */
    "profile.hidden": { memberId: string; version: number };
    /** The site's team shows a profile again. */
    "profile.restored": { memberId: string; version: number };
    "provider.applied": ApplicationFact;
    "provider.approved": ApplicationFact;
    "provider.rejected": ApplicationFact;
  }
}

interface ApplicationFact {
  applicationId: string;
  memberId: string;
  role: string;
}

/** A fact of an application as subscribers read it. */
const applicationFact = z.object({ applicationId: z.uuid(), memberId: z.uuid(), role: z.string() });

const silent = (fact: z.ZodType): EventDefinition => ({
  fact,
  recipients: () => [],
  frame: null,
  webhook: null,
});

const profileFact = z.object({ memberId: z.uuid(), version: z.int() });

const application = {
  view: applicationView,
  present: (scope: Scope, { applicationId }: ApplicationFact) => presentApplicationById(scope, applicationId),
};

const aboutApplication: EventDefinition<ApplicationFact> = {
  fact: applicationFact,
  recipients: ({ memberId }) => [memberId],
  frame: application,
  webhook: application,
};

export const peopleEvents = {
  "profile.changed": silent(profileFact),
  "profile.hidden": silent(profileFact),
  "profile.restored": silent(profileFact),
  "photo.chosen": silent(z.object({ memberId: z.uuid(), fileId: z.uuid() })),
  "quiz.completed": silent(
    z.object({ ownerKind: z.enum(["visitor", "member"]), ownerId: z.uuid(), answersId: z.uuid() }),
  ),
  "provider.applied": aboutApplication,
  "provider.approved": aboutApplication,
  "provider.rejected": aboutApplication,
};
