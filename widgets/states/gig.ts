import { member } from "../test/coach.ts";
import { gigOrder, logoGig, market, plainGig } from "../test/gigs.ts";
import { type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const answers = () => market;
const attributes = { gig: logoGig.id };
const usual = { answers, attributes };

const scenes: readonly Scene[] = [
  { ...usual, title: "A gig with everything a gig can hold", state: "ready", steps: [{ see: ".order" }] },
  {
    ...usual,
    title: "The second picture and the third package, with an extra",
    state: "ready",
    steps: [
      { press: ".turn.after" },
      { press: "#tab-premium" },
      { press: ".extra input" },
      { see: "#tab-premium[aria-selected=true]" },
    ],
  },
  {
    ...usual,
    title: "A document among the media",
    state: "ready",
    steps: [{ press: "#thumb-2" }, { see: ".document" }],
  },
  {
    answers,
    title: "The least a gig can hold, in another language",
    state: "ready",
    attributes: { gig: plainGig.id },
    steps: [{ see: ".order" }],
  },
  {
    ...usual,
    title: "What buyers say, and reporting a review",
    state: "ready",
    isSignedIn: true,
    steps: [{ see: "[data-report]" }, { press: "[data-report]" }, { see: "dialog[open] select" }],
  },
  {
    ...usual,
    title: "The seller replies to a review",
    state: "ready",
    isSignedIn: true,
    answers: () => ({
      ...market,
      "gigs.getGig": () => ({ ...logoGig, seller: { ...logoGig.seller, id: member.id } }),
    }),
    steps: [{ press: "[data-reply]" }, { see: ".reply-form textarea" }],
  },
  {
    ...usual,
    title: "Ordering, by somebody unknown",
    state: "ready",
    steps: [{ press: ".order" }, { see: ".ordering #email" }],
  },
  {
    ...usual,
    title: "Ordering, by a member",
    state: "ready",
    isSignedIn: true,
    steps: [{ press: ".extra input" }, { press: ".order" }, { see: ".place" }],
  },
  {
    ...usual,
    title: "The order is refused, because it is the member's own gig",
    state: "ready",
    isSignedIn: true,
    answers: () => ({
      ...market,
      "gigs.placeGigOrder": () => ({ status: 403, code: "orders.own_work", message: "This is your own." }),
    }),
    steps: [{ press: ".order" }, { press: ".place" }, { see: ".notice.bad" }],
  },
  {
    ...usual,
    title: "The order is placed and waits to be paid",
    state: "ready",
    isSignedIn: true,
    steps: [{ press: ".order" }, { press: ".place" }, { see: "tessera-checkout[state=ready]" }],
  },
  {
    ...usual,
    title: "Done: the order is paid",
    state: "done",
    isSignedIn: true,
    answers: () => ({ ...market, "orders.getOrder": () => ({ ...gigOrder, state: "requirements" }) }),
    steps: [{ press: ".order" }, { press: ".place" }, { see: "tessera-checkout[state=done]" }],
  },
  { answers, title: "No gig is named", state: "empty" },
  {
    ...usual,
    title: "Not offered any more",
    state: "empty",
    answers: () => ({ ...market, "gigs.getGig": () => ({ status: 404, code: "request.not_found" }) }),
  },
  {
    ...usual,
    title: "For members only",
    state: "signed-out",
    answers: () => ({ ...market, "gigs.getGig": () => signedOut }),
  },
  ...troubles("gigs.getGig", usual),
];

/** Every state of one gig. */
export const gigScenes: WidgetScenes = { tag: "tessera-gig", scenes };
