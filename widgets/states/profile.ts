import { offer, present } from "../test/coach.ts";
import { type Answers, type OutputOf } from "../test/fake-api.ts";
import { application, hostAnswers, profile } from "../test/host.ts";
import { me } from "../test/member.ts";
import { factors, wholeQuiz } from "../test/quiz.ts";
import { type Scene, troubles, type WidgetScenes } from "./scene.ts";

const quiz = { view: "quiz" };
const provider = { view: "provider" };
const applying = { view: "application" };

const asking: Answers = {
  "people.getQuiz": () => ({ factors }),
  "people.getAnswers": () => ({ id: null, answers: {}, completedAt: null, version: 0 }),
};

const answered: Answers = {
  ...asking,
  "people.getAnswers": () => ({
    id: "0195a000-0000-7000-8000-0000000000a1",
    answers: { ...wholeQuiz },
    completedAt: new Date(present).toISOString(),
    version: 1,
  }),
};

const oneQuestion: Answers = {
  ...asking,
  "people.getQuiz": () => ({ factors: factors.slice(1, 2) }),
  "people.saveAnswers": ({ answers }) => ({
    id: "0195a000-0000-7000-8000-0000000000a1",
    answers,
    completedAt: new Date(present).toISOString(),
    version: 1,
  }),
};

const whole: OutputOf<"people.getProfile"> = {
  ...profile,
  headline: "Career coach",
  bio: "I walk with people who change their work. ".repeat(3),
  expertise: ["Career change", "Leadership"],
  languages: ["de", "en"],
  countries: ["DE"],
  socials: { website: "https://ada.example/" },
  fromPrice: offer.price,
  completeness: { percent: 100, missing: [] },
};

const providing = (shown = whole): Answers => ({
  ...hostAnswers,
  "people.getProfile": () => shown,
  "identity.updateMe": ({ name = me.name }) => ({ ...me, name }),
});

const roles = (...items: ReturnType<typeof application>[]): Answers => ({
  "people.getProviderRoles": () => ({ roles: ["coach", "teacher"], approvesByItself: false }),
  "people.listApplications": () => ({ items, nextCursor: null }),
});

const own = { attributes: provider, isSignedIn: true, answers: () => providing() };

const scenes: readonly Scene[] = [
  {
    title: "The quiz, step by step",
    state: "ready",
    attributes: quiz,
    answers: () => asking,
    steps: [{ see: "[data-heading]" }],
  },
  {
    title: "A step that is not answered yet",
    state: "ready",
    attributes: quiz,
    answers: () => asking,
    steps: [{ see: "[data-heading]" }, { press: "button.primary" }, { see: ".wrong" }],
  },
  {
    title: "The answers, to be changed",
    state: "ready",
    attributes: { ...quiz, "next-href": "/matches" },
    isSignedIn: true,
    answers: () => answered,
    steps: [{ see: "[data-change='0']" }],
  },
  {
    title: "The quiz is complete",
    state: "done",
    attributes: { ...quiz, "next-href": "/matches" },
    answers: () => oneQuestion,
    steps: [{ see: "[type=radio]" }, { press: "[type=radio]" }, { press: "button.primary" }],
  },
  { ...own, title: "A provider's own profile", state: "ready", steps: [{ see: "[data-edit]" }] },
  {
    ...own,
    title: "A profile with much missing",
    state: "ready",
    answers: () =>
      providing({
        ...profile,
        isListed: false,
        completeness: {
          percent: 0,
          missing: ["photo", "headline", "bio", "languages", "countries", "expertise", "offer"],
        },
      }),
    steps: [{ see: "[data-edit]" }],
  },
  {
    ...own,
    title: "Changing the profile",
    state: "ready",
    steps: [{ see: "[data-edit]" }, { press: "[data-edit]" }, { see: "#name" }],
  },
  {
    title: "Applying for a role",
    state: "ready",
    attributes: applying,
    isSignedIn: true,
    answers: () => roles(),
    steps: [{ see: "[data-heading]" }],
  },
  {
    title: "No role can be applied for",
    state: "empty",
    attributes: applying,
    isSignedIn: true,
    answers: () => ({
      ...roles(),
      "people.getProviderRoles": () => ({ roles: [], approvesByItself: false }),
    }),
  },
  {
    title: "An application in review",
    state: "ready",
    attributes: applying,
    isSignedIn: true,
    answers: () => roles(application("applied")),
    steps: [{ see: "[data-heading]" }],
  },
  {
    title: "Signed out",
    state: "signed-out",
    attributes: provider,
    answers: () => providing(),
    steps: [{ see: "#email" }],
  },
  ...troubles("people.getProfile", own),
];

/** Every state of the quiz, a provider's profile and an application. */
export const profileScenes: WidgetScenes = { tag: "tessera-profile", scenes };
