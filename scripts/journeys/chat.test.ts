import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Browser, type Page } from "playwright-core";
import { signInWithPassword } from "./member-steps.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { serverOf } from "./sandbox.ts";
import { openBrowser, visit } from "./visitor.ts";

let demo: RunningDemo;
let browser: Browser;

before(async () => {
  demo = await startDemo("chat");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** Signs a member in by their password, and opens their messages in the same tab. */
async function openMessages(page: Page, role: string): Promise<void> {
  const { email = "", password = "" } = demo.coaching.logins[role] ?? {};
  await page.goto(`${demo.coaching.siteUrl}/account`);
  await signInWithPassword(page, { email, password });
  await page.locator("tessera-bookings [role=tablist]").waitFor();
  await page.goto(`${demo.coaching.siteUrl}/messages`);
}

/** One dot, as a picture. */
const dotPng =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const textsOf = (page: Page) => page.locator("main .message .text").allTextContents();

test("two members write to each other: typing, receipts, a cut line, a reload that keeps what was not sent, and a file", () =>
  visit(browser, {}, ({ page: hers, complaints }) =>
    visit(browser, {}, async ({ page: his }) => {
      const server = serverOf(demo);
      const idOf = async (role: string) => {
        const { email: search = "" } = demo.coaching.logins[role] ?? {};
        return (await server.identity.listMembers({ search })).items[0]?.id ?? "";
      };
      const coachId = await idOf("coach");
      const asClient = serverOf(demo, await idOf("client"));
      const { id, lastSeq } = await asClient.messaging.openConversation({ memberId: coachId });
      const theirs = `main [data-conversation="${id}"]`;

      await openMessages(hers, "client");
      await openMessages(his, "coach");
      for (const page of [hers, his]) await page.locator(theirs).click();
      const [herField, hisField] = [hers, his].map((page) => page.locator("main textarea"));
      await herField?.pressSequentially("Hello");
      await his.locator("main .who").getByText("is typing").waitFor();
      await herField?.press("Enter");
      await his.locator("main .message").getByText("Hello", { exact: true }).waitFor();
      await hers.locator("main .receipt").getByText("Read").waitFor();
      await hisField?.fill("Hello yourself");
      await hisField?.press("Enter");
      await hers.locator("main .message").getByText("Hello yourself", { exact: true }).waitFor();

      // Her line is cut: what she writes waits, what he writes is missed.
      await hers.context().setOffline(true);
      for (const text of ["One", "Two"]) {
        await herField?.fill(text);
        await herField?.press("Enter");
      }
      await hers.locator("main .unsent").nth(1).getByText("Waiting for the connection").waitFor();
      await hisField?.fill("Are you there?");
      await hisField?.press("Enter");
      await his.locator("main .receipt").waitFor();
      await hers.context().setOffline(false);
      for (const page of [hers, his])
        await page.locator("main .message").getByText("Two", { exact: true }).waitFor();
      await hers.locator("main .message").getByText("Are you there?", { exact: true }).waitFor();
      await hers.locator("main .unsent").first().waitFor({ state: "detached" });
      const said = ["Hello", "Hello yourself", "Are you there?", "One", "Two"];
      assert.deepEqual((await textsOf(hers)).slice(lastSeq), said);
      assert.deepEqual((await textsOf(his)).slice(lastSeq), said);

      // The API is out of reach although the browser knows of nothing, and she reloads the page.
      const isSending = (body: string | null) => body?.includes("messaging.sendMessage") === true;
      await hers.route("**/api/v1/rpc", (route) =>
        isSending(route.request().postData()) ? route.abort() : route.fallback(),
      );
      await herField?.fill("Three");
      await herField?.press("Enter");
      await hers.locator("main .unsent").getByText("Three", { exact: true }).waitFor();
      await hers.reload();
      await hers.locator(theirs).click();
      await hers.locator("main .unsent").getByText("Three", { exact: true }).waitFor();
      await hers.unroute("**/api/v1/rpc");
      await his.locator("main .message").getByText("Three", { exact: true }).waitFor();
      await hers.locator("main .unsent").first().waitFor({ state: "detached" });
      assert.deepEqual((await textsOf(hers)).slice(lastSeq), [...said, "Three"]);

      // She sends a picture, and he opens it.
      await hers.locator("main [data-deed=attach]").click();
      await hers.locator("main .uploads").getByText("At most 10 MB each").waitFor();
      const dot = { name: "dot.png", mimeType: "image/png", buffer: Buffer.from(dotPng, "base64") };
      await hers.locator("main input[type=file]").setInputFiles(dot);
      await hers.locator("main .uploads").getByText("Ready to send").waitFor();
      await herField?.press("Enter");
      const small = his.getByRole("img", { name: "Picture dot.png" });
      await small.waitFor();
      await small.click();
      await his.getByRole("dialog").getByRole("img", { name: "Picture dot.png" }).waitFor();
      // The browser tells of the lines that were cut.
      const others = complaints.filter((text) => !/ERR_(INTERNET_DISCONNECTED|FAILED)/.test(text));
      complaints.splice(0, complaints.length, ...others);
    }),
  ));
