import { type Module } from "../../platform/module.ts";
import { billingErrors } from "./errors.ts";
import { fieldSentences } from "./field-sentences.ts";
import { tellOwners } from "./mails/tell-owners.ts";
import { catalogueEntity } from "./palette.ts";

export const billingModule: Module = {
  name: "billing",
  settings: null,
  permissions: {
    "billing.overview": "See the site's plan, modules and usage",
    "billing.modules": "Try, activate and deactivate modules and change the plan",
  },
  errors: billingErrors,
  fieldSentences,
  events: {},
  jobs: tellOwners,
  timers: [],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: {
    export: async () => ({}),
    erase: async () => {},
    blockers: async () => [],
    retentionDays: {},
  },
  // Plans and licences are the site's, nobody's of its people.
  claim: null,
  counts: {},
  admin: [catalogueEntity],
  demo: null,
};
