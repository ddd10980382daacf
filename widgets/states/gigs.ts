import { finding, gigCards, market } from "../test/gigs.ts";
import { type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const answers = () => market;
const looking = { search: "logo", category: "logo-design", "max-price": "500", "max-days": "7" };

const scenes: readonly Scene[] = [
  {
    title: "Everything there is, with what is popular",
    state: "ready",
    answers,
    steps: [{ see: ".list [data-gig]" }, { see: ".strip [data-gig]" }],
  },
  {
    title: "What was looked at before",
    state: "ready",
    isSignedIn: true,
    answers: () => ({ ...market, "gigs.listRecentGigs": () => ({ items: [...gigCards] }) }),
    steps: [{ see: "#recent" }],
  },
  {
    title: "With words and filters the page has set",
    state: "ready",
    attributes: looking,
    answers,
    steps: [{ see: ".list [data-gig]" }, { see: ".chip" }],
  },
  {
    title: "Suggestions while somebody types",
    state: "ready",
    answers,
    steps: [{ see: ".list [data-gig]" }, { write: "lo", into: "#search" }, { see: ".options li" }],
  },
  {
    title: "The drawer of filters",
    state: "ready",
    attributes: looking,
    answers,
    steps: [{ see: ".category" }, { press: ".unfold" }, { see: "dialog[open] .category" }],
  },
  {
    title: "One gig, in place",
    state: "ready",
    answers,
    steps: [{ see: ".list [data-gig]" }, { press: ".list [data-gig] .name button" }, { see: "tessera-gig" }],
  },
  {
    title: "Nothing fits the filters",
    state: "empty",
    attributes: looking,
    answers: () => ({ ...market, "gigs.searchGigs": () => finding([]) }),
    steps: [{ see: ".notice" }, { see: ".strip" }],
  },
  {
    title: "Nothing found for the words",
    state: "empty",
    attributes: { search: "zzz" },
    answers: () => ({ ...market, "gigs.searchGigs": () => finding([]) }),
    steps: [{ see: ".notice" }, { see: ".strip" }],
  },
  {
    title: "No gigs yet",
    state: "empty",
    answers: () => ({
      ...market,
      "gigs.searchGigs": () => ({
        ...finding([]),
        facets: {
          categories: [],
          languages: [],
          tags: [],
          currencies: [],
          deliveryDays: [],
          ratings: [],
          levels: [],
        },
      }),
      "gigs.listTrendingGigs": () => ({ items: [] }),
    }),
  },
  {
    title: "For members only",
    state: "signed-out",
    answers: () => ({ ...market, "gigs.searchGigs": () => signedOut }),
  },
  ...troubles("gigs.searchGigs", { answers }),
];

/** Every state of the list of gigs. */
export const gigsScenes: WidgetScenes = { tag: "tessera-gigs", scenes };
