import { type Module } from "../../platform/module.ts";
import { safetyErrors } from "./errors.ts";
import { personalData } from "./personal-data.ts";

export const safetyModule: Module = {
  name: "safety",
  settings: null,
  permissions: {},
  errors: safetyErrors,
  events: {},
  jobs: [],
  timers: [],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members block.
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
