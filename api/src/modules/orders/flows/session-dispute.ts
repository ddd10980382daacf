import { regionOf } from "../../../platform/flow/definition.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/** One side objects before the money has moved. */
export const sessionDispute = regionOf(sessionVocabulary)({
  beside: ["completed", "client_absent", "provider_absent"],
  freezes: true,
  initial: "none",
  states: {
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
  },
  transitions: [
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
    {
      name: "concede_as_provider",
      from: ["client_objects"],
      to: "conceded",
      main: "settled",
      by: ["provider"],
      effects: [
        { escrow: "settle", refund: "rest" },
        { effect: "closeDispute", args: { outcome: "conceded" } },
      ],
    },
    {
      name: "concede_as_client",
      from: ["provider_objects"],
      to: "conceded",
      main: "settled",
      by: ["client"],
      effects: [
        { escrow: "settle", refund: 0 },
        { effect: "closeDispute", args: { outcome: "conceded" } },
      ],
    },
    {
      name: "rule",
      from: ["client_objects", "provider_objects", "mediation"],
      to: "ruled",
      main: "settled",
      by: ["operator"],
      input: "ruling",
      effects: [
        { escrow: "settle", refund: { inputShare: "refundShare" } },
        { effect: "closeDispute", args: { outcome: "ruled" } },
      ],
    },
  ],
  whenAbandoned: [],
});
