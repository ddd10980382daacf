import { describe } from "node:test";
import { type WordCheck } from "./defect.ts";
import { findsPlanted } from "./sale/testing.ts";

describe("checkWords", () =>
  findsPlanted<WordCheck>({
    bad_version: {
      "a version that is no number to pin": ["version", (draft) => (draft.flow.version = 0)],
    },
    bad_name: {
      "a name that cannot be drawn": ["take it", (draft) => (draft.transition("ask").name = "take it")],
      "a state without a text": ["main.paid.label", (draft) => (draft.state("paid").label = "")],
    },
    duplicate_name: {
      "two transitions of one name": ["transitions", (draft) => (draft.transition("ask").name = "pay")],
      "two timers of one name": ["timers", (draft) => (draft.timer("paid").name = "buyer_is_silent")],
      "a region called main": ["regions", (draft) => (draft.flow.regions["main"] = draft.region("question"))],
    },
    unknown_name: {
      "an unknown state": ["main.transitions.deliver", (draft) => (draft.transition("deliver").to = "sent")],
      "an unknown state beside a region": [
        "dispute.beside",
        (draft) => draft.region("dispute").beside.push("sent"),
      ],
      "an unknown end of a dispute": [
        "dispute.transitions.rule",
        (draft) => (draft.transition("rule").main = "sent"),
      ],
      "an unknown role": [
        "main.transitions.deliver",
        (draft) => draft.transition("deliver").by.push("courier"),
      ],
      "an unknown effect": [
        "main.transitions.deliver",
        (draft) => draft.transition("deliver").effects.push({ effect: "teleport" }),
      ],
      "an unknown effect when abandoned": [
        "question.whenAbandoned",
        (draft) => draft.region("question").whenAbandoned.push({ effect: "teleport" }),
      ],
      "an unknown guard": [
        "main.transitions.pay",
        (draft) => draft.transition("pay").guards!.push({ guard: "isSunny" }),
      ],
      "an unknown policy": [
        "main.transitions.cancel",
        (draft) => (draft.transition("cancel").effects = [{ escrow: "settle", refund: { policy: "mercy" } }]),
      ],
      "an unknown moment": [
        "main.timers.delivery_overdue",
        (draft) => (draft.timer("paid").due = { earliest: [{ at: "full.moon" }] }),
      ],
      "an instant measured from nothing": [
        "main.timers.delivery_overdue",
        (draft) => (draft.timer("paid").due = { latest: [] }),
      ],
      "an unknown parameter": [
        "main.transitions.cancel",
        (draft) => (draft.transition("cancel").notAfter = { at: "placed", plus: { parameter: "mood" } }),
      ],
      "an unknown event": ["events", (draft) => (draft.flow.events["money.burnt"] = {})],
      "an unknown input": [
        "main.transitions.deliver",
        (draft) => (draft.transition("deliver").input = "poem"),
      ],
      "a share of an input without that field": [
        "dispute.transitions.rule",
        (draft) => (draft.transition("rule").input = "amount"),
      ],
      "a timer of another graph's transition": [
        "main.timers.delivery_overdue",
        (draft) => (draft.timer("paid").takes = "forget"),
      ],
    },
    bad_arguments: {
      "arguments that a guard does not take": [
        "main.transitions.pay",
        (draft) => (draft.transition("pay").guards = [{ guard: "inStock", args: { shelf: 3 } }]),
      ],
      "arguments that only some settings make right": [
        "main.transitions.remind",
        (draft) => Object.assign(draft.flow.parameters["payMinutes"] ?? {}, { min: 0 }),
      ],
    },
    bad_parameter: {
      "a default out of its bounds": [
        "parameters.payMinutes",
        (draft) => Object.assign(draft.flow.parameters["payMinutes"] ?? {}, { max: 10 }),
      ],
      "a share above everything": [
        "parameters.deposit",
        (draft) => Object.assign(draft.flow.parameters["deposit"] ?? {}, { max: 10_001 }),
      ],
      "minutes used as a share": [
        "main.transitions.accept",
        (draft) =>
          (draft.transition("accept").effects = [{ escrow: "settle", refund: { parameter: "payMinutes" } }]),
      ],
    },
    bad_share: {
      "more than all of it": [
        "main.transitions.accept",
        (draft) => (draft.transition("accept").effects = [{ escrow: "settle", refund: 10_001 }]),
      ],
    },
  }));
