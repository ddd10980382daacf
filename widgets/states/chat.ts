import { aboutSession, coach, conversation, corresponding, group, withCoach } from "../test/chat.ts";
import { broken, type Scene, type Step, troubles, type WidgetScenes } from "./scene.ts";

const usual = {
  answers: () => corresponding().answers,
  isSignedIn: true,
  attributes: { "time-zone": "Europe/Berlin", "booking-href": "#session" },
};
const open = (id: string): readonly Step[] => [{ press: `[data-conversation="${id}"]` }, { see: "textarea" }];

const searching = (words: string): readonly Step[] => [
  { press: "[data-deed=search]" },
  { see: "#find" },
  { write: words, into: "#find" },
  { press: ".finder .primary" },
];
const bringing = (...names: readonly string[]): readonly Step[] => [
  ...open(withCoach.id),
  { drop: names, onto: "textarea" },
];
const inGroup = (deed: string): readonly Step[] => [
  ...open(group.id),
  { press: "summary" },
  { press: `[data-deed=${deed}]` },
];

const scenes: readonly Scene[] = [
  { ...usual, title: "The conversations", state: "ready", steps: [{ see: "[data-conversation]" }] },
  { ...usual, title: "A conversation", state: "ready", steps: open(withCoach.id) },
  {
    ...usual,
    title: "About a session, with contacts hidden",
    state: "ready",
    steps: [...open(aboutSession.id), { see: ".card" }],
  },
  {
    ...usual,
    title: "What can be done with a message",
    state: "ready",
    steps: [...open(withCoach.id), { press: '[data-seq="6"] .more' }, { see: "[data-deed=edit]" }],
  },
  {
    ...usual,
    title: "Answering a message",
    state: "ready",
    steps: [
      ...open(withCoach.id),
      { press: '[data-seq="4"] .more' },
      { press: "[data-deed=reply]" },
      { see: ".mode" },
    ],
  },
  {
    ...usual,
    title: "What can be done with the conversation",
    state: "ready",
    steps: [...open(withCoach.id), { press: "summary" }, { see: ".choices .button" }],
  },
  {
    ...usual,
    title: "Reporting a message",
    state: "ready",
    steps: [
      ...open(withCoach.id),
      { press: '[data-seq="1"] .more' },
      { press: "[data-deed=report]" },
      { see: "dialog select" },
    ],
  },
  {
    ...usual,
    title: "A message that was refused",
    state: "ready",
    answers: () => ({
      ...corresponding().answers,
      "messaging.sendMessage": () => ({
        status: 403,
        code: "safety.blocked",
        message: "You and this person cannot be brought together here. Choose somebody else.",
      }),
    }),
    steps: [
      ...open(withCoach.id),
      { write: "Are you there?", into: "textarea" },
      { press: ".composer .primary" },
      { see: "[data-deed=again]" },
    ],
  },
  {
    ...usual,
    title: "Somebody the member has blocked",
    state: "ready",
    answers: () => {
      const { answers } = corresponding();
      return {
        ...answers,
        "safety.listBlocks": () => ({
          items: [
            {
              id: "0195a000-0000-7000-8000-000000900001",
              memberId: coach.id,
              name: coach.name,
              createdAt: withCoach.createdAt,
            },
          ],
          nextCursor: null,
        }),
      };
    },
    steps: [{ press: `[data-conversation="${withCoach.id}"]` }, { see: "[data-deed=unblock]" }],
  },
  {
    ...usual,
    title: "A conversation that begins",
    state: "ready",
    answers: () => corresponding([conversation(4, [coach])], {}).answers,
    steps: open(conversation(4, [coach]).id),
  },
  {
    ...usual,
    title: "Messages that were found",
    state: "ready",
    steps: [...searching("talk"), { see: "[data-found]" }],
  },
  {
    ...usual,
    title: "No message that was found",
    state: "ready",
    steps: [...searching("zebra"), { see: ".finder + .muted" }],
  },
  {
    ...usual,
    title: "A new group",
    state: "ready",
    steps: [{ press: "[data-deed=new-group]" }, { see: "dialog [data-person]" }],
  },
  {
    ...usual,
    title: "Who is in a group, for whoever keeps it",
    state: "ready",
    steps: [...inGroup("people"), { see: "dialog [data-remove]" }],
  },
  {
    ...usual,
    title: "Who is in a group, for the others",
    state: "ready",
    answers: () => corresponding([{ ...group, keeperId: coach.id }], {}).answers,
    steps: [...inGroup("people"), { see: "dialog .people" }],
  },
  {
    ...usual,
    title: "Leaving a group",
    state: "ready",
    steps: [...inGroup("leave"), { see: "dialog [data-deed=leave-group]" }],
  },
  {
    ...usual,
    title: "Files on their way",
    state: "ready",
    uploads: "never",
    steps: [...bringing("plan.pdf", "notes.docx"), { see: "[data-upload] progress" }],
  },
  {
    ...usual,
    title: "Files that are ready, and one of a kind that cannot be sent",
    state: "ready",
    steps: [...bringing("plan.pdf", "setup.exe"), { see: "[data-upload] .wrong" }],
  },
  {
    ...usual,
    title: "A file that failed",
    state: "ready",
    uploads: broken,
    steps: [...bringing("plan.pdf"), { see: "[data-deed=upload-again]" }],
  },
  {
    ...usual,
    title: "A file that is infected",
    state: "ready",
    uploads: {
      status: 415,
      code: "files.infected",
      message: "Malware was found in the file. Nobody can open it; the site's team was told.",
    },
    steps: [...bringing("plan.pdf"), { see: "[data-upload] .wrong" }],
  },
  {
    ...usual,
    title: "A bubble, opened",
    state: "ready",
    attributes: { ...usual.attributes, display: "bubble" },
    steps: [{ press: "#bubble" }, ...open(withCoach.id)],
  },
  {
    ...usual,
    title: "A panel",
    state: "ready",
    attributes: { ...usual.attributes, display: "panel", open: "" },
    steps: [{ see: "[data-conversation]" }],
  },
  { ...usual, title: "No messages yet", state: "empty", answers: () => corresponding([]).answers },
  { ...usual, title: "Signed out", state: "signed-out", isSignedIn: false, steps: [{ see: "#email" }] },
  ...troubles("messaging.listConversations", usual),
];

/** Every state of the chat. */
export const chatScenes: WidgetScenes = { tag: "tessera-chat", scenes };
