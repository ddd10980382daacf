import { type Parameter } from "../../../platform/flow/definition.ts";

const day = 1_440;

/** The numbers of a tenant that the flow of work lives by. */
export const workParameters = {
  /** To pay for an order, before it is given up. */
  unpaidMinutes: { kind: "minutes", default: day, min: 30, max: 30 * day },
  /** To answer the seller's questions, before the order is given up and paid back. */
  answerMinutes: { kind: "minutes", default: 14 * day, min: day, max: 90 * day },
  /** After a delivery, until it counts as accepted by itself. */
  acceptanceMinutes: { kind: "minutes", default: 3 * day, min: day, max: 30 * day },
  /** What the seller has at least for changes that the buyer asks for. */
  revisionMinutes: { kind: "minutes", default: 3 * day, min: 60, max: 30 * day },
  /** After the day of delivery, until an order that was not delivered is given up and paid back. */
  undeliveredMinutes: { kind: "minutes", default: 14 * day, min: day, max: 90 * day },
  /** To answer a dispute, before an operator is asked. */
  disputeReplyMinutes: { kind: "minutes", default: 3 * day, min: 60, max: 30 * day },
  /** To answer a proposal to call the work off, before it lapses. */
  proposalMinutes: { kind: "minutes", default: 2 * day, min: 15, max: 30 * day },
} as const satisfies Readonly<Record<string, Parameter>>;

/** Where work that was paid for stands. */
export const workStates = {
  requirements: {
    label: "orders.states.requirements",
    timers: [
      {
        name: "answers_never_came",
        due: { at: "entered", plus: { parameter: "answerMinutes" } },
        takes: "give_up_unanswered",
      },
    ],
  },
  in_progress: {
    label: "orders.states.in_progress",
    timers: [
      {
        name: "work_never_came",
        due: {
          latest: [
            { at: "entered", plus: { parameter: "undeliveredMinutes" } },
            { at: "work.due", plus: { parameter: "undeliveredMinutes" } },
          ],
        },
        takes: "give_up_undelivered",
      },
    ],
  },
  delivered: {
    label: "orders.states.delivered",
    timers: [
      {
        name: "nobody_objected",
        due: { at: "entered", plus: { parameter: "acceptanceMinutes" } },
        takes: "accept_work",
      },
    ],
  },
  revision: {
    label: "orders.states.revision",
    timers: [
      {
        name: "changes_never_came",
        due: {
          latest: [
            { at: "entered", plus: { parameter: "undeliveredMinutes" } },
            { at: "work.due", plus: { parameter: "undeliveredMinutes" } },
          ],
        },
        takes: "give_up_undelivered",
      },
    ],
  },
  completed: { label: "orders.states.completed", final: true },
  cancelled: { label: "orders.states.cancelled", final: true },
  refunded: { label: "orders.states.refunded", final: true },
  settled: { label: "orders.states.settled", final: true },
  expired: { label: "orders.states.expired", final: true },
} as const;
