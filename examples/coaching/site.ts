import { portrait } from "../portrait.ts";
import { type Site, type SitePage, type SiteSetup } from "../site.ts";
import { type Values } from "../template.ts";
import { type Coach, coaches } from "./coaches.ts";
import { wordsOf } from "./words.ts";

/** The website of Northlight Coaching: a start page, its coaches, and a page for each of them with their free times. */
export const coachingSite: Site = {
  slug: "northlight",
  name: "Northlight Coaching",
  folder: "coaching",
  page(path, setup) {
    const coach = coaches.find(({ slug }) => path === `/coaches/${slug}`);
    if (coach) return coachPage(coach, setup);
    switch (path) {
      case "/":
        return page(setup, {
          file: "index.html",
          kind: "home",
          title: "One-to-one coaching by video",
          description:
            "Choose a coach, pick a time in your own time zone, and talk. The first conversation is free.",
          more: { featured: coaches.filter(({ slug }) => featured.includes(slug)).map(card) },
        });
      case "/coaches":
        return page(setup, {
          file: "coaches.html",
          title: "Our coaches",
          description: "Six coaches in six time zones, for leadership, career, limits and voice.",
          more: { coaches: coaches.map(card) },
        });
      case "/account":
        return page(setup, {
          file: "account.html",
          title: "Your sessions",
          description: "How to move, cancel or join a session you booked.",
        });
      default:
        return null;
    }
  },
  notFound: (setup) =>
    page(setup, {
      file: "not-found.html",
      title: "Not found",
      description: "There is no page at this address.",
    }),
  picture(path) {
    const slug = /^\/portraits\/([\w-]+)\.svg$/.exec(path)?.[1];
    const coach = coaches.find((each) => each.slug === slug);
    return coach ? portrait(coach.look) : null;
  },
};

const featured = ["lena-brandt", "marcus-okafor", "lin-mei"];

interface Written {
  readonly file: string;
  readonly title: string;
  readonly description: string;
  readonly kind?: string;
  readonly lang?: Coach["locale"];
  /** The widgets of the page, as its visitors may copy them. */
  readonly widgets?: readonly string[];
  readonly more?: Values;
}

function page({ apiUrl, publishableKey }: SiteSetup, written: Written): SitePage {
  const { file, title, description, kind = "", lang = "en", widgets = [], more = {} } = written;
  const script = `<script type="module" src="${apiUrl}/widgets/v1/tessera.js" data-key="${publishableKey}"></script>`;
  const snippet = [script, ...widgets].join("\n");
  return {
    file,
    values: { title, description, kind, ...writtenIn(lang), apiUrl, publishableKey, snippet, ...more },
  };
}

function coachPage(coach: Coach, setup: SiteSetup): SitePage {
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
      coach: { ...named(coach), quote: coach.quote, topicList: topicList(coach) },
      about: coach.about.map((paragraph) => ({ paragraph })),
    },
  });
}

const named = ({ slug, name, line, place, languages }: Coach) => ({ slug, name, line, place, languages });

const card = (coach: Coach): Values => ({
  ...named(coach),
  ...writtenIn(coach.locale),
  topics: coach.topics.map((topic) => ({ topic })),
});

const topicList = ({ topics, locale }: Coach): string =>
  new Intl.ListFormat(locale, { type: "conjunction", style: "narrow" }).format(topics);

const writtenIn = (lang: Coach["locale"]) => ({ lang, dir: lang === "ar" ? "rtl" : "ltr" });
