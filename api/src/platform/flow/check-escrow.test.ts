import { describe } from "node:test";
import { type EscrowCheck } from "./defect.ts";
import { findsPlanted } from "./sale/testing.ts";

describe("checkEscrow", () =>
  findsPlanted<EscrowCheck>({
    escrow_left: {
      "money left at an end": ["main.done", (draft) => (draft.transition("accept").effects = [])],
      "money left by shares that add up to all": [
        "main.dropped",
        (draft) =>
          (draft.transition("refuse_money").effects = [
            { escrow: "fund" },
            { escrow: "refund", share: 4_000 },
            { escrow: "release", share: 6_000 },
          ]),
      ],
      "money left on one of two ways": [
        "main.dropped",
        (draft) => draft.transition("expire").from.push("paid"),
      ],
    },
    escrow_overdrawn: {
      "a refund of more than is held": [
        "main.transitions.refuse_money",
        (draft) =>
          (draft.transition("refuse_money").effects = [
            { escrow: "fund" },
            { escrow: "release", share: 6_000 },
            { escrow: "refund", share: 6_000 },
            { escrow: "release", share: "rest" },
          ]),
      ],
      "a refund that the tenant can set too high": [
        "main.transitions.refuse_money",
        (draft) =>
          (draft.transition("refuse_money").effects = [
            { escrow: "fund" },
            { escrow: "release", share: 6_000 },
            { escrow: "refund", share: { parameter: "deposit" } },
            { escrow: "release", share: "rest" },
          ]),
      ],
      "a refund in a circle": [
        "main.transitions.remind",
        (draft) => draft.transition("remind").effects.push({ escrow: "refund", share: 1 }),
      ],
    },
    escrow_empty: {
      "a release of nothing": [
        "main.transitions.expire",
        (draft) => (draft.transition("expire").effects = [{ escrow: "release", share: "rest" }]),
      ],
    },
    escrow_funded_twice: {
      "money paid in twice": [
        "main.transitions.deliver",
        (draft) => draft.transition("deliver").effects.push({ escrow: "fund" }),
      ],
    },
  }));
