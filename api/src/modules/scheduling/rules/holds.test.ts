import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { brokenHoldLimit, expiryWithEmail, expiryWithPayment, holdExpiry, isLive } from "./holds.ts";

const at = (clock: string): Date => new Date(`2026-06-02T${clock}Z`);

describe("holds", () => {
  const heldAt = at("10:00:00");
  const anonymous = { heldAt, expiresAt: holdExpiry(heldAt, false), paymentStartedAt: null };

  test("a hold lasts ten minutes, thirty with an e-mail", () => {
    assert.deepEqual(anonymous.expiresAt, at("10:10:00"));
    assert.deepEqual(holdExpiry(heldAt, true), at("10:30:00"));
    assert.deepEqual(expiryWithEmail(anonymous), at("10:30:00"));
    assert.equal(isLive(anonymous, at("10:09:59")), true);
    assert.equal(isLive(anonymous, at("10:10:00")), false);
  });

  test("payment extends a hold once, and never shortens it", () => {
    const reachable = { ...anonymous, expiresAt: expiryWithEmail(anonymous) };
    assert.deepEqual(expiryWithPayment(reachable, at("10:50:00")), at("10:55:00"));
    assert.deepEqual(expiryWithPayment(reachable, at("10:15:00")), at("10:30:00"));
    const paying = { ...reachable, expiresAt: at("10:55:00"), paymentStartedAt: at("10:20:00") };
    assert.deepEqual(expiryWithPayment(paying, at("11:30:00")), at("10:55:00"));
    assert.deepEqual(expiryWithEmail(paying), at("10:55:00"));
  });

  test("an unverified caller keeps two, an address five, and asks a host three times an hour", () => {
    assert.equal(brokenHoldLimit({ liveByVisitor: 1, liveByIp: 4, onHostInLastHour: 2 }), null);
    assert.equal(brokenHoldLimit({ liveByVisitor: 2, liveByIp: 2, onHostInLastHour: 2 }), "liveByVisitor");
    assert.equal(brokenHoldLimit({ liveByVisitor: 0, liveByIp: 5, onHostInLastHour: 0 }), "liveByIp");
    assert.equal(brokenHoldLimit({ liveByVisitor: 0, liveByIp: 0, onHostInLastHour: 3 }), "perHostAndHour");
  });
});
