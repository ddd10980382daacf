import { describe } from "node:test";
import { type PathCheck } from "./defect.ts";
import { findsPlanted } from "./sale/testing.ts";

describe("checkPaths", () =>
  findsPlanted<PathCheck>({
    unreachable: {
      "a state nothing leads to": ["main.delivered", (draft) => (draft.transition("deliver").to = "same")],
      "a region's state nothing leads to": [
        "question.asked",
        (draft) => (draft.transition("ask").to = "none"),
      ],
    },
    stuck: {
      "a state only people can leave": ["main.delivered", (draft) => (draft.state("delivered").timers = [])],
      "a timer that a guard can refuse": [
        "main.unpaid",
        (draft) => (draft.transition("expire").guards = [{ guard: "inStock" }]),
      ],
      "a timer whose moment may never come": [
        "main.unpaid",
        (draft) => (draft.timer("unpaid").due = { at: "buyer.seen" }),
      ],
      "sure exits that only lead round": [
        "main.delivered",
        (draft) => {
          draft.transition("accept").by = ["buyer"];
          draft.state("delivered").timers = [];
          Object.assign(draft.transition("fall_through"), {
            from: ["paid", "delivered"],
            to: "delivered",
            effects: [],
          });
        },
      ],
      "a dispute only the buyer can end": [
        "dispute.open",
        (draft) => (draft.transition("rule").by = ["buyer"]),
      ],
    },
    timer_cycle: {
      "a circle of timers": [
        "main.paid",
        (draft) => {
          Object.assign(draft.transition("accept"), { to: "paid", effects: [] });
          Object.assign(draft.transition("fall_through"), { to: "delivered", effects: [] });
        },
      ],
      "a timer that comes back at once": ["main.unpaid", (draft) => (draft.transition("expire").to = "same")],
    },
    timer_mismatch: {
      "a timer that takes what is not the system's": [
        "main.timers.buyer_is_silent",
        (draft) => (draft.transition("accept").by = ["buyer"]),
      ],
      "a timer that takes what begins elsewhere": [
        "main.timers.buyer_is_silent",
        (draft) => (draft.transition("accept").from = ["paid"]),
      ],
    },
    never_taken: {
      "a transition of the system without a timer": [
        "main.transitions.deliver",
        (draft) => (draft.transition("deliver").by = ["system"]),
      ],
      "a transition of nobody": ["main.transitions.remind", (draft) => (draft.transition("remind").by = [])],
      "a transition from nowhere": [
        "main.transitions.remind",
        (draft) => (draft.transition("remind").from = []),
      ],
    },
    bad_end: {
      "an end at the beginning": ["main.unpaid", (draft) => (draft.state("unpaid").final = true)],
      "an end that people undo": ["main.done", (draft) => draft.transition("discount").from.push("done")],
      "an end with a timer": [
        "main.done",
        (draft) =>
          (draft.state("done").timers = [{ name: "later", due: { at: "entered" }, takes: "accept" }]),
      ],
    },
  }));
