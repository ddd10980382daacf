import { type Coach } from "../../examples/coaching/coach.ts";
import { coaches } from "../../examples/coaching/coaches/coaches.ts";
import { portrait } from "../../examples/portrait/portrait.ts";
import { seededRandom } from "./random.ts";
import { pastClients, thanks } from "./northlight-clients.ts";
import { conversations } from "./northlight-conversations.ts";
import { type DemoHost, type DemoReview, type DemoTenant } from "./tenant.ts";

const firstConversation = { en: "First conversation", "zh-CN": "首次交流", ar: "محادثة أولى" };

/** Passwords of coaches; the others sign in by codes. */
const passwords: Readonly<Record<string, string>> = { "lena-brandt": "quiet-one-to-one-tuesdays" };

/** What the site says about a coach, and what the practice arranged with them, as somebody whose time can be booked. */
function hostOf(coach: Coach): DemoHost {
  const { slug, name, locale, timeZone, languages, countries, hours, session, reviews, look } = coach;
  const random = seededRandom(`${slug} marks`);
  const password = passwords[slug];
  return {
    slug,
    name,
    locale,
    timeZone,
    languages,
    countries,
    hours,
    email: `${slug.split("-")[0]}@northlight.example`,
    ...(password && { password }),
    headline: coach.line,
    bio: coach.about.join("\n\n"),
    expertise: [...coach.topics, ...(coach.topicsInEnglish ?? [])],
    offers: [
      {
        title: firstConversation[locale],
        description: coach.intro,
        minutes: 20,
        amountMinor: 0,
        currency: session.currency,
      },
      session,
    ],
    photo: portrait(look),
    reviews: reviews.map((said) => (typeof said === "string" ? { text: said, marks: high(random) } : said)),
    isAway: coach.isAway ?? false,
  };
}

/** Marks of somebody who was content: mostly 5, now and then a 4. */
function high(random: () => number): DemoReview["marks"] {
  const mark = () => (random() < 0.8 ? 5 : 4);
  return [mark(), mark(), mark()];
}

/** Northlight Coaching: forty coaches from Mexico City to Sydney, whose pages are in English, Chinese and Arabic. */
export const northlight: DemoTenant = {
  slug: "northlight",
  name: "Northlight Coaching",
  locale: "en",
  locales: ["en", "zh-CN", "ar"],
  currency: "EUR",
  timeZone: "Europe/Berlin",
  colour: "#0d6350",
  owner: { name: "Ingrid Solberg", email: "owner@northlight.example", password: "aurora-above-the-fjord" },
  client: {
    name: "Hanna Lindqvist",
    email: "hanna@mail.example",
    password: "tea-before-every-meeting",
    locale: "en",
    timeZone: "Europe/Stockholm",
  },
  pastClients,
  conversations,
  thanks,
  hostRole: "coach",
  hosts: coaches.map(hostOf),
};
