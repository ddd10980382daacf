import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkFlow } from "../../../platform/flow/checker.ts";
import { loadFlow } from "../../../platform/flow/load.ts";
import { Walk } from "../../../platform/flow/testing.ts";
import { creditSession } from "./credit-session.ts";
import { sessionVocabulary } from "./session-vocabulary.ts";

const loaded = loadFlow(creditSession, sessionVocabulary);
const placed = new Date("2026-03-02T08:00:00Z");
const after = (minutes: number) => new Date(placed.getTime() + minutes * 60_000);

/** Ten credits, kept for 30 minutes, taking place a day and a half later for an hour: minutes 2160 to 2220. */
const place = () =>
  new Walk(loaded, 10, {
    now: placed,
    moments: { "hold.ends": after(30), "booking.start": after(2_160), "booking.end": after(2_220) },
    guards: {},
    policies: { cancellation: ({ by }) => (by === "provider" ? 10_000 : 5_000) },
    effects: {},
  });

describe("the session in credits", () => {
  it("has no defect", () => assert.deepEqual(checkFlow(creditSession, sessionVocabulary), []));

  it("is pinned: a version that has been released is never edited, a change is the next version", () => {
    assert.equal(loaded.fingerprint.slice(0, 16), "0481d13279e281fe");
  });

  it("is agreed, held, and released a day later", () => {
    const walk = place();
    walk.wait(5).take("spend", "client");
    walk.until(after(10_000));
    assert.deepEqual(walk.lines, [
      "5 spend: confirmed; fund 10, confirmBooking",
      "2160 start: in_session; nothing",
      "2280 complete: completed; completeBooking",
      "3720 release: settled; release 10",
    ]);
  });

  it("gives back what is reserved when nobody says yes in time", () => {
    assert.deepEqual(place().until(after(60)).lines, [
      "30 expire: expired; returnReserved, freeBooking expired",
    ]);
  });

  it("is called off before and after it is agreed", () => {
    const early = place();
    early.take("cancel_as_client", "client");
    const late = place();
    late.take("spend", "client");
    late.take("cancel_as_client", "client");
    assert.deepEqual(
      [early.lines.at(-1), late.lines.at(-1)],
      [
        "0 cancel_as_client: cancelled; returnReserved, settle 0 back 0 on, freeBooking client",
        "0 cancel_as_client: cancelled; returnReserved, settle 5 back 5 on, freeBooking client",
      ],
    );
  });

  it("has no part for a gateway", () => {
    assert.deepEqual(place().event("payment.captured"), { kind: "alarm" });
  });
});
