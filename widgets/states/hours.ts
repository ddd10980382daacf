import { application, hostAnswers, profile } from "../test/host.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

const usual = { answers: () => hostAnswers, isSignedIn: true };

const tab = (title: string, name: string, there: string): Scene => ({
  ...usual,
  title,
  state: "ready",
  steps: [{ see: `#tab-${name}` }, { press: `#tab-${name}` }, { see: there }],
});

const applied = (
  title: string,
  state: Scene["state"],
  items: readonly ReturnType<typeof application>[],
): Scene => ({
  ...usual,
  title,
  state,
  answers: () => ({
    ...hostAnswers,
    "people.getProfile": () => ({ ...profile, isListed: false }),
    "people.listApplications": () => ({ items: [...items], nextCursor: null }),
  }),
});

const scenes: readonly Scene[] = [
  { ...usual, title: "Every week", state: "ready", steps: [{ see: ".day" }] },
  tab("Single days", "dates", "#dates-title"),
  tab("Vacations", "vacations", "[data-vacation]"),
  tab("The calendar's address", "feed", "#feed"),
  {
    ...usual,
    title: "Saved",
    state: "done",
    steps: [
      { see: "[data-range=day-2-0]" },
      { press: "[data-range=day-2-0] .icon" },
      { press: "form button.primary" },
    ],
  },
  applied("An application that waits", "ready", [application("applied")]),
  applied("Somebody who does not offer time", "empty", []),
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("scheduling.getHours", usual),
];

/** Every state of a host's hours. */
export const hoursScenes: WidgetScenes = { tag: "tessera-hours", scenes };
