import { type Translation } from "../../base/texts.ts";
import { voices } from "../../parts/texts.ts";
import { ar } from "./texts.ar.ts";
import { zh } from "./texts.zh-cn.ts";

const en = {
  title: "Plan and modules",
  plan: "Your plan",
  free: "Free",
  starter: "Starter",
  professional: "Professional",
  enterprise: "Enterprise",
  onTrial: "Trial until {moment}",
  trialLead: "When the trial ends, the site has the free plan. Its data stays.",
  daysLeft: "Days left",
  usage: "Usage",
  usageLead: "Months are calendar months of the site's time zone, {zone}. A sandbox counts nothing.",
  used: "{used} of {limit}",
  unlimited: "{used}, no limit",
  perMonth: "this month",
  "identity.members": "Members",
  "scheduling.bookings": "Bookings",
  "messaging.conversations": "New conversations",
  "gigs.gigs": "Gigs",
  plans: "Plans",
  monthly: "{price} a month",
  annual: "{price} a year",
  lifetime: "{price} once",
  current: "Your plan now",
  choose: "Choose",
  chooseLead:
    "The site has the plan {plan} from now on. Modules that it does not bring stop, and their data stays.",
  modules: "Modules",
  trialOnly:
    "This installation takes no payments for plans yet. You can try modules; ask whoever runs it for anything more.",
  included: "In your plan",
  trial: "On trial",
  licensed: "Licensed",
  grace: "Payment is due",
  suspended: "Suspended until it is paid",
  off: "Switched off",
  available: "Not active",
  until: "until {moment}",
  forGood: "for good",
  tryIt: "Try",
  tryLead: "{name} is active for {days} days. A trial is given once.",
  tried: "Tried already",
  activate: "Activate",
  activateLead: "{name} is back, with all that was there.",
  deactivate: "Deactivate",
  deactivateLead:
    "{name} stops on your pages and in the API. Its data stays, and what is under way goes on. A trial or paid period runs on.",
} as const;

/** The words of the page in one language. */
export type PlanTexts = Translation<typeof en>;

/** What the page of plan and modules says. */
export const planVoice = voices<typeof en>({ en, "zh-CN": zh, ar });
