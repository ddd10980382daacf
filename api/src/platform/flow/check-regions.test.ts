import { describe } from "node:test";
import { type RegionCheck } from "./defect.ts";
import { findsPlanted } from "./sale/testing.ts";

describe("checkRegions", () =>
  findsPlanted<RegionCheck>({
    region_end: {
      "a dispute that ends without a decision": [
        "dispute.transitions.withdraw",
        (draft) => delete draft.transition("withdraw").unfreezes,
      ],
      "a dispute that decides both ways": [
        "dispute.transitions.rule",
        (draft) => (draft.transition("rule").unfreezes = true),
      ],
      "a dispute that melts away": [
        "dispute.transitions.withdraw",
        (draft) => (draft.transition("withdraw").to = "none"),
      ],
      "a settled order that is not at an end": [
        "dispute.transitions.rule",
        (draft) => (draft.transition("rule").main = "paid"),
      ],
      "a decision in the middle": [
        "dispute.transitions.object",
        (draft) => (draft.transition("object").unfreezes = true),
      ],
    },
    region_shape: {
      "a region beside nothing": ["question", (draft) => (draft.region("question").beside = [])],
      "a region beside an end": ["dispute", (draft) => draft.region("dispute").beside.push("done")],
      "a region that time begins": [
        "question",
        (draft) =>
          (draft.region("question").states["none"]!.timers = [
            { name: "soon", due: { at: "placed" }, takes: "forget" },
          ]),
      ],
      "a frozen order that is abandoned": [
        "dispute",
        (draft) => (draft.region("dispute").whenAbandoned = [{ effect: "ship" }]),
      ],
      "a question that ends the order": [
        "question.transitions.answer",
        (draft) => (draft.transition("answer").main = "done"),
      ],
    },
    region_escrow: {
      "a question that moves money": [
        "question.transitions.answer",
        (draft) => (draft.transition("answer").effects = [{ escrow: "release", share: "rest" }]),
      ],
      "a dispute that pays before it ends": [
        "dispute.transitions.object",
        (draft) => (draft.transition("object").effects = [{ escrow: "refund", share: 1_000 }]),
      ],
      "a ruling that releases instead of settling": [
        "dispute.transitions.rule",
        (draft) => (draft.transition("rule").effects = [{ escrow: "release", share: "rest" }]),
      ],
    },
  }));
