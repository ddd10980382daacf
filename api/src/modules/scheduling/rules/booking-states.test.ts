import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { bookingStates, mayMarkNoShow, refusalOfTransition } from "./booking-states.ts";

describe("booking states", () => {
  test("a booking is confirmed, completed or cancelled by those who may, and by nobody else", () => {
    const who = { client: "c", provider: "p", staff: "t", server: "s", system: "y" } as const;
    const parties = Object.keys(who) as (keyof typeof who)[];
    const may = bookingStates.flatMap((from) =>
      bookingStates.flatMap((to) => {
        const letters = parties
          .filter((party) => refusalOfTransition(from, to, party) === null)
          .map((party) => who[party]);
        return letters.length > 0 ? [`${from} > ${to}: ${letters.join("")}`] : [];
      }),
    );
    assert.deepEqual(may, [
      "pending > confirmed: ptsy",
      "pending > cancelled: cptsy",
      "confirmed > completed: ptsy",
      "confirmed > cancelled: cptsy",
    ]);
  });

  test("what never happens is told apart from what is not yours to do", () => {
    assert.equal(refusalOfTransition("completed", "pending", "staff"), "not_possible");
    assert.equal(refusalOfTransition("pending", "completed", "provider"), "not_possible");
    assert.equal(refusalOfTransition("confirmed", "completed", "client"), "not_by_you");
  });

  test("absence is marked by the other side, after the grace and within a week", () => {
    const booking = {
      state: "confirmed" as const,
      startsAt: new Date("2026-06-01T10:00Z"),
      endsAt: new Date("2026-06-01T11:00Z"),
    };
    const at = (iso: string) => new Date(`${iso}Z`);
    assert.equal(mayMarkNoShow(booking, "client", "provider", at("2026-06-01T10:14:59")), false);
    assert.equal(mayMarkNoShow(booking, "client", "provider", at("2026-06-01T10:15")), true);
    assert.equal(mayMarkNoShow(booking, "client", "client", at("2026-06-01T10:15")), false);
    assert.equal(mayMarkNoShow(booking, "provider", "client", at("2026-06-08T11:00")), true);
    assert.equal(mayMarkNoShow(booking, "provider", "client", at("2026-06-08T11:01")), false);
    assert.equal(
      mayMarkNoShow({ ...booking, state: "completed" }, "client", "staff", at("2026-06-01T12:00")),
      false,
    );
  });
});
