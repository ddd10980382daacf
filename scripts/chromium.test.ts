import assert from "node:assert/strict";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { findChromium, type ChromiumLaunch } from "./chromium.ts";

async function titleShownBy(launch: ChromiumLaunch): Promise<string> {
  const browser = await chromium.launch(launch);
  try {
    const page = await browser.newPage();
    await page.setContent("<title>你好</title>");
    return await page.title();
  } finally {
    await browser.close();
  }
}

test("the Chromium of the machine opens a page", async () => {
  assert.equal(await titleShownBy(await findChromium()), "你好");
});

test(
  "a machine without one uses the Chromium that npm brought",
  {
    skip: process.platform === "linux" && process.arch === "x64" ? false : "packaged for Linux on x64 only",
  },
  async () => {
    const launch = await findChromium("", []);
    assert.match(launch.executablePath, /node_modules/);
    assert.equal(await titleShownBy(launch), "你好");
  },
);

test("a CHROMIUM_PATH that does not exist is named in the message", async () => {
  await assert.rejects(findChromium("/nowhere/chromium"), /CHROMIUM_PATH names \/nowhere\/chromium/);
});
