import { flowTimer } from "../../platform/flow/flow-timer.ts";
import { type Module } from "../../platform/module.ts";
import { countOpen } from "./count-open.ts";
import { orderContexts } from "./conversation-contexts.ts";
import { evidencePurpose } from "./dispute-evidence.ts";
import { orderErrors } from "./errors.ts";
import { orderEvents } from "./events.ts";
import { fieldSentences } from "./field-sentences.ts";
import { findOrders } from "./find-orders.ts";
import { orderRoutes } from "./http.ts";
import { orderJobs } from "./jobs.ts";
import { personalData } from "./personal-data.ts";
import { creditSessionFlow, paidSessionFlow } from "./session/session-flow.ts";
import { orderSettings } from "./settings.ts";
import { answerPurpose, deliveryPurpose } from "./work/work-files.ts";
import { paidWorkFlow } from "./work/work-flow.ts";
import { remindOfWork } from "./work/work-reminders.ts";
import { orderActivity } from "./order-activity.ts";

export const ordersModule: Module = {
  name: "orders",
  settings: orderSettings,
  permissions: {
    "orders.view": "See the site's orders",
    "orders.manage": "Cancel, complete and move orders, and say who was absent",
    "orders.refund": "Give money of orders back and rule on disputes",
  },
  errors: orderErrors,
  fieldSentences,
  events: orderEvents,
  jobs: orderJobs,
  timers: [flowTimer, remindOfWork],
  flows: [paidSessionFlow, creditSessionFlow, paidWorkFlow],
  http: orderRoutes,
  files: [evidencePurpose, deliveryPurpose, answerPurpose],
  search: [],
  reportables: [],
  conversationContexts: orderContexts,
  metrics: [],
  personalData,
  // Visitors hold times; orders are placed by members.
  claim: null,
  counts: { openOrders: { module: "core", read: countOpen } },
  activity: { order: orderActivity },
  admin: [{ kind: "order", find: findOrders }],
  demo: null,
};
