import { booking, goodAnswers, offer, order } from "../test/coach.ts";
import { type Answers } from "../test/fake-api.ts";
import { broken, type Scene, signedOut, troubles, type WidgetScenes } from "./scene.ts";

const attributes = { offer: offer.id, "time-zone": "Europe/Berlin" };
const ready = { see: "button.time" };
const choose = { press: "button.time" };

const free = { ...offer, price: { amountMinor: 0, currency: "EUR" } };
const agreed = { ...order, state: "confirmed", totalMinor: 0, payUntil: null, actions: [] };

/** The first time is taken by somebody else, and then nothing can be loaded any more. */
function losing(): Answers {
  let isTaken = false;
  return {
    "scheduling.holdSlot": () => {
      isTaken = true;
      return {
        status: 409,
        code: "scheduling.slot_taken",
        message: "Somebody else has just taken this time.",
      };
    },
    "scheduling.listSlots": (...asked) =>
      isTaken ? broken : (goodAnswers["scheduling.listSlots"]?.(...asked) ?? broken),
  };
}

const managed: Answers = {
  "orders.getManagedOrder": () => ({
    side: "client",
    action: "cancel",
    isPossible: true,
    order: {
      id: order.id,
      number: order.number,
      state: "confirmed",
      totalMinor: 9000,
      currency: "EUR",
      proposal: null,
    },
    booking,
    refundMinor: 4500,
  }),
};

const scenes: readonly Scene[] = [
  { title: "Free times of a month", state: "ready", attributes, steps: [ready] },
  { title: "A week at a time", state: "ready", attributes: { ...attributes, span: "week" }, steps: [ready] },
  {
    title: "Several offers to choose from",
    state: "ready",
    attributes: { host: offer.hostId },
    answers: () => ({
      "scheduling.listOffers": () => ({
        items: [
          offer,
          { ...offer, id: "0195a000-0000-7000-8000-0000000000aa", title: "Half an hour", minutes: 30 },
        ],
        nextCursor: null,
      }),
    }),
    steps: [{ see: "button.offer" }],
  },
  {
    title: "No times for a while",
    state: "ready",
    attributes,
    answers: () => ({
      "scheduling.listSlots": () => ({
        items: [{ offerId: offer.id, startsAt: [] }],
      }),
    }),
  },
  {
    title: "Name and e-mail while the time is kept",
    state: "ready",
    attributes,
    steps: [ready, choose, { see: "#email" }],
  },
  {
    title: "The code from the mail",
    state: "ready",
    attributes,
    steps: [
      ready,
      choose,
      { see: "#email" },
      { write: "Ada Byron", into: "#name" },
      { write: "ada@example.com", into: "#email" },
      { press: "form button.primary" },
      { see: "#code" },
    ],
  },
  {
    title: "Paying",
    state: "ready",
    attributes,
    isSignedIn: true,
    steps: [ready, choose, { see: "button.primary" }, { press: "button.primary" }, { see: "button.pay" }],
  },
  {
    title: "Booked",
    state: "done",
    attributes,
    isSignedIn: true,
    answers: () => ({
      "scheduling.getOffer": () => free,
      "orders.placeOrder": () => agreed,
      "orders.getOrder": () => agreed,
    }),
    steps: [ready, choose, { see: "button.primary" }, { press: "button.primary" }, { see: "[data-heading]" }],
  },
  {
    title: "Calling a session off by the link of a mail",
    state: "ready",
    attributes: { host: offer.hostId, "time-zone": "Europe/Berlin" },
    address: "#tessera-manage=token.of.the.link",
    answers: () => managed,
    steps: [{ see: "[data-heading]" }],
  },
  {
    title: "Nothing can be booked",
    state: "empty",
    attributes: { host: offer.hostId },
    answers: () => ({ "scheduling.listOffers": () => ({ items: [], nextCursor: null }) }),
  },
  {
    title: "Stale: a time was taken, and the others could not be loaded again",
    state: "stale",
    attributes,
    answers: losing,
    steps: [ready, choose],
  },
  {
    title: "For members only",
    state: "signed-out",
    attributes,
    answers: () => ({ "scheduling.getOffer": () => signedOut }),
  },
  ...troubles("scheduling.getOffer", { attributes }),
];

/** Every state of the booking widget. */
export const bookingScenes: WidgetScenes = { tag: "tessera-booking", scenes };
