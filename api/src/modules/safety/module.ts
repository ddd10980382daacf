import { type Module } from "../../platform/module.ts";
import { safetyErrors } from "./errors.ts";
import { safetyEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { safetyRoutes } from "./http.ts";
import { safetyJobs } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { forgetCase } from "./queue/forget-case.ts";
import { safetySettings } from "./settings.ts";
import { countInForce } from "./sanctions/count-in-force.ts";
import { endSuspension } from "./sanctions/end-sanctions.ts";
import { caseActivity, reportActivity, sanctionActivity } from "./queue/member-activity.ts";

export const safetyModule: Module = {
  name: "safety",
  settings: safetySettings,
  permissions: {
    "safety.moderate": "See what was reported, and hide or restore it",
    "safety.sanction": "Warn, suspend and ban members, and decide on their appeals",
  },
  errors: safetyErrors,
  fieldSentences,
  events: safetyEvents,
  jobs: safetyJobs,
  timers: [forgetCase, endSuspension],
  flows: [],
  http: safetyRoutes,
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members block and report.
  claim: null,
  counts: { sanctionsInForce: { module: "core", read: countInForce } },
  activity: { report: reportActivity, case: caseActivity, sanction: sanctionActivity },
  admin: [],
  demo: null,
};
