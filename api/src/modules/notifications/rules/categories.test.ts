import assert from "node:assert/strict";
import { test } from "node:test";
import { channelsOn } from "./categories.ts";

const off = (category: "matching" | "security", channel: "inApp" | "email") => ({
  category,
  channel,
  isOn: false,
});

test("everything is on until it is switched off, each channel alone", () => {
  assert.deepEqual([...channelsOn("matching", [])], ["inApp", "email"]);
  assert.deepEqual([...channelsOn("matching", [off("matching", "email")])], ["inApp"]);
  assert.deepEqual([...channelsOn("sessions", [off("matching", "email")])], ["inApp", "email"]);
  assert.deepEqual([...channelsOn("matching", [off("matching", "email"), off("matching", "inApp")])], []);
});

test("security stays on whatever a row says", () => {
  assert.deepEqual([...channelsOn("security", [off("security", "email")])], ["inApp", "email"]);
});
