import { coachingSite } from "../../examples/coaching/site.ts";
import { marketSite } from "../../examples/gig-market/site.ts";
import { type Site } from "../../examples/site.ts";
import { northlight } from "./northlight.ts";
import { qiaojiang } from "./qiaojiang.ts";
import { type DemoTenant } from "./tenant.ts";

/** The demo's tenants with their websites, the coaching one first. */
export const demoSites: readonly { readonly tenant: DemoTenant; readonly site: Site }[] = [
  { tenant: northlight, site: coachingSite },
  { tenant: qiaojiang, site: marketSite },
];
