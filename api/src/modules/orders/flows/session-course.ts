import { type Parameter, type Transition } from "../../../platform/flow/definition.ts";
import { type WordsOf } from "../../../platform/flow/vocabulary.ts";
import { type sessionVocabulary } from "./session-vocabulary.ts";

// What all sessions have in common that are sold, in whatever unit: from the agreed session to its end.

/** The numbers of a tenant that the flow of a session lives by. */
export const sessionParameters = {
  /** After the end of the session, until it counts as done by itself. */
  completionGraceMinutes: { kind: "minutes", default: 60, min: 0, max: 10_080 },
  /** After the start, until somebody may be called absent. */
  absenceGraceMinutes: { kind: "minutes", default: 15, min: 0, max: 240 },
  /** After the session, as long as either side may object before the money moves. */
  disputeMinutes: { kind: "minutes", default: 1_440, min: 0, max: 43_200 },
  /** To answer a dispute, before an operator is asked. */
  disputeReplyMinutes: { kind: "minutes", default: 4_320, min: 60, max: 43_200 },
  /** To answer a proposed new time. */
  proposalMinutes: { kind: "minutes", default: 2_880, min: 15, max: 43_200 },
  clientAbsentRefund: { kind: "share", default: 0, min: 0, max: 10_000 },
  providerAbsentRefund: { kind: "share", default: 10_000, min: 0, max: 10_000 },
} as const satisfies Readonly<Record<string, Parameter>>;

/** The states from the agreed session on. */
export const sessionStates = {
  confirmed: {
    label: "orders.states.confirmed",
    timers: [{ name: "session_starts", due: { at: "booking.start" }, takes: "start" }],
  },
  in_session: {
    label: "orders.states.in_session",
    timers: [
      {
        name: "session_over",
        due: { at: "booking.end", plus: { parameter: "completionGraceMinutes" } },
        takes: "complete",
      },
    ],
  },
  completed: {
    label: "orders.states.completed",
    timers: [
      {
        name: "nobody_objected",
        due: { at: "entered", plus: { parameter: "disputeMinutes" } },
        takes: "release",
      },
    ],
  },
  client_absent: {
    label: "orders.states.client_absent",
    timers: [
      {
        name: "client_was_absent",
        due: { at: "entered", plus: { parameter: "disputeMinutes" } },
        takes: "settle_client_absent",
      },
    ],
  },
  provider_absent: {
    label: "orders.states.provider_absent",
    timers: [
      {
        name: "provider_was_absent",
        due: { at: "entered", plus: { parameter: "disputeMinutes" } },
        takes: "settle_provider_absent",
      },
    ],
  },
  settled: { label: "orders.states.settled", final: true },
  cancelled: { label: "orders.states.cancelled", final: true },
  expired: { label: "orders.states.expired", final: true },
} as const;

type Course = Transition<
  WordsOf<typeof sessionVocabulary>,
  keyof typeof sessionStates,
  keyof typeof sessionParameters,
  string
>;

/** The transitions from the start of the session on. */
export const sessionTransitions = [
  { name: "start", from: ["confirmed"], to: "in_session", by: ["system"], effects: [] },
  {
    name: "complete",
    from: ["in_session"],
    to: "completed",
    by: ["provider", "operator", "system"],
    effects: [{ effect: "completeBooking" }],
  },
  {
    name: "mark_client_absent",
    from: ["in_session"],
    to: "client_absent",
    by: ["provider", "operator"],
    notBefore: { at: "booking.start", plus: { parameter: "absenceGraceMinutes" } },
    effects: [{ effect: "markAbsent", args: { who: "client" } }],
  },
  {
    name: "mark_provider_absent",
    from: ["in_session"],
    to: "provider_absent",
    by: ["client", "operator"],
    notBefore: { at: "booking.start", plus: { parameter: "absenceGraceMinutes" } },
    effects: [{ effect: "markAbsent", args: { who: "provider" } }],
  },
  {
    name: "release",
    from: ["completed"],
    to: "settled",
    by: ["client", "operator", "system"],
    effects: [{ escrow: "release", share: "rest" }],
  },
  {
    name: "settle_client_absent",
    from: ["client_absent"],
    to: "settled",
    by: ["client", "operator", "system"],
    effects: [{ escrow: "settle", refund: { parameter: "clientAbsentRefund" } }],
  },
  {
    name: "settle_provider_absent",
    from: ["provider_absent"],
    to: "settled",
    by: ["provider", "operator", "system"],
    effects: [{ escrow: "settle", refund: { parameter: "providerAbsentRefund" } }],
  },
  {
    name: "settle_as_operator",
    from: ["completed", "client_absent", "provider_absent"],
    to: "settled",
    by: ["operator"],
    input: "ruling",
    effects: [{ escrow: "settle", refund: { inputShare: "refundShare" } }],
  },
  {
    name: "refund_part",
    from: ["confirmed", "in_session", "completed", "client_absent", "provider_absent"],
    to: "same",
    by: ["operator"],
    input: "amount",
    effects: [{ escrow: "refund", share: { inputAmount: "amountMinor" } }],
  },
  {
    name: "take_back",
    from: ["settled", "cancelled"],
    to: "same",
    by: ["operator"],
    input: "amount",
    effects: [{ effect: "takeBack" }],
  },
] as const satisfies readonly Course[];
