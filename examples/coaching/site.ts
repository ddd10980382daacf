import { portrait } from "../portrait/portrait.ts";
import { type Site, type SitePage, type SiteSetup } from "../site.ts";
import { type Values } from "../template.ts";
import { type Coach } from "./coach.ts";
import { coaches } from "./coaches/coaches.ts";
import { reviewsOf } from "./reviews.ts";
import { wordsOf } from "./words.ts";

/** The website of Northlight Coaching: its coaches with their free times, the quiz and its matches, and pages for clients and coaches. */
export const coachingSite: Site = {
  slug: "northlight",
  name: "Northlight Coaching",
  folder: "coaching",
  async page(path, setup) {
    const coach = coachAt(path, setup);
    if (coach) return coachPage(coach, setup);
    const written = pages[path];
    return written ? page(setup, written) : null;
  },
  notFound: (setup) =>
    page(setup, {
      file: "not-found.html",
      title: "Not found",
      description: "There is no page at this address.",
    }),
  scripts: { "/react.js": "react/page.tsx" },
  picture(path) {
    const slug = /^\/portraits\/([\w-]+)\.svg$/.exec(path)?.[1];
    const coach = coaches.find((each) => each.slug === slug);
    return coach ? portrait(coach.look) : null;
  },
};

const featured = ["aminata-diallo", "lin-mei", "tom-ashworth"];

interface Written {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly kind?: string;
  readonly lang?: Coach["locale"];
  /** The widgets of the page, as its visitors may copy them. */
  readonly widgets?: readonly string[];
  readonly more?: Values;
  readonly runsScripts?: boolean;
}

const named = ({ slug, name, line, place }: Coach) => ({ slug, name, line, place });

const writtenIn = (lang: Coach["locale"]) => ({ lang, dir: lang === "ar" ? "rtl" : "ltr" });

const card = (coach: Coach): Values => ({
  ...named(coach),
  ...writtenIn(coach.locale),
  languages: languageList(coach),
});

const pages: Readonly<Record<string, Written>> = {
  "/": {
    file: "index.html",
    kind: "home",
    title: "One-to-one coaching by video",
    description:
      "Answer a few questions, meet the coaches who fit, and pick a time in your own time zone. The first conversation is free.",
    more: {
      wall: coaches.map(card),
      featured: coaches.filter(({ slug }) => featured.includes(slug)).map(card),
    },
  },
  "/quiz": {
    file: "quiz.html",
    title: "Find your coach",
    description: "Twenty short questions, and the ten coaches who answer them best.",
    widgets: ['<tessera-profile view="quiz" next-href="/matches"></tessera-profile>'],
  },
  "/matches": {
    file: "matches.html",
    title: "Your ten",
    description: "The ten coaches who fit your answers best, and why.",
    widgets: [
      '<tessera-match person-href="/coaches/{id}" book-href="/coaches/{id}#book" quiz-href="/quiz"></tessera-match>',
    ],
  },
  "/coaches": {
    file: "coaches.html",
    title: "Our coaches",
    description: "Forty coaches in twelve time zones, for work, money, family, sleep and voice.",
    widgets: [
      '<tessera-people person-href="/coaches/{id}" book-href="/coaches/{id}#book" address></tessera-people>',
    ],
  },
  "/react": {
    file: "react.html",
    title: "Book a coach, with React",
    description: "The list of coaches and booking with one of them, on a page written with React.",
    widgets: ["<tessera-people></tessera-people>", '<tessera-booking host="..."></tessera-booking>'],
    runsScripts: true,
  },
  "/account": {
    file: "account.html",
    title: "Your sessions",
    description: "Sign in, see your sessions, and move, cancel or join them.",
    widgets: [
      "<tessera-account guard><template>",
      "<tessera-bookings></tessera-bookings>",
      "<tessera-account></tessera-account>",
      "<tessera-wallet></tessera-wallet>",
      "</template></tessera-account>",
    ],
  },
  "/notifications": {
    file: "notifications.html",
    title: "Your notifications",
    description: "What happened to your sessions while you were away.",
    widgets: [
      '<tessera-notifications booking-href="/account" push-worker="/tessera-push.js"></tessera-notifications>',
    ],
  },
  "/messages": {
    file: "messages.html",
    title: "Your messages",
    description: "Write with your coach before, between and after sessions.",
    widgets: ['<tessera-chat booking-href="/account"></tessera-chat>'],
  },
  "/for-coaches": {
    file: "for-coaches.html",
    title: "For coaches",
    description: "Your profile, your hours, and how to join Northlight.",
    widgets: [
      "<tessera-account guard><template>",
      '<tessera-profile view="provider"></tessera-profile>',
      "<tessera-hours></tessera-hours>",
      '<tessera-profile view="application"></tessera-profile>',
      "</template></tessera-account>",
    ],
  },
};

function page({ apiUrl, publishableKey }: SiteSetup, written: Written): SitePage {
  const {
    file,
    title,
    description,
    kind = "",
    lang = "en",
    widgets = [],
    more = {},
    runsScripts = false,
  } = written;
  const script = `<script type="module" src="${apiUrl}/widgets/v1/tessera.js" data-key="${publishableKey}"></script>`;
  const bubble = '<tessera-chat display="bubble"></tessera-chat>';
  const snippet = [script, ...widgets, bubble].join("\n");
  return {
    file,
    runsScripts,
    values: { title, description, kind, ...writtenIn(lang), apiUrl, publishableKey, snippet, ...more },
  };
}

/** The coach whose page is at a path: under the name the site knows them by, or under the id that widgets lead to. */
function coachAt(path: string, { hosts }: SiteSetup): Coach | undefined {
  const [, called] = /^\/coaches\/([\w-]+)$/.exec(path) ?? [];
  return coaches.find(({ slug }) => called !== undefined && (slug === called || hosts[slug] === called));
}

async function coachPage(coach: Coach, setup: SiteSetup): Promise<SitePage> {
  const host = setup.hosts[coach.slug];
  if (host === undefined) throw new Error(`The demo has no host ${coach.slug}.`);
  return page(setup, {
    file: "coach.html",
    title: coach.name,
    description: coach.line,
    lang: coach.locale,
    widgets: [`<tessera-booking host="${host}"></tessera-booking>`],
    more: {
      host,
      words: wordsOf(coach),
      coach: { ...named(coach), languages: languageList(coach), topicList: listOf(coach, coach.topics) },
      about: coach.about.map((paragraph) => ({ paragraph })),
      quotes: await reviewsOf(coach, setup),
    },
  });
}

function languageList(coach: Coach): string {
  const names = new Intl.DisplayNames(coach.locale, { type: "language" });
  return listOf(
    coach,
    coach.languages.map((code) => names.of(code) ?? code),
  );
}

function listOf({ locale }: Coach, items: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(items);
}
