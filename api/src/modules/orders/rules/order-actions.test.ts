import assert from "node:assert/strict";
import { it } from "node:test";
import { loadFlow } from "../../../platform/flow/load.ts";
import { creditSession } from "../flows/credit-session.ts";
import { paidSession } from "../flows/paid-session.ts";
import { paidWork } from "../flows/paid-work.ts";
import { sessionVocabulary } from "../flows/session-vocabulary.ts";
import { workVocabulary } from "../flows/work-vocabulary.ts";
import { actionOf, hasAction, orderActions, type Role, transitionFor } from "./order-actions.ts";

const transitions = new Map(
  [
    loadFlow(paidSession, sessionVocabulary),
    loadFlow(creditSession, sessionVocabulary),
    loadFlow(paidWork, workVocabulary),
  ].flatMap((loaded) => [...loaded.transitions]),
);
const roles: readonly Role[] = ["client", "provider", "operator"];

/** Taken by the operations themselves, or not offered to anybody yet. */
const unnamed = ["confirm_free", "settle_as_operator", "escalate"];

it("names transitions of the flow that the role may take", () => {
  for (const [action, byRole] of Object.entries(orderActions)) {
    for (const [role, names] of Object.entries<readonly string[]>(byRole)) {
      for (const name of names) {
        const found = transitions.get(name)?.transition;
        assert.ok(
          found?.by.some((by) => by === role),
          `${action}: ${role} takes ${name}`,
        );
      }
    }
  }
});

it("leaves no transition that people take without a name", () => {
  for (const { transition } of transitions.values()) {
    for (const role of roles.filter((each) => transition.by.includes(each))) {
      if (unnamed.includes(transition.name)) continue;
      // Staff who act for one of the sides use the side's name for it.
      assert.ok(actionOf(transition.name, role), `${transition.name} by ${role}`);
    }
  }
});

it("means the transition that leaves the order's state", () => {
  const any = { offered: [], knows: () => true };
  const absent = { ...any, offered: ["settle_client_absent"] };
  assert.equal(transitionFor("accept", "client", absent), "settle_client_absent");
  assert.equal(transitionFor("accept", "client", any), "release");
  assert.equal(transitionFor("complete", "client", any), null);
});

it("means the one that the order's flow has when none leaves its state", () => {
  const work = { offered: [], knows: (name: string) => name === "accept_work" };
  assert.equal(transitionFor("accept", "client", work), "accept_work");
  assert.equal(transitionFor("accept", "provider", work), null);
  assert.equal(hasAction("accept", work.knows), true);
  assert.equal(hasAction("complete", work.knows), false);
});
