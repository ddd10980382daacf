import { memberAnswers, preferences, warning } from "../test/member.ts";
import { type Refusal } from "../test/fake-api.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

const answers = () => memberAnswers;
const usual = { answers, isSignedIn: true };

const tab = (title: string, name: string, there: string): Scene => ({
  ...usual,
  title,
  state: "ready",
  steps: [{ see: `#tab-${name}` }, { press: `#tab-${name}` }, { see: there }],
});

const refused: Refusal = { status: 403, code: "request.forbidden", message: "You may not do this." };

/** The devices can be read once; ending the others and reading them again is refused. */
function locked() {
  let isLocked = false;
  return {
    ...memberAnswers,
    "identity.endOtherSessions": () => {
      isLocked = true;
      return { ended: 2 };
    },
    "identity.listSessions": (
      ...input: Parameters<NonNullable<(typeof memberAnswers)["identity.listSessions"]>>
    ) => (isLocked ? refused : (memberAnswers["identity.listSessions"]?.(...input) ?? refused)),
  };
}

const scenes: readonly Scene[] = [
  { title: "Signing in by a code", state: "signed-out", answers, steps: [{ see: "#email" }] },
  {
    title: "The code from the mail",
    state: "signed-out",
    answers,
    steps: [
      { see: "#email" },
      { write: "ada@example.com", into: "#email" },
      { press: "form button.primary" },
      { see: "#code" },
    ],
  },
  {
    title: "Signing in by password",
    state: "signed-out",
    answers,
    steps: [{ see: "[data-way=password]" }, { press: "[data-way=password]" }, { see: "#password" }],
  },
  {
    title: "Joining",
    state: "signed-out",
    answers,
    steps: [{ see: "[data-way=join]" }, { press: "[data-way=join]" }, { see: "#name" }],
  },
  { ...usual, title: "What waits", state: "ready", steps: [{ see: ".counts" }] },
  tab("Details", "details", "#locale"),
  tab("Password and devices", "security", "[data-device]"),
  tab("Notifications", "news", "table"),
  {
    ...usual,
    title: "The code from the text message",
    state: "ready",
    steps: [
      { see: "#tab-news" },
      { press: "#tab-news" },
      { see: "#phone" },
      { write: "+4915112345678", into: "#phone" },
      { press: "[data-form=phone] button" },
      { see: "#phoneCode" },
    ],
  },
  {
    ...usual,
    title: "The number for text messages",
    state: "ready",
    answers: () => ({
      ...memberAnswers,
      "notifications.getPreferences": () => ({ ...preferences, phone: "+4915112345678" }),
    }),
    steps: [{ see: "#tab-news" }, { press: "#tab-news" }, { see: ".phone" }],
  },
  tab("Blocked people", "blocked", "[data-block]"),
  {
    ...usual,
    title: "A warning, and the appeal against it",
    state: "ready",
    answers: () => ({
      ...memberAnswers,
      "identity.getDashboard": () => ({ counts: { sanctionsInForce: 1 }, modules: ["core"] }),
      "safety.listOwnSanctions": () => ({ items: [warning], nextCursor: null }),
    }),
    steps: [{ see: "[data-sanction] button" }, { press: "[data-sanction] button" }, { see: "#appeal" }],
  },
  {
    title: "Guarding a part of the page",
    state: "signed-out",
    attributes: { guard: "" },
    answers,
    steps: [{ see: "#email" }],
  },
  {
    ...usual,
    title: "Stale: the devices could not be loaded again",
    state: "stale",
    answers: locked,
    steps: [{ see: "#tab-security" }, { press: "#tab-security" }, { see: ".others" }, { press: ".others" }],
  },
  // The frame of the account is there at once: what is slow is one part of it.
  ...troubles("identity.getDashboard", usual).map((scene) =>
    scene.state === "slow"
      ? { ...scene, state: "ready" as const, steps: [{ see: "#panel .skeleton ~ *" }] }
      : scene,
  ),
];

/** Every state of the account. */
export const accountScenes: WidgetScenes = { tag: "tessera-account", scenes };
