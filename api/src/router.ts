import { billingRouter } from "./modules/billing/router.ts";
import { gigsRouter } from "./modules/gigs/router.ts";
import { identityRouter } from "./modules/identity/router.ts";
import { insightsRouter } from "./modules/insights/router.ts";
import { integrationsRouter, sandboxRouter } from "./modules/integrations/router.ts";
import { matchingRouter } from "./modules/matching/router.ts";
import { messagingRouter } from "./modules/messaging/router.ts";
import { moneyRouter } from "./modules/money/router.ts";
import { notificationsRouter } from "./modules/notifications/router.ts";
import { ordersRouter } from "./modules/orders/router.ts";
import { peopleRouter } from "./modules/people/router.ts";
import { reviewsRouter } from "./modules/reviews/router.ts";
import { safetyRouter } from "./modules/safety/router.ts";
import { schedulingRouter } from "./modules/scheduling/router.ts";
import { tenancyRouter } from "./modules/tenancy/router.ts";
import { platformRouter } from "./platform/alerts/router.ts";
import { filesRouter } from "./platform/files/router.ts";
import { router } from "./platform/rpc/procedure.ts";

/** Every procedure of the API, one line per module: the table of contents. */
export const appRouter = router({
  platform: platformRouter,
  files: filesRouter,
  tenancy: tenancyRouter,
  identity: identityRouter,
  safety: safetyRouter,
  people: peopleRouter,
  money: moneyRouter,
  messaging: messagingRouter,
  scheduling: schedulingRouter,
  matching: matchingRouter,
  orders: ordersRouter,
  reviews: reviewsRouter,
  gigs: gigsRouter,
  billing: billingRouter,
  notifications: notificationsRouter,
  integrations: integrationsRouter,
  sandbox: sandboxRouter,
  insights: insightsRouter,
});
