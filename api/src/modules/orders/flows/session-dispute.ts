import { regionOf } from "../../../platform/flow/definition.ts";
import { disputeStates, disputeTransitions } from "./dispute-course.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/** One side objects before the money has moved. */
export const sessionDispute = regionOf(sessionVocabulary)({
  beside: ["completed", "client_absent", "provider_absent"],
  freezes: true,
  initial: "none",
  states: disputeStates,
  transitions: [
    ...disputeTransitions,
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
