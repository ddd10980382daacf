import { coaches } from "../../examples/coaching/coaches.ts";
import { type DemoOffer, type DemoTenant } from "./tenant.ts";

/** What the site says about a coach stands in the coach's profile too. */
function presented(slug: string) {
  const coach = coaches.find((each) => each.slug === slug);
  if (!coach) throw new Error(`The site has no coach ${slug}.`);
  const { name, locale, line, about, topics } = coach;
  return { slug, name, locale, headline: line, bio: about.join("\n\n"), expertise: topics };
}

const intro = (currency: string, title: string, description: string): DemoOffer => ({
  title,
  description,
  minutes: 20,
  amountMinor: 0,
  currency,
});

/** Northlight Coaching: six coaches from São Paulo to Shanghai who work in English, Chinese and Arabic. */
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
  hostRole: "coach",
  hosts: [
    {
      ...presented("lena-brandt"),
      email: "lena@northlight.example",
      password: "quiet-one-to-one-tuesdays",
      languages: ["de", "en"],
      countries: ["DE", "AT", "CH"],
      timeZone: "Europe/Berlin",
      hours: [
        ["Mon-Thu", "09:00-12:30"],
        ["Mon-Thu", "14:00-18:00"],
        ["Fri", "09:00-13:00"],
      ],
      offers: [
        intro("EUR", "First conversation", "Twenty minutes to find out whether we should work together."),
        {
          title: "Coaching session",
          description: "One situation, one hour, one sentence you will really say.",
          minutes: 50,
          amountMinor: 12_000,
          currency: "EUR",
          bufferAfterMinutes: 10,
        },
      ],
    },
    {
      ...presented("marcus-okafor"),
      email: "marcus@northlight.example",
      languages: ["en", "fr"],
      countries: ["US", "CA"],
      timeZone: "America/New_York",
      hours: [
        ["Mon-Fri", "08:00-11:00"],
        ["Tue-Thu", "13:00-17:30"],
      ],
      offers: [
        intro("USD", "First conversation", "Tell me where you are and where you would rather be."),
        {
          title: "Career session",
          description: "We sort what you can take along from what you only think you must keep.",
          minutes: 60,
          amountMinor: 14_500,
          currency: "USD",
        },
      ],
    },
    {
      ...presented("sofia-almeida"),
      email: "sofia@northlight.example",
      languages: ["pt", "es", "en"],
      countries: ["BR", "PT"],
      timeZone: "America/Sao_Paulo",
      hours: [["Mon-Wed", "10:00-16:00"]],
      offers: [
        intro("USD", "First conversation", "A quiet first look at your week."),
        {
          title: "Session",
          description: "Your calendar, your limits, and what will go.",
          minutes: 50,
          amountMinor: 9_000,
          currency: "USD",
          bufferAfterMinutes: 10,
        },
      ],
    },
    {
      ...presented("lin-mei"),
      email: "mei@northlight.example",
      languages: ["zh", "en"],
      countries: ["CN", "SG"],
      timeZone: "Asia/Shanghai",
      hours: [
        ["Mon-Fri", "19:00-22:00"],
        ["Sat", "09:00-12:00"],
      ],
      offers: [
        intro("CNY", "首次交流", "二十分钟，看看我们是否合适。"),
        {
          title: "教练对话",
          description: "只谈一件事，谈到能动手为止。",
          minutes: 60,
          amountMinor: 68_000,
          currency: "CNY",
        },
      ],
    },
    {
      ...presented("omar-haddad"),
      email: "omar@northlight.example",
      languages: ["ar", "en", "fr"],
      countries: ["AE", "SA", "FR"],
      timeZone: "Asia/Dubai",
      hours: [["Sun-Thu", "10:00-15:00"]],
      offers: [
        intro("EUR", "محادثة أولى", "عشرون دقيقة لنعرف هل نعمل معًا."),
        {
          title: "جلسة للمؤسسين",
          description: "قرار واحد لا يمكن تفويضه، وخطوة تالية مكتوبة.",
          minutes: 45,
          amountMinor: 16_000,
          currency: "EUR",
          bufferAfterMinutes: 15,
        },
      ],
    },
    {
      ...presented("priya-raman"),
      email: "priya@northlight.example",
      languages: ["en", "ta", "hi"],
      countries: ["IN", "GB"],
      timeZone: "Asia/Kolkata",
      hours: [
        ["Mon-Fri", "07:30-10:00"],
        ["Mon-Fri", "18:00-21:00"],
      ],
      offers: [
        intro("USD", "First conversation", "Bring the meeting you dread most."),
        {
          title: "Rehearsal",
          description: "We rehearse a real meeting, twice. The second time you will enjoy it.",
          minutes: 30,
          amountMinor: 5_500,
          currency: "USD",
        },
      ],
    },
  ],
};
