import { regionOf } from "../../../platform/flow/definition.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

/** A new time that one side proposed. The old one stays until the other agrees. */
export const proposedMove = regionOf(sessionVocabulary)({
  beside: ["confirmed"],
  freezes: false,
  initial: "none",
  states: {
    none: { label: "orders.move.none" },
    client_proposed: {
      label: "orders.move.client_proposed",
      timers: [
        {
          name: "client_proposal_lapses",
          due: {
            earliest: [{ at: "booking.start" }, { at: "entered", plus: { parameter: "proposalMinutes" } }],
          },
          takes: "lapse_proposal",
        },
      ],
    },
    provider_proposed: {
      label: "orders.move.provider_proposed",
      timers: [
        {
          name: "provider_proposal_lapses",
          due: {
            earliest: [{ at: "booking.start" }, { at: "entered", plus: { parameter: "proposalMinutes" } }],
          },
          takes: "lapse_proposal",
        },
      ],
    },
  },
  transitions: [
    {
      name: "propose_as_client",
      from: ["none", "client_proposed"],
      to: "client_proposed",
      by: ["client"],
      notAfter: { at: "booking.start" },
      input: "time",
      effects: [{ effect: "dropProposal" }, { effect: "proposeTime", args: { by: "client" } }],
    },
    {
      name: "propose_as_provider",
      from: ["none", "provider_proposed"],
      to: "provider_proposed",
      by: ["provider"],
      notAfter: { at: "booking.start" },
      input: "time",
      effects: [{ effect: "dropProposal" }, { effect: "proposeTime", args: { by: "provider" } }],
    },
    {
      name: "accept_as_provider",
      from: ["client_proposed"],
      to: "none",
      by: ["provider"],
      notAfter: { at: "booking.start" },
      effects: [{ effect: "moveBooking", args: { to: "proposed" } }],
    },
    {
      name: "accept_as_client",
      from: ["provider_proposed"],
      to: "none",
      by: ["client"],
      notAfter: { at: "booking.start" },
      effects: [{ effect: "moveBooking", args: { to: "proposed" } }],
    },
    {
      name: "drop_proposal",
      from: ["client_proposed", "provider_proposed"],
      to: "none",
      by: ["client", "provider", "operator"],
      effects: [{ effect: "dropProposal" }],
    },
    {
      name: "lapse_proposal",
      from: ["client_proposed", "provider_proposed"],
      to: "none",
      by: ["system"],
      effects: [{ effect: "dropProposal" }],
    },
    {
      name: "move_as_operator",
      from: ["none", "client_proposed", "provider_proposed"],
      to: "none",
      by: ["operator"],
      notAfter: { at: "booking.start" },
      input: "time",
      effects: [{ effect: "dropProposal" }, { effect: "moveBooking", args: { to: "sent" } }],
    },
  ],
  whenAbandoned: [{ effect: "dropProposal" }],
});
