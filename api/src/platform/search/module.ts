import { z } from "zod";
import { threePartJob } from "../jobs/job.ts";
import { type Module } from "../module.ts";
import { countDue } from "./count-words.ts";
import { indexing } from "./index-thing.ts";
import { searchKind } from "./kinds.ts";

const outdated = z.object({ kind: z.string(), id: z.uuid() });

/** What the search itself adds to the house; what can be found is said by the modules whose it is. */
export const searchModule: Module = {
  name: "search",
  settings: null,
  permissions: {},
  errors: {},
  events: {
    "search.outdated": { fact: outdated, recipients: () => [], frame: null, webhook: null },
  },
  jobs: [
    threePartJob({
      name: "search.index_again",
      on: ["search.outdated"],
      payload: outdated,
      ...indexing(({ kind, id }: z.output<typeof outdated>) => ({ kind: searchKind(kind), id })),
    }),
  ],
  timers: [countDue],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  // What it knows of a person follows the module whose they are.
  personalData: {
    export: async () => ({}),
    erase: async () => undefined,
    blockers: async () => [],
    retentionDays: {},
  },
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
