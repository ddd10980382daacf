import assert from "node:assert/strict";
import { it } from "node:test";
import { isOpen, type WorkStanding } from "./offered-actions.ts";

const work: WorkStanding = {
  revisions: 1,
  revisionsUsed: 0,
  questions: ["a question"],
  answeredAt: null,
  cancelBy: null,
};

it("changes are offered as long as some are left", () => {
  assert.equal(isOpen("ask_revision", "client", work), true);
  assert.equal(isOpen("ask_revision", "client", { ...work, revisionsUsed: 1 }), false);
  assert.equal(isOpen("ask_revision", "client", { ...work, revisions: null, revisionsUsed: 9 }), true);
});

it("questions are offered until they are answered", () => {
  assert.equal(isOpen("answer_questions", "client", work), true);
  assert.equal(
    isOpen("answer_questions", "client", { ...work, answeredAt: new Date("2026-05-04T09:00:00Z") }),
    false,
  );
  assert.equal(isOpen("answer_questions", "client", { ...work, questions: [] }), false);
});

it("agreeing is offered to the side that did not propose", () => {
  assert.equal(isOpen("accept_cancel", "provider", work), false);
  assert.equal(isOpen("accept_cancel", "provider", { ...work, cancelBy: "client" }), true);
  assert.equal(isOpen("accept_cancel", "client", { ...work, cancelBy: "client" }), false);
});

it("everything else is left to the flow", () => assert.equal(isOpen("deliver", "provider", work), true));
