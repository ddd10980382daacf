import { type Module } from "../../platform/module.ts";
import { forgetGoal } from "./embeddings/forget-goal.ts";
import { matchingErrors } from "./errors.ts";
import { matchingEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { matchingJobs } from "./jobs.ts";
import { claimMatch } from "./match/claim-match.ts";
import { forgetMatch } from "./match/forget-match.ts";
import { matchingPersonalData } from "./personal-data.ts";
import { matchingSettings } from "./settings.ts";

export const matchingModule: Module = {
  name: "matching",
  settings: matchingSettings,
  permissions: {
    "matching.view_profiles": "See what counts how much when people are matched",
    "matching.edit": "Change what counts how much, and have matches prepared",
  },
  errors: matchingErrors,
  fieldSentences,
  events: matchingEvents,
  jobs: matchingJobs,
  timers: [forgetMatch, forgetGoal],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: matchingPersonalData,
  claim: claimMatch,
  counts: {},
  admin: [],
  demo: null,
};
