import { type Module } from "../../platform/module.ts";
import { peopleErrors } from "./errors.ts";
import { peopleEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { peopleRoutes } from "./http.ts";
import { peopleJobs } from "./jobs.ts";
import { peoplePersonalData } from "./personal-data.ts";
import { reportableProfile } from "./profile/reportable.ts";
import { photoPurpose } from "./photo/photos.ts";
import { claimAnswers } from "./quiz/claim-answers.ts";
import { indexPerson, peopleSearch } from "./search-kind.ts";
import { peopleSettings, rolesToApprove } from "./settings.ts";

export const peopleModule: Module = {
  name: "people",
  settings: peopleSettings,
  permissions: {
    "people.view": "See profiles and applications",
    "people.edit": "Change anybody's profile",
    "people.decide": "Approve and reject applications",
  },
  errors: peopleErrors,
  fieldSentences,
  rolesToApprove,
  events: peopleEvents,
  jobs: [...peopleJobs, indexPerson],
  timers: [],
  flows: [],
  http: peopleRoutes,
  files: [photoPurpose],
  search: [peopleSearch],
  reportables: [reportableProfile],
  conversationContexts: [],
  metrics: [],
  personalData: peoplePersonalData,
  claim: claimAnswers,
  counts: {},
  admin: [],
  demo: null,
};
