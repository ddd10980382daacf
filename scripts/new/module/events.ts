import { z } from "zod";
import { type EventDefinition } from "../../platform/module.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { presentSampleById, sampleView } from "./present.ts";

declare global {
  interface DomainEvents {
    /** A member has a sample from now on. */
    "sample.created": SampleFact;
  }
}

interface SampleFact {
  readonly sampleId: string;
  readonly memberId: string;
}

const told = {
  view: sampleView,
  present: (scope: Scope, { sampleId }: SampleFact) => presentSampleById(scope, sampleId),
};

const sampleCreated: EventDefinition<SampleFact> = {
  fact: z.object({ sampleId: z.uuid(), memberId: z.uuid() }),
  recipients: ({ memberId }) => [memberId],
  frame: told,
  webhook: told,
};

export const exampleEvents = { "sample.created": sampleCreated };
