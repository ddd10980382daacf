import { type Module } from "../../platform/module.ts";

export const insightsModule: Module = {
  name: "insights",
  settings: null,
  permissions: {
    "insights.view_overview": "See the first page: what waits, what comes and what came in",
    "insights.tasks": "See what the system could not finish alone",
    "insights.audit": "See who did what",
  },
  errors: {},
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
  // It keeps nothing: what it shows belongs to the modules it asks.
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
