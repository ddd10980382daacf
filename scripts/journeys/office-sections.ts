import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { type Page } from "playwright-core";
import { buySession } from "./bought-session.ts";
import { confirm, dialogOf, enterOffice, type Office, section } from "./office.ts";
import { visit } from "./visitor.ts";

const tom = { name: "Tom Tester", email: "tom@sections.example" };

let office: Office;

const server = (actingFor?: string) =>
  connectServer({
    url: office.demo.file.apiUrl,
    secretKey: office.demo.coaching.secretKey,
    ...(actingFor !== undefined && { actingFor }),
  });

const inOffice = (work: (page: Page) => Promise<void>) => () =>
  visit(office.browser, {}, async ({ page }) => {
    await enterOffice(office.demo, page);
    await work(page);
  });

async function findMember(page: Page, { email, name }: typeof tom): Promise<void> {
  await section(page, "Members");
  await page.getByLabel("Name or e-mail").fill(email);
  await page.keyboard.press("Enter");
  await page.getByRole("status").getByText("All rows shown: 1").waitFor();
  await page.getByRole("link", { name }).click();
  await page.getByRole("heading", { name }).waitFor();
}

/** Every form of the app, tried against the API. */
export function sections(opened: () => Office): void {
  before(async () => {
    office = opened();
    const { memberId } = await buySession(office.demo, {
      ...tom,
      coach: "lena",
      utm: { utm_source: "newsletter", utm_campaign: "spring" },
    });
    await server(memberId).people.applyForRole({ role: "coach", note: '=HYPERLINK("http://evil.example")' });
    const ute = await server().identity.createMember({
      email: "ute@sections.example",
      name: "Ute Unsure",
      emailVerified: true,
    });
    await server(ute.id).people.applyForRole({ role: "coach", note: "I would like to" });
  });

  describe("what the team can do", () => {
    test(
      "members: roles, deactivated, reactivated, banned",
      inOffice(async (page) => {
        const ute = { name: "Ute Unsure", email: "ute@sections.example" };
        await findMember(page, ute);
        await page.getByRole("button", { name: "Change roles" }).click();
        await dialogOf(page).getByLabel("Learner").check();
        await confirm(page, "Change roles");
        await page.getByText("Client, Learner").waitFor();
        for (const [action, status] of [
          ["Deactivate", "Deactivated"],
          ["Reactivate", "Active"],
        ] as const) {
          await page.getByRole("button", { name: action, exact: true }).click();
          await dialogOf(page).getByLabel("Reason").fill("As the journey says");
          await confirm(page, action);
          await page.locator(".chip", { hasText: status }).waitFor();
        }
        await page.getByRole("button", { name: "Warn, suspend or ban" }).click();
        await dialogOf(page).getByLabel("Measure").selectOption("ban");
        await dialogOf(page).getByLabel("Reason").fill("As the journey says");
        await confirm(page, "Warn, suspend or ban");
        await page.locator(".chip", { hasText: "Banned" }).waitFor();
        const { items } = await server().identity.listMembers({ search: ute.email });
        assert.equal(items[0]?.status, "banned");
      }),
    );

    test(
      "applications: one approved, one rejected with a reason, which is asked for",
      inOffice(async (page) => {
        await section(page, "Applications");
        await page.getByLabel("State").selectOption("applied");
        await page.getByRole("button", { name: "Approve: Tom Tester" }).click();
        await confirm(page, "Approve");
        await page.getByRole("button", { name: "Reject: Ute Unsure" }).click();
        await dialogOf(page).getByRole("button", { name: "Reject" }).click();
        await dialogOf(page).getByText("This is needed.").waitFor();
        await dialogOf(page).getByLabel("Reason").fill("Please come back with references");
        await confirm(page, "Reject");
        await page.getByText("Nothing fits these filters.").waitFor();
        await page.getByLabel("State").selectOption("rejected");
        await page.getByText("Please come back with references").waitFor();
      }),
    );

    test(
      "keys: created, replaced, revoked",
      inOffice(async (page) => {
        await section(page, "API keys");
        await page.getByRole("button", { name: "Create a key" }).click();
        await dialogOf(page).getByLabel("Name").fill("Journey");
        await dialogOf(page).getByLabel("Kind").selectOption("secret");
        await dialogOf(page).getByRole("button", { name: "Create a key" }).click();
        const secret = (await dialogOf(page).locator(".secret").textContent()) ?? "";
        const own = () =>
          connectServer({ url: office.demo.file.apiUrl, secretKey: secret }).identity.listMembers({
            limit: 1,
          });
        assert.equal((await own()).items.length, 1);
        await dialogOf(page).getByRole("button", { name: "Done" }).click();
        await page.getByRole("button", { name: "Revoke: Journey" }).click();
        await confirm(page, "Revoke");
        await page.getByRole("button", { name: "Revoke: Journey" }).waitFor({ state: "detached" });
        await assert.rejects(own(), { status: 401 });
        await page.getByLabel("Show").selectOption("ended");
        await page.getByText("Revoked").waitFor();
      }),
    );

    test(
      "settings: an address that is none is told in place, a good one is kept; the brand's name too",
      inOffice(async (page) => {
        await section(page, "Settings");
        const origins = page.getByLabel("Addresses");
        const before = await origins.inputValue();
        await origins.fill(`${before}\nexample.com/path`);
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("This is no address without a path: example.com/path").waitFor();
        await origins.fill(`${before}\nhttps://journey.example`);
        await page.getByLabel("Name on pages and in mails").fill("Northlight Journey");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved.").waitFor();
        await page.reload();
        await page.getByLabel("Addresses").waitFor();
        assert.match(await page.getByLabel("Addresses").inputValue(), /https:\/\/journey\.example/);
        assert.equal((await server().tenancy.getSite({})).brand.productName, "Northlight Journey");
        const lead = page.getByLabel("Page of the site");
        const [pageBefore, currency] = [
          await lead.inputValue(),
          page.getByLabel("Currency", { exact: true }),
        ];
        const currencyBefore = await currency.inputValue();
        await lead.fill("ftp://journey.example");
        await currency.selectOption("CHF");
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Write an address that starts with https:// or http://.").waitFor();
        await lead.fill(pageBefore);
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved.").waitFor();
        assert.equal((await server().tenancy.getSite({})).currency, "CHF");
        await currency.selectOption(currencyBefore);
        await page.getByRole("button", { name: "Save" }).click();
        await page.getByText("Saved.").waitFor();
        const { currency: now, locale, locales } = await server().tenancy.getSite({});
        assert.equal(now, currencyBefore);
        assert.ok(locales.includes(locale));
      }),
    );

    test(
      "webhooks: created, tested, changed, a new secret, replayed, switched off, deleted",
      inOffice(async (page) => {
        await section(page, "Webhooks");
        await page.getByRole("button", { name: "Add an endpoint" }).click();
        await dialogOf(page).getByLabel("Address").fill(office.sink.url);
        await dialogOf(page).getByLabel("Description").fill("Journey's ledger");
        await dialogOf(page).getByRole("button", { name: "Add an endpoint" }).click();
        assert.match((await dialogOf(page).locator(".secret").textContent()) ?? "", /^whsec_/);
        await dialogOf(page).getByRole("button", { name: "Done" }).click();
        const entry = page.locator(".entry", { hasText: "Journey's ledger" });
        const act = async (name: string) => {
          await entry.getByRole("button", { name, exact: true }).click();
        };
        await act("Send a test");
        await confirm(page, "Send a test");
        await office.sink.waitFor((received) => received[0]);
        await page.getByRole("cell", { name: "webhook.test" }).first().waitFor();
        await act("Edit");
        await dialogOf(page).getByLabel("booking.confirmed").check();
        await confirm(page, "Edit");
        await entry.getByText("booking.confirmed").waitFor();
        await act("New secret");
        await dialogOf(page).getByRole("button", { name: "New secret" }).click();
        assert.match((await dialogOf(page).locator(".secret").textContent()) ?? "", /^whsec_/);
        await dialogOf(page).getByRole("button", { name: "Done" }).click();
        office.sink.received.length = 0;
        await act("Replay a span of time");
        await dialogOf(page).getByLabel("From").fill("2026-01-01T00:00");
        await dialogOf(page).getByLabel("Until").fill("2099-01-01T00:00");
        await dialogOf(page).getByLabel("Which").selectOption("all");
        await confirm(page, "Replay a span of time");
        await office.sink.waitFor((received) => received[0]);
        await act("Disable");
        await confirm(page, "Disable");
        await entry.getByText("Switched off by the team").waitFor();
        await act("Delete");
        await confirm(page, "Delete");
        await entry.waitFor({ state: "detached" });
      }),
    );

    test(
      "orders: called off after seeing what goes back; the history says who",
      inOffice(async (page) => {
        await section(page, "Orders");
        await page.locator("input[name=buyer]").fill(tom.email);
        await page.keyboard.press("Enter");
        await page.getByRole("status").getByText("All rows shown: 1").waitFor();
        await page.locator("tbody a").first().click();
        await page.getByText("Kept in escrow").waitFor();
        await page.getByRole("button", { name: "Cancel the order" }).click();
        await dialogOf(page).getByText("goes back to the client").waitFor();
        await dialogOf(page).getByLabel("Reason").fill("The coach is ill");
        await confirm(page, "Cancel the order");
        await page.getByText("Cancelled: The coach is ill").waitFor();
        await page.locator(".story").getByText("by the team").waitFor();
      }),
    );
  });

  describe("lists", () => {
    test(
      "are ordered by their headings, by keyboard too, and the address remembers it",
      inOffice(async (page) => {
        await section(page, "Members");
        const heading = page.getByRole("columnheader", { name: "Name" });
        const names = () => page.locator("tbody tr td:first-child").allInnerTexts();
        await heading.getByRole("button").focus();
        await page.keyboard.press("Enter");
        await page.locator("th[aria-sort=ascending]", { hasText: "Name" }).waitFor();
        await page.locator(".listing[aria-busy=false]").waitFor();
        const rising = await names();
        await page.keyboard.press("Space");
        await page.locator("th[aria-sort=descending]", { hasText: "Name" }).waitFor();
        await page.locator(".listing[aria-busy=false]").waitFor();
        assert.notDeepEqual(await names(), rising);
        assert.match(page.url(), /sort=-name/);
        assert.equal(
          await page
            .locator(":focus")
            .textContent()
            .then((text) => text?.trim()),
          "Name",
        );
        await page.reload();
        await page.locator("th[aria-sort=descending]", { hasText: "Name" }).waitFor();
      }),
    );

    test(
      "are exported whole, not only what is shown, and no cell is a formula",
      inOffice(async (page) => {
        await section(page, "Members");
        await page.getByRole("button", { name: "Export as CSV" }).waitFor();
        const total = await countMembers();
        const members = await exported(page);
        assert.equal(members.length - 1, total);
        await section(page, "Applications");
        await page.getByRole("cell", { name: /HYPERLINK/ }).waitFor();
        const applications = await exported(page);
        assert.ok(applications.some((line) => line.includes(`"'=HYPERLINK(""http://evil.example"")`)));
      }),
    );

    test(
      "of orders are exported with the campaign each came from, which the table leaves out",
      inOffice(async (page) => {
        await section(page, "Orders");
        await page.getByLabel("Client", { exact: true }).fill(tom.email);
        await page.keyboard.press("Enter");
        await page.getByRole("status").getByText("All rows shown: 1").waitFor();
        const [heading = "", order = ""] = await exported(page);
        assert.ok(heading.endsWith(`"Campaign"`), heading);
        assert.ok(order.endsWith(`"utm_campaign=spring&utm_source=newsletter"`), order);
        assert.equal(await page.getByRole("columnheader", { name: "Campaign" }).count(), 0);
        await page.getByRole("table", { name: "Orders" }).getByRole("link").first().click();
        await page.getByText("utm_campaign=spring&utm_source=newsletter").waitFor();
      }),
    );
  });
}

async function countMembers(): Promise<number> {
  let count = 0;
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await server().identity.listMembers({ limit: 100, ...(cursor && { cursor }) });
    count += page.items.length;
    cursor = page.nextCursor;
  }
  return count;
}

async function exported(page: Page): Promise<string[]> {
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export as CSV" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  return text.trimEnd().split("\r\n");
}
