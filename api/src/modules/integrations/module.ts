import { type Module } from "../../platform/module.ts";
import { attemptDelivery } from "./deliveries/attempt-delivery.ts";
import { retryDelivery } from "./deliveries/retry-delivery.ts";
import { integrationsErrors } from "./errors.ts";
import { integrationsEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { integrationsSettings } from "./settings.ts";

export const integrationsModule: Module = {
  name: "integrations",
  settings: integrationsSettings,
  permissions: {
    "integrations.view_webhooks": "See webhook endpoints and deliveries",
    "integrations.webhooks": "Change webhook endpoints and replay deliveries",
    "integrations.view_connections": "See which outside providers are connected",
    "integrations.connections": "Connect outside providers and replace their credentials",
    "sandbox.clock": "Advance the clock of a sandbox",
  },
  errors: integrationsErrors,
  fieldSentences,
  events: integrationsEvents,
  jobs: [attemptDelivery],
  timers: [retryDelivery],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData: {
    // Bodies of deliveries are deleted after some weeks whoever they name.
    export: async () => ({}),
    erase: async () => {},
    blockers: async () => [],
    retentionDays: { webhook_deliveries: 30 },
  },
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
