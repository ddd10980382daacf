import { type Module } from "../../platform/module.ts";
import { gigsErrors } from "./errors.ts";
import { gigsEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { gigsJobs } from "./jobs.ts";
import { mediaPurpose } from "./media/media-purpose.ts";
import { reportableGig } from "./moderation/reportable.ts";
import { paletteEntities } from "./palette.ts";
import { personalData } from "./personal-data.ts";
import { claimSearches } from "./history/claim-searches.ts";
import { forgetDue } from "./history/keep-search.ts";
import { scoreDue } from "./popularity/score-gigs.ts";
import { rateSellersDue } from "./levels/rating-round.ts";
import { gigsSearch } from "./search-kind.ts";
import { gigsSettings } from "./settings.ts";
import { claimViews } from "./visits/claim-views.ts";

export const gigsModule: Module = {
  name: "gigs",
  settings: gigsSettings,
  permissions: {
    "gigs.view_gigs": "See all gigs with their numbers, and archived categories",
    "gigs.edit": "Add and change gigs for members",
    "gigs.moderate": "Approve, reject and suspend gigs",
    "gigs.categories": "Change the tree of categories",
    "gigs.levels": "Have the levels of sellers worked out anew",
  },
  errors: gigsErrors,
  fieldSentences,
  events: gigsEvents,
  jobs: gigsJobs,
  timers: [scoreDue, forgetDue, rateSellersDue],
  flows: [],
  http: [],
  files: [mediaPurpose],
  search: [gigsSearch],
  reportables: [reportableGig],
  conversationContexts: [],
  metrics: [],
  personalData,
  async claim(scope, claim) {
    await claimViews(scope, claim);
    await claimSearches(scope, claim);
  },
  limits: { "gigs.gigs": { module: "gigs", period: "always" } },
  counts: {},
  admin: paletteEntities,
  demo: null,
};
