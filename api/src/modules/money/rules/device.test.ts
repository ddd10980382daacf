import assert from "node:assert/strict";
import { test } from "node:test";
import { deviceOf } from "./device.ts";

test("phones and the rest", () => {
  for (const [userAgent, device] of [
    [null, "desktop"],
    ["", "desktop"],
    ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148", "phone"],
    [
      "Mozilla/5.0 (Linux; Android 16; Pixel 10) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36",
      "phone",
    ],
    ["Mozilla/5.0 (Linux; Android 16; Tablet) AppleWebKit/537.36 Chrome/142.0 Safari/537.36", "desktop"],
    ["Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Safari/605.1.15", "desktop"],
  ] as const)
    assert.equal(deviceOf(userAgent), device, userAgent ?? "unknown");
});
