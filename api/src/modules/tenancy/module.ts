import { type Module } from "../../platform/module.ts";
import { domainCheckDue, recheckDomain, recheckTimer } from "./domains/recheck-domain.ts";
import { tenancyErrors } from "./errors.ts";
import { licenceEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { licenceTimer } from "./licences/licence-timer.ts";
import { planTrial } from "./plans/trial.ts";
import { siteSettings } from "./settings.ts";

export const tenancyModule: Module = {
  name: "tenancy",
  settings: siteSettings,
  permissions: {
    "tenancy.view_settings": "See the site's settings",
    "tenancy.settings": "Change the site's settings and domains and create its sandbox",
    "tenancy.keys": "Create, replace and revoke API keys",
  },
  errors: tenancyErrors,
  fieldSentences,
  events: { "tenancy.domain_check_due": domainCheckDue, ...licenceEvents },
  jobs: [recheckDomain],
  timers: [recheckTimer, licenceTimer, planTrial],
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
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
