import { type Module } from "../../platform/module.ts";
import { identityErrors } from "./errors.ts";
import { identityEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { sendCode, sendInvitation, sendLink, tellFormerAddress, tellInviter } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { identitySettings } from "./settings.ts";
import { sweep } from "./sweep.ts";
import { signInActivity } from "./sign-in-activity.ts";

export const identityModule: Module = {
  name: "identity",
  settings: identitySettings,
  permissions: {
    "identity.view_members": "See the site's members",
    "identity.members": "Add members, change their roles, switch them off and ban them",
    "identity.view_team": "See the team",
    "identity.team": "Change the team's roles and permissions",
    "identity.owners": "Make, change and remove owners",
  },
  errors: identityErrors,
  fieldSentences,
  events: identityEvents,
  jobs: [sendCode, sendLink, tellFormerAddress, sendInvitation, tellInviter],
  timers: [sweep],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [],
  conversationContexts: [],
  metrics: [],
  personalData,
  claim: null,
  limits: { "identity.members": { module: "core", period: "always" } },
  counts: {},
  activity: { signed_in: signInActivity },
  admin: [],
  demo: null,
};
