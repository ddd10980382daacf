import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFlow } from "../../../platform/flow/checker.ts";
import { choicesOf } from "../../../platform/flow/interpreter.ts";
import { loadFlow } from "../../../platform/flow/load.ts";
import { Walk, type World } from "../../../platform/flow/testing.ts";
import { paidSession } from "./paid-session.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

const loaded = loadFlow(paidSession, sessionVocabulary);
const placed = new Date("2026-03-02T08:00:00Z");
const after = (minutes: number) => new Date(placed.getTime() + minutes * 60_000);
const day = 1_440;

/** Paid 45.01, held for 30 minutes, taking place a day and a half later for an hour: minutes 2160 to 2220. */
function place(
  world: Partial<World> = {},
  parameters: Record<string, number> = {},
  priceMinor = 4_501,
): Walk {
  return new Walk(
    loaded,
    priceMinor,
    {
      now: placed,
      moments: { "hold.ends": after(30), "booking.start": after(2_160), "booking.end": after(2_220) },
      guards: { isFree: (_args, { instance }) => instance.priceMinor === 0 },
      policies: {
        cancellation: ({ by }, { world: { now } }) =>
          by === "provider" || now < after(720) ? 10_000 : 5_000,
      },
      effects: {},
      ...world,
    },
    parameters,
  );
}

const paid = (...world: Parameters<typeof place>) => {
  const walk = place(...world);
  walk.wait(10).event("payment.captured");
  return walk;
};

/** Walks on to the minute since the order was placed. */
const to = (walk: Walk, minute: number) => walk.until(after(minute));

const golden = (walk: Walk, lines: string[]) => assert.deepEqual(walk.lines, lines);

describe("the paid session", () => {
  it("has no defect", () => assert.deepEqual(checkFlow(paidSession, sessionVocabulary), []));

  it("is pinned: a version that has been released is never edited, a change is the next version", () => {
    assert.equal(loaded.fingerprint.slice(0, 16), "48ca014df657efe8");
  });
});

describe("a session that takes place", () => {
  it("is paid, starts and ends by itself, and is released a day later", () => {
    const walk = paid();
    to(walk, 10_000);
    golden(walk, [
      "10 pay: confirmed; fund 4501, confirmBooking",
      "2160 start: in_session; nothing",
      "2280 complete: completed; completeBooking",
      "3720 release: settled; release 4501",
    ]);
  });

  it("is completed by the provider and accepted by the client at once", () => {
    const walk = paid();
    to(walk, 2_215);
    assert.deepEqual(walk.take("complete", "client"), { kind: "refused", reason: "not_allowed" });
    walk.take("complete", "provider");
    walk.take("release", "client");
    golden(walk, [
      "10 pay: confirmed; fund 4501, confirmBooking",
      "2160 start: in_session; nothing",
      "2215 complete: refused, not_allowed",
      "2215 complete: completed; completeBooking",
      "2215 release: settled; release 4501",
    ]);
  });

  it("keeps to the tenant's numbers", () => {
    const walk = paid({}, { completionGraceMinutes: 0, disputeMinutes: 3 * day });
    to(walk, 10_000);
    assert.deepEqual(walk.lines.slice(-2), [
      "2220 complete: completed; completeBooking",
      "6540 release: settled; release 4501",
    ]);
  });

  it("skips paying when it is free", () => {
    const walk = place({}, {}, 0);
    walk.take("confirm_free", "client");
    to(walk, 10_000);
    golden(walk, [
      "0 confirm_free: confirmed; confirmBooking",
      "2160 start: in_session; nothing",
      "2280 complete: completed; completeBooking",
      "3720 release: settled; release 0",
    ]);
    assert.deepEqual(place().take("confirm_free", "client"), {
      kind: "refused",
      reason: "guard",
      guard: "isFree",
    });
  });

  it("is given by an operator for nothing", () => {
    const walk = place();
    walk.take("waive", "operator", { reason: "made good for last week" });
    to(walk, 10_000);
    assert.deepEqual(
      [walk.lines[0], walk.lines.at(-1)],
      ["0 waive: confirmed; waivePrice, confirmBooking", "3720 release: settled; release 0"],
    );
  });
});

describe("a session that is not paid in time", () => {
  it("expires with its hold and frees the time", () => {
    const walk = place();
    to(walk, day);
    golden(walk, ["30 expire: expired; freeBooking expired"]);
  });

  it("waits for as long as the payment page is open", () => {
    const walk = place({
      effects: { extendHold: (_args, _input, { world }) => void (world.moments["hold.ends"] = after(65)) },
    });
    to(walk, 25).take("enter_payment", "client");
    to(walk, 60).event("payment.failed");
    to(walk, day);
    golden(walk, [
      "25 enter_payment: awaiting_payment; extendHold",
      "60 payment.failed: ignored",
      "65 expire: expired; freeBooking expired",
    ]);
  });

  it("is confirmed by a late payment when the time can still be had", () => {
    const walk = place();
    to(walk, 45).event("payment.captured");
    golden(walk, ["30 expire: expired; freeBooking expired", "45 pay: confirmed; fund 4501, confirmBooking"]);
  });

  it("gives a late payment back when the time is gone", () => {
    const walk = place({ guards: { timeCanBeHad: () => false } });
    to(walk, 45).event("payment.captured");
    golden(walk, [
      "30 expire: expired; freeBooking expired",
      "45 refund_late_payment: expired; fund 4501, refund 4501, freeBooking expired",
    ]);
  });

  it("gives the payment back when the hold was lost before the timer saw it", () => {
    const walk = place({ guards: { timeCanBeHad: () => false } });
    walk.event("payment.captured");
    golden(walk, ["0 refund_late_payment: expired; fund 4501, refund 4501, freeBooking expired"]);
  });
});

describe("a session that is cancelled", () => {
  it("is refunded by the table, early and late", () => {
    const early = paid();
    to(early, 700).take("cancel_as_client", "client");
    assert.equal(
      early.lines.at(-1),
      "700 cancel_as_client: cancelled; settle 4501 back 0 on, freeBooking client",
    );
    const late = paid();
    to(late, 2_100).take("cancel_as_client", "client", { reason: "ill" });
    assert.equal(
      late.lines.at(-1),
      "2100 cancel_as_client: cancelled; settle 2251 back 2250 on, freeBooking client",
    );
  });

  it("is refunded whole when the provider cancels", () => {
    const walk = paid();
    to(walk, 2_159).take("cancel_as_provider", "provider");
    assert.equal(
      walk.lines.at(-1),
      "2159 cancel_as_provider: cancelled; settle 4501 back 0 on, freeBooking provider",
    );
  });

  it("is refunded as an operator says", () => {
    const walk = paid();
    to(walk, 2_170).take("cancel_as_operator", "operator", { refundShare: 7_500, reason: "fire alarm" });
    assert.equal(
      walk.lines.at(-1),
      "2170 cancel_as_operator: cancelled; settle 3376 back 1125 on, freeBooking operator",
    );
  });

  it("is not cancelled by its people once it has begun", () => {
    const walk = paid();
    to(walk, 2_160);
    assert.deepEqual(walk.take("cancel_as_client", "client"), { kind: "refused", reason: "wrong_state" });
  });

  it("gives a payment back that arrives afterwards", () => {
    const walk = place();
    walk.take("cancel_as_client", "client");
    walk.wait(5).event("payment.captured");
    golden(walk, [
      "0 cancel_as_client: cancelled; settle 0 back 0 on, freeBooking client",
      "5 refund_unwanted_payment: cancelled; fund 4501, refund 4501",
    ]);
  });

  it("raises an alarm when it is paid twice", () => {
    assert.deepEqual(paid().event("payment.captured"), { kind: "alarm" });
  });
});

describe("somebody who does not come", () => {
  it("may be called absent after the grace, not before", () => {
    const walk = paid();
    to(walk, 2_174);
    assert.deepEqual(walk.take("mark_provider_absent", "client"), {
      kind: "refused",
      reason: "too_early",
      at: after(2_175),
    });
    assert.deepEqual(walk.take("mark_client_absent", "client"), { kind: "refused", reason: "not_allowed" });
  });

  it("as a provider pays the price back when nobody objects", () => {
    const walk = paid();
    to(walk, 2_175).take("mark_provider_absent", "client");
    to(walk, 10_000);
    assert.deepEqual(walk.lines.slice(-2), [
      "2175 mark_provider_absent: provider_absent; markAbsent provider",
      "3615 settle_provider_absent: settled; settle 4501 back 0 on",
    ]);
  });

  it("as a client forfeits it, or the share the tenant says", () => {
    const walk = paid();
    to(walk, 2_175).take("mark_client_absent", "provider");
    to(walk, 10_000);
    assert.equal(walk.lines.at(-1), "3615 settle_client_absent: settled; settle 0 back 4501 on");
    const mild = paid({}, { clientAbsentRefund: 2_500 });
    to(mild, 2_175).take("mark_client_absent", "provider");
    mild.take("settle_client_absent", "client");
    assert.equal(mild.lines.at(-1), "2175 settle_client_absent: settled; settle 1125 back 3376 on");
  });

  it("may object, and an operator rules", () => {
    const walk = paid();
    to(walk, 2_175).take("mark_client_absent", "provider");
    to(walk, 2_300).take("object_as_client", "client", { reason: "I waited in the room" });
    to(walk, 2_300 + 3 * day);
    walk.take("rule", "operator", { refundShare: 10_000, reason: "the log shows it" });
    assert.deepEqual(walk.lines.slice(-3), [
      "2300 object_as_client: client_absent + dispute client_objects; openDispute client",
      "6620 escalate: client_absent + dispute mediation; askOperator dispute",
      "6620 rule: settled + dispute ruled; settle 4501 back 0 on, closeDispute ruled",
    ]);
  });
});

describe("a dispute", () => {
  const completed = () => {
    const walk = paid();
    to(walk, 2_215).take("complete", "provider");
    walk.lines.length = 0;
    return walk;
  };
  const complaint = { reason: "It was half as long" };

  it("holds the money back, and lets it go when it is withdrawn", () => {
    const walk = completed();
    walk.take("object_as_client", "client", complaint);
    to(walk, 5_000);
    assert.deepEqual(walk.take("release", "operator"), { kind: "refused", reason: "frozen" });
    walk.take("withdraw_as_client", "client");
    to(walk, 5_001);
    golden(walk, [
      "2215 object_as_client: completed + dispute client_objects; openDispute client",
      "5000 release: refused, frozen",
      "5000 withdraw_as_client: completed + dispute withdrawn; closeDispute withdrawn",
      "5000 release: settled; release 4501",
    ]);
  });

  it("ends when the other side concedes", () => {
    const walk = completed();
    walk.take("object_as_client", "client", complaint);
    walk.take("concede_as_provider", "provider");
    assert.equal(
      walk.lines.at(-1),
      "2215 concede_as_provider: settled + dispute conceded; settle 4501 back 0 on, closeDispute conceded",
    );
  });

  it("goes to an operator when it is answered, who may split the money", () => {
    const walk = completed();
    walk.take("object_as_client", "client", complaint);
    walk.take("answer_as_provider", "provider", { reason: "It was not" });
    walk.take("rule", "operator", { refundShare: 4_000, reason: "half an hour was missing" });
    assert.equal(
      walk.lines.at(-1),
      "2215 rule: settled + dispute ruled; settle 1800 back 2701 on, closeDispute ruled",
    );
  });

  it("begins when the payer's bank takes the money back", () => {
    const walk = completed();
    walk.event("payment.charged_back");
    to(walk, 100_000);
    golden(walk, [
      "2215 freeze: completed + dispute mediation; openDispute operator, askOperator chargeback",
    ]);
  });

  it("cannot begin before the session or after the money has moved", () => {
    assert.deepEqual(paid().take("object_as_client", "client", complaint), {
      kind: "refused",
      reason: "wrong_state",
    });
    const walk = completed();
    to(walk, 10_000);
    assert.deepEqual(walk.take("object_as_client", "client", complaint), {
      kind: "refused",
      reason: "wrong_state",
    });
  });
});

describe("a session that is moved", () => {
  const start = "2026-03-04T08:00:00Z";
  const moving = {
    effects: {
      moveBooking: (_args: unknown, _input: unknown, { world }: Walk) =>
        void Object.assign(world.moments, { "booking.start": new Date(start), "booking.end": after(2_940) }),
    },
  };

  it("stays where it is until the other side agrees, and its timers move with it", () => {
    const walk = paid(moving);
    walk.take("propose_as_client", "client", { startsAt: start });
    assert.deepEqual(walk.take("accept_as_provider", "client"), { kind: "refused", reason: "not_allowed" });
    assert.deepEqual(walk.timers.get("session_starts"), after(2_160));
    walk.take("accept_as_provider", "provider");
    to(walk, 10_000);
    golden(walk, [
      "10 pay: confirmed; fund 4501, confirmBooking",
      "10 propose_as_client: confirmed + move client_proposed; dropProposal, proposeTime client",
      "10 accept_as_provider: refused, not_allowed",
      "10 accept_as_provider: confirmed + move none; moveBooking proposed",
      "2880 start: in_session; nothing",
      "3000 complete: completed; completeBooking",
      "4440 release: settled; release 4501",
    ]);
  });

  it("keeps its time when the proposal is declined, lapses, or the session starts first", () => {
    const declined = paid(moving);
    declined.take("propose_as_provider", "provider", { startsAt: start });
    declined.take("drop_proposal", "client");
    assert.equal(declined.lines.at(-1), "10 drop_proposal: confirmed + move none; dropProposal");

    const lapsed = paid(moving, { proposalMinutes: 60 });
    lapsed.take("propose_as_client", "client", { startsAt: start });
    to(lapsed, 100);
    assert.equal(lapsed.lines.at(-1), "70 lapse_proposal: confirmed + move none; dropProposal");

    const overtaken = paid(moving);
    overtaken.take("propose_as_client", "client", { startsAt: start });
    to(overtaken, 2_160);
    assert.deepEqual(overtaken.instance.position, {
      state: "in_session",
      regions: { move: "none", dispute: "none" },
    });
  });

  it("drops the proposal when the session is cancelled meanwhile", () => {
    const walk = paid(moving);
    walk.take("propose_as_provider", "provider", { startsAt: start });
    walk.take("cancel_as_client", "client");
    assert.equal(
      walk.lines.at(-1),
      "10 cancel_as_client: cancelled; settle 4501 back 0 on, freeBooking client, dropProposal",
    );
  });

  it("is moved by an operator at once, whatever was proposed", () => {
    const walk = paid(moving);
    walk.take("propose_as_client", "client", { startsAt: start });
    walk.take("move_as_operator", "operator", { startsAt: start });
    assert.equal(
      walk.lines.at(-1),
      "10 move_as_operator: confirmed + move none; dropProposal, moveBooking sent",
    );
  });
});

describe("money an operator gives back", () => {
  it("comes out of escrow while it is there, and the rest takes its way", () => {
    const walk = paid();
    walk.take("refund_part", "operator", { amountMinor: 1_500, reason: "late start" });
    assert.deepEqual(walk.take("refund_part", "operator", { amountMinor: 3_002, reason: "too much" }), {
      kind: "refused",
      reason: "exceeds_escrow",
      heldMinor: 3_001,
    });
    to(walk, 10_000);
    assert.deepEqual(
      [walk.lines[1], walk.lines.at(-1)],
      ["10 refund_part: confirmed; refund 1500", "3720 release: settled; release 3001"],
    );
  });

  it("comes from the provider once the money has moved", () => {
    const walk = paid();
    to(walk, 10_000).take("take_back", "operator", { amountMinor: 500, reason: "goodwill" });
    assert.equal(walk.lines.at(-1), "10000 take_back: settled; takeBack");
  });
});

describe("what each side may do", () => {
  const choices = (walk: Walk, by: string) =>
    choicesOf(loaded, walk.instance, by, walk.world).map(({ transition }) => transition);

  it("before paying", () => {
    assert.deepEqual(choices(place(), "client"), ["enter_payment", "confirm_free", "cancel_as_client"]);
    assert.deepEqual(choices(place(), "provider"), ["cancel_as_provider"]);
  });

  it("before the session", () => {
    assert.deepEqual(choices(paid(), "client"), ["cancel_as_client", "propose_as_client"]);
    assert.deepEqual(choices(paid(), "operator"), ["cancel_as_operator", "refund_part", "move_as_operator"]);
  });

  it("in the session", () => {
    const walk = to(paid(), 2_160);
    assert.deepEqual(choices(walk, "client"), ["mark_provider_absent"]);
    assert.deepEqual(choices(walk, "provider"), ["complete", "mark_client_absent"]);
  });

  it("after it", () => {
    const walk = to(paid(), 2_280);
    assert.deepEqual(choices(walk, "client"), ["release", "object_as_client"]);
    assert.deepEqual(choices(walk, "provider"), ["object_as_provider"]);
  });
});
