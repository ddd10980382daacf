import { listed, member, offer, order } from "../test/coach.ts";
import { type Answers, type OutputOf } from "../test/fake-api.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

type Order = OutputOf<"orders.listOrders">["items"][number];

const actions = (...names: Order["actions"][number]["name"][]): Order["actions"] =>
  names.map((name) => ({ name, opensAt: null, closesAt: null }));

const sold: Order = {
  ...order,
  state: "confirmed",
  payUntil: null,
  actions: actions("cancel", "propose_move"),
};

const past = {
  ...listed,
  id: "0195a000-0000-7000-8000-0000000000f1",
  orderId: null,
  state: "completed" as const,
  title: "An earlier session",
  startsAt: "2026-03-02T09:00:00.000Z",
  endsAt: "2026-03-02T09:50:00.000Z",
};

const having =
  (bought: Partial<Order> = {}, booked: Partial<typeof listed> = {}): (() => Answers) =>
  () => ({
    "scheduling.listBookings": ({ states }) => ({
      items: states?.includes("confirmed") ? [{ ...listed, ...booked }] : [past],
      nextCursor: null,
    }),
    "orders.listOrders": () => ({ items: [{ ...sold, ...bought }], nextCursor: null }),
  });

const usual = { answers: having(), isSignedIn: true, attributes: { "time-zone": "Europe/Berlin" } };
const there = { see: "[data-booking]" };
const deed = (name: string) => ({ press: `[data-deed=${name}]` });

const scenes: readonly Scene[] = [
  { ...usual, title: "What is next", state: "ready", steps: [there] },
  {
    ...usual,
    title: "What is past",
    state: "ready",
    steps: [there, { press: "#tab-past" }, { see: "#tab-past[aria-selected=true]" }],
  },
  {
    ...usual,
    title: "Calling a session off: the refund is named first",
    state: "ready",
    steps: [there, deed("cancel"), { see: "dialog[open]" }],
  },
  {
    ...usual,
    title: "Proposing another time",
    state: "ready",
    steps: [there, deed("propose_move"), { see: "dialog[open]" }],
  },
  {
    ...usual,
    title: "The other side proposes another time",
    state: "ready",
    answers: having({
      proposal: { by: "provider", startsAt: "2026-03-11T09:00:00.000Z" },
      actions: actions("accept_move", "decline_move", "cancel"),
    }),
    steps: [there],
  },
  {
    ...usual,
    title: "A session that the member hosts",
    state: "ready",
    answers: having(
      { role: "provider", sellerId: member.id, actions: actions("cancel", "propose_move") },
      { hostId: member.id, clientId: offer.hostId },
    ),
    steps: [there],
  },
  {
    ...usual,
    title: "No sessions yet",
    state: "empty",
    answers: () => ({
      "scheduling.listBookings": () => ({ items: [], nextCursor: null }),
      "orders.listOrders": () => ({ items: [], nextCursor: null }),
    }),
  },
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("scheduling.listBookings", usual),
];

/** Every state of a member's sessions. */
export const bookingsScenes: WidgetScenes = { tag: "tessera-bookings", scenes };
