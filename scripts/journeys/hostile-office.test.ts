import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Client, connectServer } from "@tessera/sdk";
import sharp from "sharp";
import { type Browser, type Page } from "playwright-core";
import { eicar } from "../../api/src/platform/files/testing.ts";
import { barriersOn } from "./accessible.ts";
import { hostileTexts } from "./hostile-texts.ts";
import { confirm, dialogOf, enterOffice } from "./office.ts";
import { type RunningDemo, startDemo } from "./running-demo.ts";
import { openBrowser, visit } from "./visitor.ts";

/** Ten texts of one person: what they and others wrote about them. */
const perPerson = 10;

interface Person {
  readonly id: string;
  readonly texts: readonly string[];
}

let demo: RunningDemo;
let browser: Browser;
let people: Person[];

const server = (actingFor?: string): Client =>
  connectServer({
    url: demo.file.apiUrl,
    secretKey: demo.coaching.secretKey,
    ...(actingFor !== undefined && { actingFor }),
  });

before(async () => {
  demo = await startDemo("hostile-office");
  browser = await openBrowser();
  const count = hostileTexts.length / perPerson;
  // Short texts first, as a field of expertise holds 60 characters.
  const textsOf = (nth: number) =>
    Array.from({ length: perPerson }, (_, at) => hostileTexts[at * count + nth] ?? "");
  people = [];
  for (let nth = 0; nth < count; nth++) {
    const texts = textsOf(nth);
    const { id } = await server().identity.createMember({
      email: `hostile${nth}@evil.example`,
      name: texts[2] ?? "",
      emailVerified: true,
    });
    people.push({ id, texts });
  }
  // A coach of the site: whom everybody may write to.
  const { items: coaches } = await server().identity.listMembers({ search: "lena", role: "coach" });
  for (const person of people) await writeEverywhere(person, coaches[0]!);
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function writeEverywhere({ id, texts }: Person, reader: { readonly id: string }): Promise<void> {
  const own = server(id);
  const [first = "", second = "", , headline = "", bio = "", note = "", message = "", edit = ""] = texts;
  // An address in a profile is what the site's rules look for: a case shows the profile as it was.
  await own.people.updateProfile({ headline, bio: `${bio} me@evil.example`, expertise: [first, second] });
  const application = await own.people.applyForRole({ role: "coach", note });
  await server().people.rejectApplication({ id: application.id, reason: texts[8] ?? "" });
  const { id: conversationId } = await own.messaging.openConversation({ memberId: reader.id });
  const sent = await own.messaging.sendMessage({ conversationId, clientId: "hostile", text: message });
  await own.messaging.updateMessage({ id: sent.id, text: edit });
  const said = { category: "other", text: texts[9] ?? "" } as const;
  await server(reader.id).safety.createReport({ subjectKind: "message", subjectId: sent.id, ...said });
  await uploadInfected(id, `${first}.png`);
}

async function uploadInfected(memberId: string, name: string): Promise<void> {
  const { apiUrl } = demo.file;
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: "#3a6" } });
  const query = new URLSearchParams({ purpose: "messaging.attachment", name });
  const answer = await fetch(`${apiUrl}/api/v1/files?${query.toString()}`, {
    method: "POST",
    headers: {
      Authorization: `Bearer ${demo.coaching.secretKey}`,
      "Tessera-Acting-For": memberId,
      "Content-Type": "image/png",
    },
    body: new Uint8Array(Buffer.concat([await picture.png().toBuffer(), Buffer.from(eicar + name)])),
  });
  assert.match(await answer.text(), /files\.infected/);
}

/** The addresses of every row of the list on a page. */
async function rowsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(demo.file.adminUrl + path);
  await page.locator("tbody a").first().waitFor();
  const more = page.getByRole("button", { name: "Load more" });
  while (await more.isVisible()) {
    await more.click();
    await page.locator(".listing[aria-busy=false]").waitFor();
  }
  const links = await page.locator("tbody td:first-child a").all();
  return Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
}

/** Every text of a page, in its elements' own trees too, and in what can be typed into. */
const textOn = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const textIn = (root: ParentNode): string =>
      [...root.querySelectorAll("*")]
        .map((element) => (element.shadowRoot ? textIn(element.shadowRoot) : ""))
        .join(" ") + (root.textContent ?? "");
    return textIn(document.body);
  });

test("120 hostile texts in every page of the team stay texts: nothing runs, nothing outside is asked", () =>
  visit(browser, {}, async ({ page, origins }) => {
    const dialogs: string[] = [];
    page.on("dialog", (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await enterOffice(demo, page);
    const paths = [
      "/members?search=evil.example",
      "/applications",
      "/moderation",
      "/moderation/files",
      "/mails",
      "/audit",
      ...people.map(({ id }) => `/members/${id}`),
      ...(await rowsOf(page, "/moderation")),
    ];
    assert.ok(paths.length >= 6 + 3 * people.length);
    let shown = "";
    for (const path of paths) {
      await page.goto(demo.file.adminUrl + path);
      await page.locator("main h1").waitFor();
      await page.waitForFunction(() => !document.querySelector("main [aria-busy=true]"));
      if (/^\/moderation\/[0-9a-f]{8}-/.test(path)) {
        await page.getByRole("button", { name: "Show what was reported" }).click();
        await confirm(page, "Show what was reported");
        await page.getByRole("status", { name: "Show what was reported" }).waitFor();
      }
      // Images that fail and videos that begin do so a moment later.
      await page.waitForTimeout(100);
      shown += await textOn(page);
      const found = await page.evaluate(() => ({
        wasStruck: "wasStruck" in globalThis,
        // The look of a mail stands in a frame that runs nothing.
        foreign: document.querySelectorAll(
          "main :is(iframe:not(.mail-frame[sandbox='']), object, embed, script, style, base, meta, link, video, audio, math, [onerror], [onload])",
        ).length,
        address: location.href,
      }));
      assert.deepEqual(found, { wasStruck: false, foreign: 0, address: demo.file.adminUrl + path });
    }
    assert.deepEqual(dialogs, []);
    assert.deepEqual(
      [...origins].filter((origin) => ![demo.file.adminUrl, demo.file.apiUrl].includes(origin)),
      [],
    );
    const flat = (text: string) => text.replaceAll(/\s+/g, " ");
    const seen = flat(shown);
    const missing = hostileTexts.filter((text) => !seen.includes(flat(text)));
    assert.deepEqual(missing, [], "not shown anywhere");
  }));

test("moderation: axe and keyboard with cases in it, claimed, hidden and shown again; a failing list says so, and a slow one that it is loading", () =>
  visit(browser, {}, async ({ page, complaints }) => {
    await enterOffice(demo, page);
    await page.goto(`${demo.file.adminUrl}/moderation/files`);
    await page.locator("tbody tr").first().waitFor();
    assert.deepEqual(await barriersOn(page), [], "/moderation/files");
    const [path = ""] = await rowsOf(page, "/moderation?sort=-createdAt");
    assert.deepEqual(await barriersOn(page), [], "/moderation");
    await page.goto(demo.file.adminUrl + path);
    const press = async (name: string) => {
      await page.getByRole("button", { name, exact: true }).focus();
      await page.keyboard.press("Enter");
      await dialogOf(page).waitFor();
    };
    const state = (name: string) => page.locator(".chip", { hasText: name }).first().waitFor();
    await press("Claim");
    await confirm(page, "Claim");
    await state("Claimed");
    for (const [action, then] of [
      ["Hide it", "Hidden"],
      ["Show it again", "Shown again"],
    ] as const) {
      await press(action);
      assert.deepEqual(await barriersOn(page), [], action);
      await dialogOf(page).getByLabel("Reason").fill("As the journey says");
      await confirm(page, action);
      await state(then);
    }
    await press("Show what was reported");
    await confirm(page, "Show what was reported");
    await page.getByRole("region", { name: "What was said" }).waitFor();
    assert.deepEqual(await barriersOn(page), [], path);

    await page.route("**/api/v1/rpc*", (route) =>
      route.request().postData()?.includes("listCases") ? route.abort() : route.continue(),
    );
    await page.goto(`${demo.file.adminUrl}/moderation`);
    await page.getByRole("alert").waitFor();
    assert.deepEqual(await barriersOn(page), [], "a list that failed");
    await page.unroute("**/api/v1/rpc*");
    await page.getByRole("alert").getByRole("button", { name: "Try again" }).click();
    await page.locator("tbody tr").first().waitFor();

    // As long as nothing has come, the list and a case say that they are loading.
    for (const [address, procedure, there] of [
      ["/moderation", "safety.listCases", "tbody tr"],
      [path, "safety.getCase", ".chip"],
    ] as const) {
      const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
      await page.route("**/api/v1/rpc*", async (route) => {
        if (route.request().postData()?.includes(procedure)) await answered;
        await route.continue();
      });
      await page.goto(demo.file.adminUrl + address);
      await page.getByRole("status").getByText("Loading").first().waitFor();
      assert.equal(await page.locator("main").locator(there).count(), 0, address);
      // Whose case it is, and so its heading, is not known before it has come.
      const barriers = (await barriersOn(page)).filter((told) => !told.startsWith("page-has-heading-one"));
      assert.deepEqual(barriers, [], `${address} while it is loaded`);
      answer();
      await page.locator("main").locator(there).first().waitFor();
      await page.unroute("**/api/v1/rpc*");
    }
    // The browser itself logs what the journey cut off.
    complaints.splice(0);
  }));
