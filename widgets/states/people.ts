import { listing, mara } from "../test/people.ts";
import { type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const answers = () => listing;
const person = { person: mara.id };

const scenes: readonly Scene[] = [
  { title: "Everybody who can be booked", state: "ready", answers, steps: [{ see: "[data-person]" }] },
  {
    title: "With filters the page has set",
    state: "ready",
    attributes: { search: "career", language: "en", "max-price": "120", currency: "EUR" },
    answers,
    steps: [{ see: "[data-person]" }],
  },
  {
    title: "One person, with reviews and offers",
    state: "ready",
    attributes: person,
    answers,
    steps: [{ see: ".review" }],
  },
  {
    title: "Booking with one person, in place",
    state: "ready",
    attributes: person,
    answers,
    steps: [{ see: ".review" }, { press: ".book" }, { see: "tessera-booking" }],
  },
  {
    title: "Blocking one person",
    state: "ready",
    isSignedIn: true,
    attributes: person,
    answers,
    steps: [
      { see: ".person-menu summary" },
      { press: ".person-menu summary" },
      { press: "[data-do=block]" },
      { see: "dialog[open]" },
    ],
  },
  {
    title: "Reporting one person",
    state: "ready",
    isSignedIn: true,
    attributes: person,
    answers,
    steps: [
      { see: ".person-menu summary" },
      { press: ".person-menu summary" },
      { press: "[data-do=report]" },
      { see: "dialog[open]" },
    ],
  },
  {
    title: "Nobody yet",
    state: "empty",
    answers: () => ({
      ...listing,
      "people.listPeople": () => ({ items: [], nextCursor: null, total: 0 }),
      "people.getFacets": () => ({ languages: [], countries: [], expertise: [], currencies: [] }),
    }),
  },
  {
    title: "A person who is not listed any more",
    state: "empty",
    attributes: person,
    answers: () => ({
      ...listing,
      "people.getPerson": () => ({ status: 404, code: "request.not_found", message: "This does not exist." }),
    }),
  },
  {
    title: "For members only",
    state: "signed-out",
    answers: () => ({ ...listing, "people.listPeople": () => signedOut }),
  },
  ...troubles("people.listPeople", { answers }),
];

/** Every state of the list of people and of one person. */
export const peopleScenes: WidgetScenes = { tag: "tessera-people", scenes };
