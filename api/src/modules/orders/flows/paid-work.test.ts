import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFlow } from "../../../platform/flow/checker.ts";
import { choicesOf } from "../../../platform/flow/interpreter.ts";
import { loadFlow } from "../../../platform/flow/load.ts";
import { Walk } from "../../../platform/flow/testing.ts";
import { paidWork } from "./paid-work.ts";
import { workVocabulary } from "./work-vocabulary.ts";

const loaded = loadFlow(paidWork, workVocabulary);
const placed = new Date("2026-03-02T08:00:00Z");
const day = 1_440;
const after = (minutes: number) => new Date(placed.getTime() + minutes * 60_000);

/** Work of three days for 50.00 that is to be paid within a day; the seller asks something when `asks`. */
function place(asks = false): Walk {
  let proposedBy: unknown = null;
  const begin = (walk: Walk) => {
    walk.world.moments["work.due"] = new Date(walk.world.now.getTime() + 3 * day * 60_000);
  };
  return new Walk(loaded, 5_000, {
    now: placed,
    moments: { "pay.until": after(day), "work.due": null },
    guards: {
      hasToAnswer: () => asks,
      mayAnswer: () => asks,
      isProposedBy: ({ side }) => side === proposedBy,
    },
    policies: { proposedRefund: () => 6_000 },
    effects: {
      startWork: (_args, _input, walk) => begin(walk),
      proposeCancel: ({ by }) => void (proposedBy = by),
      dropCancel: () => void (proposedBy = null),
    },
  });
}

/** The same, paid after ten minutes. */
function paid(asks = false): Walk {
  const walk = place(asks).wait(10);
  walk.event("payment.captured");
  walk.lines.length = 0;
  return walk;
}

/** The same, delivered after a day. */
function delivered(): Walk {
  const walk = paid().wait(day);
  walk.take("deliver", "provider");
  walk.lines.length = 0;
  return walk;
}

describe("the flow of work", () => {
  it("has no defect", () => assert.deepEqual(checkFlow(paidWork, workVocabulary), []));

  it("is pinned: a version that has been released is never edited, a change is the next version", () => {
    assert.equal(loaded.fingerprint.slice(0, 16), "c0cee83a503d6033");
  });
});

describe("work that goes well", () => {
  it("is paid, answered, delivered, changed, delivered again and accepted", () => {
    const walk = place(true).wait(10);
    walk.event("payment.captured");
    walk.wait(10).take("send_answers", "client");
    walk.wait(day).take("deliver", "provider");
    walk.wait(10).take("ask_revision", "client", { reason: "Larger" });
    walk.wait(10).take("deliver", "provider");
    walk.wait(10).take("accept_work", "client");
    assert.deepEqual(walk.lines, [
      "10 pay_and_be_asked: requirements; fund 5000, notePayment",
      "20 send_answers: in_progress; keepAnswers, startWork",
      "1460 deliver: delivered; keepDelivery",
      "1470 ask_revision: revision; askRevision 4320",
      "1480 deliver: delivered; keepDelivery",
      "1490 accept_work: completed; release 5000",
    ]);
  });

  it("is accepted by itself three days after its delivery", () => {
    const walk = delivered().wait(10 * day);
    assert.deepEqual(walk.lines, ["5770 accept_work: completed; release 5000"]);
  });
});

describe("work that is left lying", () => {
  it("expires unpaid, and what is paid afterwards goes back", () => {
    const walk = place().wait(2 * day);
    walk.event("payment.captured");
    assert.deepEqual(walk.lines, [
      "1440 expire: expired; nothing",
      "2880 refund_unwanted_payment: expired; fund 5000, refund 5000",
    ]);
  });

  it("is paid back when nobody answers for two weeks", () => {
    assert.deepEqual(paid(true).wait(30 * day).lines, [
      "20170 give_up_unanswered: cancelled; settle 5000 back 0 on",
    ]);
  });

  it("is paid back when it is two weeks late, also with changes", () => {
    assert.deepEqual(paid().wait(60 * day).lines, [
      "24490 give_up_undelivered: cancelled; settle 5000 back 0 on",
    ]);
    const changed = delivered();
    changed.take("ask_revision", "client", { reason: "Larger" });
    changed.wait(60 * day);
    assert.equal(changed.lines.at(-1), "24490 give_up_undelivered: cancelled; settle 5000 back 0 on");
  });
});

describe("work that is called off", () => {
  it("by the buyer before it starts, and when it is late", () => {
    const waiting = paid(true);
    waiting.take("cancel_as_client", "client");
    assert.deepEqual(waiting.lines, ["10 cancel_as_client: cancelled; settle 5000 back 0 on"]);
    const late = paid();
    late.take("cancel_late_as_client", "client");
    late.wait(3 * day).take("cancel_late_as_client", "client");
    assert.deepEqual(late.lines, [
      "10 cancel_late_as_client: refused, too_early",
      "4330 cancel_late_as_client: cancelled; settle 5000 back 0 on",
    ]);
  });

  it("by the consent of the other side alone", () => {
    const walk = paid();
    walk.take("propose_cancel_as_client", "client", { refundShare: 6_000 });
    walk.take("agree_cancel_as_client", "client");
    walk.take("agree_cancel_as_provider", "provider");
    assert.deepEqual(walk.lines, [
      "10 propose_cancel_as_client: in_progress + cancel client_proposed; proposeCancel client",
      "10 agree_cancel_as_client: refused, guard",
      "10 agree_cancel_as_provider: cancelled; settle 3000 back 2000 on, dropCancel",
    ]);
  });

  it("not when nobody answers for two days; a delivery leaves the proposal as it is", () => {
    const walk = paid();
    walk.take("propose_cancel_as_client", "client", { refundShare: 10_000 });
    walk.wait(10).take("deliver", "provider");
    walk.wait(2 * day);
    assert.deepEqual(walk.lines.slice(1), [
      "20 deliver: delivered; keepDelivery",
      "2890 lapse_cancel: delivered + cancel none; dropCancel",
    ]);
  });
});

describe("a dispute over work", () => {
  it("keeps the order still until it is withdrawn", () => {
    const walk = delivered();
    walk.take("object_as_client", "client", { reason: "No" });
    walk.wait(10).take("accept_work", "client");
    walk.take("withdraw_as_client", "client");
    walk.take("accept_work", "client");
    assert.deepEqual(
      walk.lines.map((line) => line.replace(/^\d+ /, "")),
      [
        "object_as_client: delivered + dispute client_objects; openDispute client",
        "accept_work: refused, frozen",
        "withdraw_as_client: delivered + dispute withdrawn; closeDispute withdrawn",
        "accept_work: completed; release 5000",
      ],
    );
  });

  it("ends with the money where it belongs", () => {
    const conceded = delivered();
    conceded.take("object_as_client", "client", { reason: "No" });
    conceded.take("concede_as_provider", "provider");
    const ruled = delivered();
    ruled.take("object_as_provider", "provider", { reason: "No answer" });
    ruled.wait(4 * day).take("rule", "operator", { refundShare: 2_000, reason: "So" });
    assert.deepEqual(
      [conceded.lines.at(-1), ruled.lines.at(-1)].map((line) => line?.replace(/^\d+ /, "")),
      [
        "concede_as_provider: refunded + dispute conceded; settle 5000 back 0 on, dropCancel, closeDispute conceded",
        "rule: settled + dispute ruled; settle 1000 back 4000 on, dropCancel, closeDispute ruled",
      ],
    );
  });
});

describe("what each side may do with work", () => {
  const choices = (walk: Walk, by: string) =>
    choicesOf(loaded, walk.instance, by, walk.world).map(({ transition }) => transition);

  it("while it waits for answers", () => {
    assert.deepEqual(choices(paid(true), "client"), ["send_answers", "cancel_as_client"]);
    assert.deepEqual(choices(paid(true), "provider"), ["cancel_as_provider"]);
  });

  it("once it was delivered", () => {
    assert.deepEqual(choices(delivered(), "provider"), [
      "cancel_as_provider",
      "agree_cancel_as_provider",
      "propose_cancel_as_provider",
      "object_as_provider",
    ]);
  });
});
