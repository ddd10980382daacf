import { regionOf } from "../../../platform/flow/definition.ts";
import { workVocabulary } from "./work-vocabulary.ts";

/** One side proposes to call work off that is under way, and what goes back. Work goes on until the other side agrees. */
export const proposedCancel = regionOf(workVocabulary)({
  beside: ["in_progress", "delivered", "revision"],
  freezes: false,
  initial: "none",
  states: {
    none: { label: "orders.cancel.none" },
    client_proposed: {
      label: "orders.cancel.client_proposed",
      timers: [
        {
          name: "client_cancel_lapses",
          due: { at: "entered", plus: { parameter: "proposalMinutes" } },
          takes: "lapse_cancel",
        },
      ],
    },
    provider_proposed: {
      label: "orders.cancel.provider_proposed",
      timers: [
        {
          name: "provider_cancel_lapses",
          due: { at: "entered", plus: { parameter: "proposalMinutes" } },
          takes: "lapse_cancel",
        },
      ],
    },
  },
  transitions: [
    {
      name: "propose_cancel_as_client",
      from: ["none", "client_proposed"],
      to: "client_proposed",
      by: ["client"],
      input: "proposal",
      effects: [{ effect: "proposeCancel", args: { by: "client" } }],
    },
    {
      name: "propose_cancel_as_provider",
      from: ["none", "provider_proposed"],
      to: "provider_proposed",
      by: ["provider"],
      input: "proposal",
      effects: [{ effect: "proposeCancel", args: { by: "provider" } }],
    },
    {
      name: "drop_cancel",
      from: ["client_proposed", "provider_proposed"],
      to: "none",
      by: ["client", "provider"],
      effects: [{ effect: "dropCancel" }],
    },
    {
      name: "lapse_cancel",
      from: ["client_proposed", "provider_proposed"],
      to: "none",
      by: ["system"],
      effects: [{ effect: "dropCancel" }],
    },
  ],
  whenAbandoned: [{ effect: "dropCancel" }],
});
