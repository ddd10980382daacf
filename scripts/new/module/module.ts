import { type Module } from "../../platform/module.ts";
import { exampleErrors } from "./errors.ts";
import { exampleEvents } from "./events.ts";
import { personalData } from "./personal-data.ts";

export const exampleModule: Module = {
  name: "example",
  settings: null,
  permissions: {
    "example.manage": "Add samples for members",
  },
  errors: exampleErrors,
  events: exampleEvents,
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
  // Only members have samples.
  claim: null,
  counts: {},
  admin: [],
  demo: null,
};
