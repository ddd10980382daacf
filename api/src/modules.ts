import { billingModule } from "./modules/billing/module.ts";
import { gigsModule } from "./modules/gigs/module.ts";
import { identityModule } from "./modules/identity/module.ts";
import { insightsModule } from "./modules/insights/module.ts";
import { integrationsModule } from "./modules/integrations/module.ts";
import { matchingModule } from "./modules/matching/module.ts";
import { messagingModule } from "./modules/messaging/module.ts";
import { moneyModule } from "./modules/money/module.ts";
import { notificationsModule } from "./modules/notifications/module.ts";
import { ordersModule } from "./modules/orders/module.ts";
import { peopleModule } from "./modules/people/module.ts";
import { reviewsModule } from "./modules/reviews/module.ts";
import { safetyModule } from "./modules/safety/module.ts";
import { schedulingModule } from "./modules/scheduling/module.ts";
import { tenancyModule } from "./modules/tenancy/module.ts";
import { filesModule } from "./platform/files/module.ts";
import { type Module } from "./platform/module.ts";
import { searchModule } from "./platform/search/module.ts";

/** The modules of the house, in order: each may import those before it. The platform's own part comes first. */
export const modules: readonly Module[] = [
  filesModule,
  searchModule,
  tenancyModule,
  identityModule,
  safetyModule,
  peopleModule,
  moneyModule,
  messagingModule,
  schedulingModule,
  matchingModule,
  ordersModule,
  reviewsModule,
  gigsModule,
  billingModule,
  notificationsModule,
  integrationsModule,
  insightsModule,
];
