import { member, order, present } from "./coach.ts";
import { type Answers, type OutputOf } from "./fake-api.ts";

type Order = OutputOf<"orders.getOrder">;
type Action = Order["actions"][number]["name"];

const dayMs = 86_400_000;
const at = (days: number): string => new Date(present + days * dayMs).toISOString();
const idOf = (end: string): string => `0195a000-0000-7000-8000-0000000006${end}`;

/** Actions that are open for good. */
export const actions = (...names: Action[]): Order["actions"] =>
  names.map((name) => ({ name, opensAt: null, closesAt: null }));

const event = (
  transition: string,
  by: Order["events"][number]["by"],
  days: number,
  region = "main",
): Order["events"][number] => ({ transition, region, state: "", by, at: at(days) });

const work: NonNullable<Order["work"]> = {
  subject: { kind: "gig", id: idOf("99") },
  title: "A logo with three drafts",
  days: 5,
  dueAt: at(2),
  revisions: 2,
  revisionsUsed: 0,
  answeredAt: at(-3),
  deliveries: 0,
  acceptsAt: null,
  cancel: null,
};

const questions: Order["questions"] = [
  {
    id: idOf("11"),
    kind: "text",
    question: "What is your brand called?",
    choices: [],
    isRequired: true,
    answer: { text: "Harbour Tea", files: [] },
  },
  {
    id: idOf("12"),
    kind: "choice",
    question: "Which style do you like?",
    choices: ["Plain", "Playful"],
    isRequired: false,
    answer: null,
  },
  {
    id: idOf("13"),
    kind: "file",
    question: "Do you have a sketch?",
    choices: [],
    isRequired: false,
    answer: {
      text: null,
      files: [{ fileId: idOf("31"), name: "sketch.png", contentType: "image/png", bytes: 48_000 }],
    },
  },
];

/** Work that is under way, as its buyer sees it. */
export const workOrder: Order = {
  ...order,
  id: idOf("01"),
  number: "T-2001",
  kind: "work",
  bookingId: null,
  state: "in_progress",
  lines: [
    { title: "Standard: three drafts", quantity: 1, amountMinor: 12_000 },
    { title: "The source files", quantity: 2, amountMinor: 3_000 },
  ],
  totalMinor: 15_000,
  payUntil: null,
  work,
  placedAt: at(-4),
  version: 4,
  actions: actions("propose_cancel", "dispute"),
  events: [
    event("place", "client", -4),
    event("pay_and_be_asked", "system", -4),
    event("send_answers", "client", -3),
  ],
  questions,
};

/** The same, as its seller sees it. */
export const soldOrder: Order = {
  ...workOrder,
  role: "provider",
  buyerId: order.sellerId,
  sellerId: member.id,
  actions: actions("deliver", "propose_cancel", "cancel", "dispute"),
};

/** Work that waits for the answers to the seller's questions. */
export const askingOrder: Order = {
  ...workOrder,
  state: "requirements",
  work: { ...work, dueAt: null, answeredAt: null },
  actions: actions("answer_questions", "cancel"),
  events: workOrder.events.slice(0, 2),
  questions: questions.map((question) => ({ ...question, answer: null })),
};

/** Work that was delivered twice, as its buyer sees it. */
export const deliveredOrder: Order = {
  ...workOrder,
  state: "delivered",
  work: { ...work, deliveries: 2, revisionsUsed: 1, acceptsAt: at(3) },
  actions: actions("accept", "ask_revision", "propose_cancel", "dispute"),
  events: [
    ...workOrder.events,
    event("deliver", "provider", -2),
    event("ask_revision", "client", -1),
    event("deliver", "provider", 0),
  ],
  deliveries: [
    {
      id: idOf("21"),
      number: 1,
      message: "Here are three drafts.",
      files: [{ fileId: idOf("32"), name: "drafts.pdf", contentType: "application/pdf", bytes: 2_400_000 }],
      deliveredAt: at(-2),
      changes: "The second one, but in green.",
      changesAskedAt: at(-1),
    },
    {
      id: idOf("22"),
      number: 2,
      message: "Now it is green.",
      files: [],
      deliveredAt: at(0),
      changes: null,
      changesAskedAt: null,
    },
  ],
};

/** Work that one side proposes to call off. */
export const proposedOrder = (by: "client" | "provider"): Order => ({
  ...workOrder,
  work: { ...work, cancel: { by, refundShare: 7_500, reason: "We need another style.", until: at(2) } },
  actions: actions(...(by === "client" ? [] : (["accept_cancel"] as const)), "decline_cancel", "dispute"),
});

/** Work that its seller objects to. */
export const disputedOrder: Order = {
  ...workOrder,
  actions: actions("answer_dispute", "concede_dispute"),
  dispute: {
    id: idOf("41"),
    openedBy: "provider",
    reason: "It is more than we agreed.",
    reply: null,
    outcome: null,
    ruling: null,
    files: [],
    openedAt: at(-1),
    repliedAt: null,
    replyUntil: at(2),
    closedAt: null,
  },
  events: [...workOrder.events, event("object_as_provider", "provider", -1, "dispute")],
};

/** Work that was accepted. */
export const completedOrder: Order = {
  ...deliveredOrder,
  state: "completed",
  work: { ...work, deliveries: 2, acceptsAt: null },
  actions: [],
};

/** What both sides of an order said of each other so far: nothing unless told. */
export const exchange = (
  parts: Partial<OutputOf<"reviews.getOrderReviews">> = {},
): OutputOf<"reviews.getOrderReviews"> => ({
  isOpen: true,
  dimensions: [
    { name: "communication", labels: { en: "Communication", "zh-CN": "沟通", ar: "التواصل" } },
    { name: "quality", labels: { en: "Quality", "zh-CN": "质量", ar: "الجودة" } },
  ],
  given: null,
  received: null,
  waitDays: 7,
  ...parts,
});

/** What the member said of the other side, which waits for the other's. */
export const ownReview: OutputOf<"reviews.createReview"> = {
  id: idOf("51"),
  context: "gig",
  bookingId: null,
  orderId: workOrder.id,
  gigId: idOf("99"),
  authorId: member.id,
  authorName: "Mia M.",
  subjectId: order.sellerId,
  ratings: { communication: 5, quality: 4 },
  average: 4.5,
  text: "Just as drawn.",
  reply: null,
  publishedAt: null,
  isHidden: false,
  createdAt: at(0),
};

/** What the other side said of the member. */
export const othersReview: OutputOf<"reviews.createReview"> = {
  ...ownReview,
  id: idOf("52"),
  authorId: order.sellerId,
  authorName: "Mara L.",
  subjectId: member.id,
  average: 5,
  text: "Knows what they want.",
  publishedAt: at(0),
};

/** A member with these orders, of which the first opens; what is done about it is accepted. */
export const having = (...items: readonly Order[]): Answers => {
  const one = (): Order => items[0] ?? workOrder;
  return {
    "orders.listOrders": () => ({ items: [...items], nextCursor: null }),
    "orders.getOrder": one,
    "orders.deliverOrder": () => ({ ...one(), state: "delivered" }),
    "orders.acceptOrder": () => ({ ...one(), state: "completed" }),
    "orders.askRevision": () => ({ ...one(), state: "revision" }),
    "orders.answerQuestions": () => ({ ...one(), state: "in_progress" }),
    "orders.proposeCancel": one,
    "orders.answerCancel": ({ accept }) => ({ ...one(), state: accept ? "cancelled" : one().state }),
    "reviews.getOrderReviews": () => exchange(),
    "orders.cancelOrder": () => ({
      order: { ...one(), state: "cancelled" },
      refundMinor: 15_000,
      keptMinor: 0,
    }),
  };
};
