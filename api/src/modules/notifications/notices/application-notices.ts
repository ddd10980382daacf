import { z } from "zod";
import { presentApplicationById } from "../../people/index.ts";
import { productName, siteOf } from "../../tenancy/index.ts";
import { applicationTexts } from "./application-texts.ts";
import { type Notice, notice, type ReadingOf, type Words, type NoticeName } from "./notice.ts";

const applicationFact = z.object({ applicationId: z.uuid(), memberId: z.uuid() });

interface Decision {
  readonly role: string;
  /** Why it was rejected; null when it was approved. */
  readonly reason: string | null;
}

const say = ({ role, reason }: Decision, { locale, tenant }: ReadingOf): Words => {
  const texts = applicationTexts[locale];
  const site = productName(tenant);
  const { siteUrl } = siteOf(tenant);
  const known = texts.roles[role] ?? role;
  return {
    subject: reason === null ? texts.approved.subject(known, site) : texts.rejected.subject(known, site),
    intro: reason === null ? texts.approved.intro(known, site) : texts.rejected.intro(known, site),
    facts: reason === null ? [] : [[texts.reason, reason]],
    actions: siteUrl === null ? [] : [{ label: texts.open(site), url: siteUrl }],
  };
};

const aboutDecision = (
  name: NoticeName,
  on: "provider.approved" | "provider.rejected",
  sample: Decision,
): Notice =>
  notice<z.infer<typeof applicationFact>, Decision>({
    name,
    category: "system",
    on,
    fact: applicationFact,
    once: ({ applicationId }) => [applicationId],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { applicationId }) {
      const application = await presentApplicationById(scope, applicationId);
      if (application?.state !== (on === "provider.approved" ? "approved" : "rejected")) return null;
      const { role, reason } = application;
      return { values: { role, reason }, about: { kind: "provider_application", id: applicationId } };
    },
    words: { en: say, "zh-CN": say, ar: say },
    sample,
  });

/** How an application to offer services ended. */
export const applicationNotices: readonly Notice[] = [
  aboutDecision("provider_approved", "provider.approved", { role: "coach", reason: null }),
  aboutDecision("provider_rejected", "provider.rejected", {
    role: "coach",
    reason: "Tell us more about your training.",
  }),
];
