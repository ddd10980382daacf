import { regionOf } from "../../../platform/flow/definition.ts";
import { disputeStates, disputeTransitions } from "./dispute-course.ts";
import { workVocabulary } from "./work-vocabulary.ts";

/** One side objects while the money is still held. */
export const workDispute = regionOf(workVocabulary)({
  beside: ["in_progress", "delivered", "revision"],
  freezes: true,
  initial: "none",
  states: disputeStates,
  transitions: [
    ...disputeTransitions,
    {
      name: "concede_as_provider",
      from: ["client_objects"],
      to: "conceded",
      main: "refunded",
      by: ["provider"],
      effects: [
        { escrow: "settle", refund: "rest" },
        { effect: "dropCancel" },
        { effect: "closeDispute", args: { outcome: "conceded" } },
      ],
    },
    {
      name: "concede_as_client",
      from: ["provider_objects"],
      to: "conceded",
      main: "completed",
      by: ["client"],
      effects: [
        { escrow: "settle", refund: 0 },
        { effect: "dropCancel" },
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
        { effect: "dropCancel" },
        { effect: "closeDispute", args: { outcome: "ruled" } },
      ],
    },
  ],
  whenAbandoned: [],
});
