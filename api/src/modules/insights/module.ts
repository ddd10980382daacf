import { z } from "zod";
import { type Module } from "../../platform/module.ts";
import { fieldSentences } from "./field-sentences.ts";
import { personalData } from "./personal-data.ts";
import { forgetSearches } from "./searches/forget-searches.ts";

export const insightsModule: Module = {
  name: "insights",
  settings: null,
  permissions: {
    "insights.view_overview": "See the first page: what waits, what comes and what came in",
    "insights.tasks": "See what the system could not finish alone",
    "insights.retry_jobs": "Have what the system gave up done again",
    "insights.audit": "See who did what",
    "insights.searches": "See what people search for",
    "insights.notes": "Read and write the team's notes about members, bookings and orders",
  },
  errors: {},
  fieldSentences,
  events: {
    "job.retry_asked": {
      fact: z.object({ jobKey: z.string() }),
      recipients: () => [],
      frame: null,
      webhook: null,
    },
  },
  jobs: [],
  timers: [forgetSearches],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
