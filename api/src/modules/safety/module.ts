import { type Module } from "../../platform/module.ts";
import { safetyErrors } from "./errors.ts";
import { personalData } from "./personal-data.ts";
import { forgetCase } from "./queue/forget-case.ts";

export const safetyModule: Module = {
  name: "safety",
  settings: null,
  permissions: {
    "safety.moderate": "See what was reported, and hide or restore it",
  },
  errors: safetyErrors,
  events: {},
  jobs: [],
  timers: [forgetCase],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members block and report.
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
