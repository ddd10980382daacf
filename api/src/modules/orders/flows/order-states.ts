import { creditSession } from "./credit-session.ts";
import { paidSession } from "./paid-session.ts";
import { paidWork } from "./paid-work.ts";
import { type OrderKind } from "../models/order.ts";

interface Kind {
  readonly kind: OrderKind;
  readonly states: Readonly<Record<string, { readonly final?: true }>>;
}

const kinds: readonly Kind[] = [
  { kind: "session", states: { ...paidSession.states, ...creditSession.states } },
  { kind: "work", states: paidWork.states },
];

/** Every state in which an order can be, whatever its kind. */
export const orderStates: readonly string[] = [
  ...new Set(kinds.flatMap(({ states }) => Object.keys(states))),
];

/** The kinds with their states that are ends: `completed` is one for work, while a session's money still waits. */
export const endedStates: readonly string[] = kinds.flatMap(({ kind, states }) =>
  Object.keys(states).flatMap((state) => (states[state]?.final ? [`${kind}.${state}`] : [])),
);
