import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { TestHouse } from "../../api/test/house.ts";
import { buildWidgets } from "../widgets/build.ts";
import { checksOf } from "./checks.ts";

let house: TestHouse;
before(async () => {
  await buildWidgets();
  house = await TestHouse.open();
});
after(() => house.close());

const found = async (installation: Parameters<typeof checksOf>[0]) => {
  const lines = (await checksOf(installation)).map(async ({ name, run }) => [
    name,
    await run().catch((problem: Error) => `FAIL ${problem.message}`),
  ]);
  return Object.fromEntries(await Promise.all(lines)) as Record<string, string>;
};

test("an installation without a key: health, reference, widgets", async () => {
  const lines = await found({ url: house.house.url });
  assert.deepEqual(Object.keys(lines), ["health", "API reference", "widgets"]);
  assert.match(lines["health"] ?? "", /files by local.*mail by/);
  assert.match(lines["API reference"] ?? "", /^\d{3} addresses$/);
  assert.match(lines["widgets"] ?? "", /^tessera-[A-Z2-7]{8}\.js$/);
});

test("with a site's key also its ledger, its storage and who answers for each power", async () => {
  const site = await house.site("Smoke site");
  const lines = await found({ url: house.house.url, secretKey: site.keys.secretKey });
  assert.equal(lines["site"], "Smoke site");
  assert.equal(lines["ledger"], "sound");
  assert.match(lines["storage"] ?? "", /^kept \d+ bytes, /);
  assert.match(lines["payments"] ?? "", /the installation's$/);
});

test("a wrong key ends the look at once, in a sentence", async () => {
  const wrong = checksOf({ url: house.house.url, secretKey: `sk_live_${"x".repeat(40)}` });
  await assert.rejects(wrong, /key/i);
});
