import { type Module } from "../../platform/module.ts";
import { countPending } from "./count-pending.ts";
import { reviewErrors } from "./errors.ts";
import { reviewEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { reviewJobs } from "./jobs.ts";
import { reportableReview } from "./moderation/reportable.ts";
import { personalData } from "./personal-data.ts";
import { reviewSettings } from "./settings.ts";
import { publishReview } from "./timers.ts";

export const reviewsModule: Module = {
  name: "reviews",
  settings: reviewSettings,
  permissions: {
    "reviews.view": "See all reviews, also those that wait or are hidden",
    "reviews.moderate": "Hide reviews and show them again",
  },
  errors: reviewErrors,
  fieldSentences,
  events: reviewEvents,
  jobs: reviewJobs,
  timers: [publishReview],
  flows: [],
  http: [],
  files: [],
  search: [],
  reportables: [reportableReview],
  conversationContexts: [],
  metrics: [],
  personalData,
  // Only members have sessions and orders to review.
  claim: null,
  counts: { pendingReviews: { module: "reviews", read: countPending } },
  admin: [],
  demo: null,
};
