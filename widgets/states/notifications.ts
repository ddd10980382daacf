import { memberAnswers } from "../test/member.ts";
import { keeping } from "../test/notifications.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

const usual = {
  answers: () => keeping(),
  isSignedIn: true,
  attributes: { "time-zone": "Europe/Berlin", "booking-href": "#session" },
};
const bell = { ...usual, attributes: { ...usual.attributes, view: "bell" } };
const there = { see: "[data-notification]" };

const scenes: readonly Scene[] = [
  { ...usual, title: "Two unread, one read", state: "ready", steps: [there] },
  {
    ...usual,
    title: "Everything read",
    state: "ready",
    steps: [there, { press: "[data-deed=read-all]" }],
  },
  {
    ...usual,
    title: "What reaches the member",
    state: "ready",
    answers: () => ({ ...memberAnswers, ...keeping() }),
    steps: [there, { press: "[data-deed=turn]" }, { see: "[data-form=rhythm]" }],
  },
  { ...bell, title: "The bell with its count", state: "ready", steps: [{ see: ".count" }] },
  {
    ...bell,
    title: "The bell, opened",
    state: "ready",
    steps: [{ see: ".count" }, { press: ".toggle" }, there],
  },
  { ...usual, title: "No notifications yet", state: "empty", answers: () => keeping([]) },
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("notifications.listNotifications", usual),
];

/** Every state of a member's notifications. */
export const notificationsScenes: WidgetScenes = { tag: "tessera-notifications", scenes };
