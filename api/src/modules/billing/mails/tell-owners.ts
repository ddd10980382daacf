import { type z } from "zod";
import { adminPage } from "../../../platform/admin-address.ts";
import { type Job, threePartJob } from "../../../platform/jobs/job.ts";
import { sendMail } from "../../../platform/providers/mail/for-tenant.ts";
import { layOutMail } from "../../../platform/providers/mail/layout.ts";
import { type Mail } from "../../../platform/providers/mail/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { accountLocale, readOwners } from "../../identity/index.ts";
import {
  licenceChangedFact,
  licenceExpiringFact,
  mailBrandOf,
  mailSenderName,
  planChangedFact,
  planTrialEndingFact,
  productName,
  siteOf,
} from "../../tenancy/index.ts";
import { wording } from "../catalogue/catalogue.ts";
import { type BillingNews, frameTexts, newsTexts, planNames } from "./texts.ts";

/** What owners are told: the news, what it is about in each language, and when that ends, if it lies ahead. */
interface Told {
  readonly news: BillingNews;
  readonly names: Readonly<Record<string, string>>;
  readonly endsAt: Date | null;
}

interface Prepared {
  readonly tenant: Tenant;
  readonly mails: readonly Omit<Mail, "key">[];
}

const newsOfState: Readonly<Record<string, BillingNews>> = {
  grace: "licence_grace",
  suspended: "licence_suspended",
  expired: "licence_expired",
};

/** The jobs that write to a site's owners. */
export const tellOwners: readonly Job[] = [
  telling(
    "billing.tell_licence_change",
    "licence.changed",
    licenceChangedFact,
    async (scope, { module, state }) => {
      const news = newsOfState[state];
      return news ? { news, names: await namesOf(scope, module), endsAt: null } : null;
    },
  ),
  telling(
    "billing.tell_licence_end",
    "licence.expiring",
    licenceExpiringFact,
    async (scope, { module, expiresAt }) => ({
      news: "licence_expiring",
      names: await namesOf(scope, module),
      endsAt: new Date(expiresAt),
    }),
  ),
  telling(
    "billing.tell_trial_end",
    "plan.trial_ending",
    planTrialEndingFact,
    async (_scope, { plan, endsAt }) => ({
      news: "trial_ending",
      names: planWords(plan),
      endsAt: new Date(endsAt),
    }),
  ),
  telling(
    "billing.tell_plan_change",
    "plan.changed",
    planChangedFact,
    async (_scope, { because, previous }) =>
      because === "trial_ended" ? { news: "trial_ended", names: planWords(previous), endsAt: null } : null,
  ),
];

function telling<Fact>(
  name: string,
  event: "licence.changed" | "licence.expiring" | "plan.trial_ending" | "plan.changed",
  fact: z.ZodType<Fact>,
  read: (scope: Scope, fact: Fact) => Promise<Told | null>,
): Job {
  return threePartJob<Fact, Prepared, void>({
    name,
    on: [event],
    payload: fact,
    async prepare(scope, payload) {
      const told = await read(scope, payload);
      return told && { tenant: scope.tenant, mails: await mailsFor(scope, told) };
    },
    async call({ tenant, mails }, { key, signal }) {
      const fromName = mailSenderName(tenant);
      for (const mail of mails)
        await sendMail({ ...mail, key: `${key} ${mail.to.address}` }, { tenant, fromName, signal });
    },
    finish: async () => {},
  });
}

/** One mail for each owner, in their language, with dates in the site's zone. */
async function mailsFor(scope: Scope, { news, names, endsAt }: Told): Promise<Omit<Mail, "key">[]> {
  const { tenant } = scope;
  const { timeZone } = siteOf(tenant);
  const page = adminPage("/plan");
  return (await readOwners(scope)).map(({ email, name, locale: asked }) => {
    const locale = accountLocale(asked);
    const what = names[locale] ?? names["en"] ?? "";
    const { ends, button } = frameTexts[locale];
    const shown = endsAt?.toLocaleString(locale, { timeZone, dateStyle: "full", timeStyle: "short" });
    const content = {
      locale,
      subject: newsTexts[locale][news].subject(what, productName(tenant)),
      intro: newsTexts[locale][news].intro(what, productName(tenant)),
      facts: shown ? [[ends, `${shown} (${timeZone})`] as const] : [],
      ...(page && { actions: [{ label: button, url: page.href }] }),
    };
    return { to: { address: email, name }, ...layOutMail(content, mailBrandOf(tenant)) };
  });
}

async function namesOf(scope: Scope, module: string): Promise<Told["names"]> {
  const [row] = await scope.read<{
    names: unknown;
  }>`select names from catalogue_modules where module = ${module}`;
  return row ? wording.parse(row.names) : { en: module };
}

const planWords = (plan: string): Told["names"] =>
  Object.fromEntries(Object.entries(planNames).map(([locale, names]) => [locale, names[plan] ?? plan]));
