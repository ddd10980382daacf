import { type RegionTransition } from "../../../platform/flow/definition.ts";
import { type WordsOf } from "../../../platform/flow/vocabulary.ts";
import { type sessionVocabulary } from "./session-vocabulary.ts";
import { type workVocabulary } from "./work-vocabulary.ts";

// What disputes have in common, whatever the order is for: how one begins, goes on and is taken back.

/** The states of a dispute. */
export const disputeStates = {
  none: { label: "orders.dispute.none" },
  client_objects: {
    label: "orders.dispute.client_objects",
    timers: [
      {
        name: "provider_is_silent",
        due: { at: "entered", plus: { parameter: "disputeReplyMinutes" } },
        takes: "escalate",
      },
    ],
  },
  provider_objects: {
    label: "orders.dispute.provider_objects",
    timers: [
      {
        name: "client_is_silent",
        due: { at: "entered", plus: { parameter: "disputeReplyMinutes" } },
        takes: "escalate",
      },
    ],
  },
  mediation: { label: "orders.dispute.mediation" },
  withdrawn: { label: "orders.dispute.withdrawn", final: true },
  conceded: { label: "orders.dispute.conceded", final: true },
  ruled: { label: "orders.dispute.ruled", final: true },
} as const;

type Course<Vocabulary extends typeof sessionVocabulary | typeof workVocabulary> = readonly RegionTransition<
  WordsOf<Vocabulary>,
  string,
  string,
  string
>[];

/** Everything but the ends that move money: those name the states of their flow. */
export const disputeTransitions = [
  {
    name: "object_as_client",
    from: ["none", "withdrawn"],
    to: "client_objects",
    by: ["client"],
    input: "complaint",
    effects: [{ effect: "openDispute", args: { by: "client" } }],
  },
  {
    name: "object_as_provider",
    from: ["none", "withdrawn"],
    to: "provider_objects",
    by: ["provider"],
    input: "complaint",
    effects: [{ effect: "openDispute", args: { by: "provider" } }],
  },
  {
    name: "freeze",
    from: ["none", "withdrawn"],
    to: "mediation",
    by: ["operator", "payment.charged_back"],
    effects: [
      { effect: "openDispute", args: { by: "operator" } },
      { effect: "askOperator", args: { about: "chargeback" } },
    ],
  },
  {
    name: "answer_as_provider",
    from: ["client_objects"],
    to: "mediation",
    by: ["provider"],
    input: "complaint",
    effects: [
      { effect: "answerDispute", args: { by: "provider" } },
      { effect: "askOperator", args: { about: "dispute" } },
    ],
  },
  {
    name: "answer_as_client",
    from: ["provider_objects"],
    to: "mediation",
    by: ["client"],
    input: "complaint",
    effects: [
      { effect: "answerDispute", args: { by: "client" } },
      { effect: "askOperator", args: { about: "dispute" } },
    ],
  },
  {
    name: "escalate",
    from: ["client_objects", "provider_objects"],
    to: "mediation",
    by: ["system", "operator"],
    effects: [{ effect: "askOperator", args: { about: "dispute" } }],
  },
  {
    name: "withdraw_as_client",
    from: ["client_objects"],
    to: "withdrawn",
    by: ["client"],
    unfreezes: true,
    effects: [{ effect: "closeDispute", args: { outcome: "withdrawn" } }],
  },
  {
    name: "withdraw_as_provider",
    from: ["provider_objects"],
    to: "withdrawn",
    by: ["provider"],
    unfreezes: true,
    effects: [{ effect: "closeDispute", args: { outcome: "withdrawn" } }],
  },
  {
    name: "dismiss",
    from: ["client_objects", "provider_objects", "mediation"],
    to: "withdrawn",
    by: ["operator"],
    input: "complaint",
    unfreezes: true,
    effects: [{ effect: "closeDispute", args: { outcome: "withdrawn" } }],
  },
] as const satisfies Course<typeof sessionVocabulary> & Course<typeof workVocabulary>;
