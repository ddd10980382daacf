import assert from "node:assert/strict";
import { test } from "node:test";
import { type Channel, channelsOn } from "./categories.ts";

const choice = (category: "matching" | "security", channel: Channel, isOn: boolean) => ({
  category,
  channel,
  isOn,
});

test("everything but text messages is on until it is switched off, each channel alone", () => {
  assert.deepEqual([...channelsOn("matching", [])], ["inApp", "email", "push"]);
  assert.deepEqual([...channelsOn("matching", [choice("matching", "email", false)])], ["inApp", "push"]);
  assert.deepEqual(
    [...channelsOn("sessions", [choice("matching", "email", false)])],
    ["inApp", "email", "push"],
  );
  assert.deepEqual(
    [...channelsOn("matching", [choice("matching", "sms", true)])],
    ["inApp", "email", "push", "sms"],
  );
});

test("security stays on the page and in mails whatever a row says; the device may stay silent", () => {
  const off = (["inApp", "email", "push"] as const).map((channel) => choice("security", channel, false));
  assert.deepEqual([...channelsOn("security", off)], ["inApp", "email"]);
});
