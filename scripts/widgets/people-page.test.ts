import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium, type Browser } from "playwright-core";
import { matching } from "../../widgets/test/matches.ts";
import { listing, mara } from "../../widgets/test/people.ts";
import { findChromium } from "../chromium.ts";
import { buildWidgets } from "./build.ts";
import { openBuiltPage, shiftIn } from "./built-page.ts";

let browser: Browser;
before(async () => {
  await buildWidgets();
  browser = await chromium.launch(await findChromium());
});
after(() => browser.close());

const list = "<tessera-people></tessera-people>";
const person = `<tessera-people person="${mara.id}"></tessera-people>`;

const match = "<tessera-match></tessera-match>";

// On a phone the ten are longer than any screen: what is below them moves where nobody sees it.
const comings = [
  ["the list of people", list, "[data-person]", 1280],
  ["the list of people on a tablet", list, "[data-person]", 700],
  ["the list of people on a phone", list, "[data-person]", 320],
  ["a person", person, ".review", 1280],
  ["a person on a phone", person, ".review", 320],
  ["the list of matches", match, "[data-person]", 1280],
  ["the list of matches on a phone", match, "[data-person]", 320, 900],
] as const;
for (const [what, tag, sign, width, height = 2000] of comings) {
  test(`nothing on the page moves while ${what} comes, and nothing is complained of`, async () => {
    const body = `<div>${tag}</div><p>Below the widget</p>`;
    const opened = await openBuiltPage(browser, { body, answers: matching });
    const { page } = opened;
    await page.setViewportSize({ width, height });
    await opened.go("/");
    await page.locator(sign).first().waitFor();
    await page.waitForTimeout(300);
    assert.equal(await shiftIn(page), 0);
    assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
  });
}

test("a person opened in place is there again after a reload, with the booking begun, and gone on a new visit", async () => {
  const opened = await openBuiltPage(browser, { body: list, answers: listing, hasMachineClock: true });
  const { page } = opened;
  await page.getByRole("button", { name: "Mara Lindqvist" }).click();
  await page.getByRole("button", { name: "Book a session", exact: true }).click();
  await page.locator("button.time").first().waitFor();
  await page.reload();
  await page.locator("button.time").first().waitFor();
  await opened.go("/");
  await page.locator("[data-person]").first().waitFor();
  assert.deepEqual([opened.complaints, opened.strangers], [[], []]);
});
