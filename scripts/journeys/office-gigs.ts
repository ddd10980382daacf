import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { connectServer } from "@tessera/sdk";
import { confirm, dialogOf, enterOffice, type Office, section } from "./office.ts";
import { visit } from "./visitor.ts";

/** The market of gigs: its categories, and the decisions of the team. */
export function gigs(opened: () => Office): void {
  const connect = (actingFor?: string) => {
    const { file, coaching } = opened().demo;
    return connectServer({
      url: file.apiUrl,
      secretKey: coaching.secretKey,
      ...(actingFor !== undefined && { actingFor }),
    });
  };

  describe("the market of gigs", () => {
    test("the usual categories; one is moved by the keyboard, another renamed and archived", () =>
      visit(opened().browser, {}, async ({ page }) => {
        await enterOffice(opened().demo, page);
        await section(page, "Gigs");
        await page.getByRole("link", { name: "Categories" }).click();
        await page.getByRole("button", { name: "Add the usual categories" }).click();
        await confirm(page, "Add the usual categories");
        const writing = page.getByRole("group", { name: "Writing and translation" });
        await writing.focus();
        await page.keyboard.press("Alt+ArrowUp");
        await page.getByRole("status").getByText("“Writing and translation” was moved.").waitFor();
        await page.locator(".category:focus", { hasText: "Writing and translation" }).waitFor();
        await page.keyboard.press("Alt+ArrowRight");
        await page.locator(".category-tree ul .category:focus", { hasText: "Writing" }).waitFor();
        await page.keyboard.press("Alt+ArrowLeft");
        await page.locator(".category-tree > li > .category:focus", { hasText: "Writing" }).waitFor();
        const tops = (await connect().gigs.listCategories({})).items.filter(({ depth }) => depth === 1);
        assert.deepEqual(
          tops.slice(0, 3).map(({ slug }) => slug),
          ["design", "writing", "programming"],
        );
        await page.getByRole("button", { name: "Change: Voice-over" }).click();
        await dialogOf(page).getByLabel("Name in English").fill("Voices");
        await confirm(page, "Save");
        await page.getByRole("button", { name: "Archive: Voices" }).click();
        await confirm(page, "Archive");
        await page.getByRole("group", { name: "Voices" }).getByText("Archived", { exact: true }).waitFor();
      }));

    test("a level is added, moved below the others by its button, and taken away", () =>
      visit(opened().browser, {}, async ({ page }) => {
        await enterOffice(opened().demo, page);
        await section(page, "Gigs");
        await page.getByRole("link", { name: "Levels and badges" }).click();
        await page.getByRole("button", { name: "Add a level" }).click();
        await dialogOf(page).getByLabel("Name in English").fill("Newcomer");
        await dialogOf(page).getByRole("button", { name: "Save" }).click();
        await dialogOf(page).getByText("Say at least one thing it takes.").waitFor();
        await dialogOf(page).getByLabel("Average rating, at least").fill("6");
        await dialogOf(page).getByRole("button", { name: "Save" }).click();
        await dialogOf(page).getByText("Write a number from 1 to 5.").waitFor();
        await dialogOf(page).getByLabel("Average rating, at least").fill("4.2");
        await confirm(page, "Save");
        await page.getByRole("status").getByText("Saved.").waitFor();
        const names = async () =>
          (await connect().gigs.listLevels({})).items.map(({ labels, needs }) => [labels.en, needs.rating]);
        assert.deepEqual((await names()).at(-1), ["Newcomer", 4.2]);
        for (let place = 3; place > 0; place--) {
          await page.getByRole("button", { name: "Move up: Newcomer" }).click();
          await page.locator(`#levels ~ ul > li:nth-child(${place})`, { hasText: "Newcomer" }).waitFor();
        }
        await page.locator("li", { hasText: "Newcomer" }).getByText("rating ≥ 4.2").waitFor();
        await page.getByRole("button", { name: "Remove: Newcomer" }).click();
        await confirm(page, "Remove");
        await page.getByText("Newcomer").waitFor({ state: "detached" });
        assert.equal((await names()).length, 3);
        await page.getByRole("button", { name: "Change: What counts" }).click();
        await dialogOf(page).getByLabel("Days that count").fill("20");
        await dialogOf(page).getByRole("button", { name: "Save" }).click();
        await dialogOf(page).getByText("Write a whole number from 30 to 1095.").waitFor();
        await dialogOf(page).getByLabel("Days that count").fill("180");
        await confirm(page, "Save");
        await page.locator(".facts").getByText("180").waitFor();
      }));

    test("a gig is suspended with a reason, which its seller reads, and approved again", async () => {
      const { id: sellerId } = await connect().identity.createMember({
        email: "sven@gigs.example",
        name: "Sven Seller",
        emailVerified: true,
        roles: ["seller"],
      });
      const [category] = (await connect().gigs.createDefaultCategories({})).items;
      const seller = connect(sellerId).gigs;
      const { id } = await seller.createGig({
        title: "A logo drawn by hand",
        description: "Three drafts of a logo, drawn by hand and delivered as vectors.",
        categoryId: category?.id ?? null,
      });
      const basic = { tier: "basic", title: "One draft", amountMinor: 19_900, deliveryDays: 3 } as const;
      await seller.createPackage({ gigId: id, ...basic });
      await seller.publishGig({ id });
      await visit(opened().browser, {}, async ({ page }) => {
        await enterOffice(opened().demo, page);
        await section(page, "Gigs");
        await page.getByRole("link", { name: "A logo drawn by hand" }).click();
        await page.getByRole("button", { name: "Suspend" }).click();
        await dialogOf(page).getByLabel("Reason").fill("As the journey says");
        await confirm(page, "Suspend");
        await page.locator(".chip", { hasText: "Suspended" }).waitFor();
        const seen = await seller.getSellerGig({ id });
        assert.deepEqual([seen.moderation, seen.moderationReason], ["suspended", "As the journey says"]);
        await page.getByRole("button", { name: "Approve" }).click();
        await confirm(page, "Approve");
        await page.locator(".chip", { hasText: "Approved" }).waitFor();
      });
    });
  });
}
