import assert from "node:assert/strict";
import { it } from "node:test";
import { flowOf, type Share } from "./definition.ts";
import { sale, saleVocabulary } from "./sale/testing.ts";
import { type Handlers, type WordsOf } from "./vocabulary.ts";

type Sale = typeof sale;
type SaleTransition = Sale["transitions"][number];
type SaleShare = Share<WordsOf<typeof saleVocabulary>, string>;
type SaleTimer = NonNullable<Sale["states"]["paid"]["timers"]>[number];
type SaleHandlers = Handlers<typeof saleVocabulary, { orderId: string }>;

it("a flow is plain data", () => assert.deepEqual(JSON.parse(JSON.stringify(sale)), sale));

it("a flow compiles only with the words it may use", () => {
  const go = {
    name: "remind",
    from: ["paid"],
    to: "same",
    by: ["buyer"],
    effects: [],
  } satisfies SaleTransition;
  // @ts-expect-error there is no such state
  ({ ...go, from: ["sent"] }) satisfies SaleTransition;
  // @ts-expect-error there is no such role
  ({ ...go, by: ["courier"] }) satisfies SaleTransition;
  // @ts-expect-error there is no such effect
  ({ ...go, effects: [{ effect: "fly" }] }) satisfies SaleTransition;
  // @ts-expect-error the guard needs its minutes
  ({ ...go, guards: [{ guard: "longAgo" }] }) satisfies SaleTransition;
  // @ts-expect-error there is no such input
  ({ ...go, input: "poem" }) satisfies SaleTransition;
  // @ts-expect-error there is no such moment
  ({ ...go, notAfter: { at: "full.moon" } }) satisfies SaleTransition;
  // @ts-expect-error the policy does not know this side
  ({ policy: "cancellation", args: { by: "courier" } }) satisfies SaleShare;

  const timer = { name: "soon", due: { at: "placed" }, takes: "remind" } satisfies SaleTimer;
  // @ts-expect-error there is no such transition
  ({ ...timer, takes: "fly" }) satisfies SaleTimer;
  // @ts-expect-error there is no such parameter
  ({ ...timer, due: { at: "placed", plus: { parameter: "mood" } } }) satisfies SaleTimer;
  // @ts-expect-error an event has a meaning in every state
  ({ ...sale.events, "money.bounced": { unpaid: "ignore" } }) satisfies Sale["events"];
  // @ts-expect-error a flow begins in one of its states
  flowOf(saleVocabulary)({ ...sale, initial: "sent" });
});

it("a module binds every word, with the arguments of its schema", () => {
  const handlers: SaleHandlers = {
    effects: { ship: async () => {}, remind: async (_order, { times }) => void (times satisfies number) },
    guards: {
      inStock: async () => true,
      longAgo: async ({ orderId }, { minutes }) => orderId.length > minutes,
    },
    policies: { cancellation: async (_order, { by }) => (by === "seller" ? 10_000 : 0) },
  };
  const { ship } = handlers.effects;
  // @ts-expect-error one effect has no handler
  ({ ship }) satisfies SaleHandlers["effects"];
  // @ts-expect-error there is no such argument
  (async (_order, { hours }) => hours > 1) satisfies SaleHandlers["guards"]["longAgo"];
});
