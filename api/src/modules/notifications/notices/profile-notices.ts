import { z } from "zod";
import { isHidden } from "../../people/index.ts";
import { productName, siteOf } from "../../tenancy/index.ts";
import { type Notice, notice, type NoticeName, type ReadingOf, type Words } from "./notice.ts";
import { profileTexts } from "./profile-texts.ts";

const profileFact = z.object({ memberId: z.uuid(), version: z.int() });

type Sight = "hidden" | "restored";

const say = (sight: Sight, { locale, tenant }: ReadingOf): Words => {
  const texts = profileTexts[locale];
  const site = productName(tenant);
  const { siteUrl } = siteOf(tenant);
  return {
    subject: texts[sight].subject(site),
    intro: texts[sight].intro,
    actions: siteUrl === null ? [] : [{ label: texts.open(site), url: siteUrl }],
  };
};

const aboutProfile = (name: NoticeName, sight: Sight): Notice =>
  notice<z.infer<typeof profileFact>, Sight>({
    name,
    category: "system",
    on: `profile.${sight}`,
    fact: profileFact,
    once: ({ memberId, version }) => [memberId, version],
    readers: async (_scope, { memberId }) => [memberId],
    async find(scope, { memberId }) {
      const isSo = (await isHidden(scope, memberId)) === (sight === "hidden");
      return isSo ? { values: sight, about: { kind: "profile", id: memberId } } : null;
    },
    words: { en: say, "zh-CN": say, ar: say },
    sample: sight,
  });

/** The team took a profile from sight, or shows it again. */
export const profileNotices: readonly Notice[] = [
  aboutProfile("profile_hidden", "hidden"),
  aboutProfile("profile_restored", "restored"),
];
