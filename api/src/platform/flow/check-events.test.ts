import { describe } from "node:test";
import { type EventCheck } from "./defect.ts";
import { findsPlanted } from "./sale/testing.ts";

describe("checkEvents", () =>
  findsPlanted<EventCheck>({
    event_undefined: {
      "an event without a meaning": [
        "events.money.bounced.paid",
        (draft) => delete draft.flow.events["money.bounced"]!["paid"],
      ],
      "an event nothing handles": [
        "events.money.bounced.unpaid",
        (draft) => (draft.flow.events["money.bounced"]!["unpaid"] = "handle"),
      ],
      "an event that every guard may refuse": [
        "events.money.arrived.unpaid",
        (draft) => (draft.transition("refuse_money").guards = [{ guard: "inStock" }]),
      ],
    },
    event_contradicted: {
      "an event handled where it is ignored": [
        "events.money.arrived.dropped",
        (draft) => (draft.flow.events["money.arrived"]!["dropped"] = "ignore"),
      ],
      "a transition that another always forestalls": [
        "events.money.arrived.unpaid",
        (draft) => delete draft.transition("pay").guards,
      ],
    },
    event_while_frozen: {
      "an event that must move a frozen order": [
        "events.money.bounced.delivered",
        (draft) => {
          draft.flow.events["money.bounced"]!["delivered"] = "handle";
          draft.transition("discount").by.push("money.bounced");
        },
      ],
    },
  }));
