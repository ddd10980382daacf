import assert from "node:assert/strict";
import { test } from "node:test";
import { campaignText } from "./campaign.ts";

test("a campaign reads as in an address, always in the same order, and no sign of it breaks a value", () => {
  assert.equal(
    campaignText({ utm_source: "mail & post", utm_campaign: "春" }),
    "utm_campaign=%E6%98%A5&utm_source=mail+%26+post",
  );
  assert.equal(campaignText({}), "");
  assert.equal(campaignText(null), "");
});
