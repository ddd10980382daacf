import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { holding, line, someLines } from "../../test/wallet.ts";
import { TesseraWallet } from "./wallet.ts";

const opened = (answers: Answers = holding(), options: StageOptions = {}) =>
  stage("tessera-wallet", {
    answers,
    attributes: { "time-zone": "Europe/Berlin" },
    before: (page) => page.session.begin(session),
    ...options,
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.all("[data-transaction]").length > 0);
  return set;
};

const setTo = (form: HTMLFormElement, name: string, value: string) => {
  const control = form.elements.namedItem(name);
  if (!(control instanceof HTMLSelectElement) && !(control instanceof HTMLInputElement))
    throw new Error(`There is no ${name}.`);
  control.value = value;
  control.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("<tessera-wallet>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("shows every unit: what can be spent, what is held, what is on its way, what expires", async () => {
    const set = await ready();
    assert.instanceOf(set.widget, TesseraWallet);
    assert.equal(set.widget.getAttribute("state"), "ready");
    const [credits, euros] = set.all("[data-unit]").map((each) => each.textContent ?? "");
    for (const part of ["555", "Held: 15", "Can be spent until April 3, 2026: 35"])
      assert.include(credits, part);
    for (const part of ["€128.50", "Held: €90", "On its way to your bank: €40"]) assert.include(euros, part);
    await assertAccessible(set.widget);
  });

  it("shows the history with the balance after each line", async () => {
    const set = await ready();
    const lines = set
      .all("[data-transaction]")
      .map((each) => (each.textContent ?? "").replaceAll(/\s+/g, " "));
    assert.equal(lines.length, someLines.length);
    assert.include(lines[0], "Spent");
    assert.include(lines[0], "\u221215");
    assert.include(lines[0], "Balance 555");
    assert.include(lines[2], "Spring welcome");
  });

  it("filters by type, direction, unit, dates and words", async () => {
    const set = await ready();
    const form = set.find("form.filters");
    if (!(form instanceof HTMLFormElement)) throw new Error("There is no filter.");
    const asked = () => set.api.calls.findLast(({ path }) => path === "money.listTransactions")?.input;
    const filter = async (name: string, value: string) => {
      const before = set.api.calls.length;
      setTo(form, name, value);
      await set.until(() => set.api.calls.length > before);
    };
    await filter("type", "campaign");
    await set.until(() => set.all("[data-transaction]").length === 1);
    await filter("type", "");
    await filter("direction", "out");
    await set.until(() => set.all("[data-transaction]").length === 1);
    await filter("direction", "");
    await filter("q", "spring");
    await set.until(() => set.all("[data-transaction]").length === 1);
    await filter("from", "2026-03-01");
    await filter("until", "2026-03-05");
    assert.deepEqual(asked(), {
      unit: "credits",
      q: "spring",
      from: new Date("2026-03-01T00:00:00").toISOString(),
      until: new Date("2026-03-06T00:00:00").toISOString(),
    });
    await filter("q", "nothing like it");
    await set.until(() => set.text().includes("Nothing like this was found"));
    await assertAccessible(set.widget);
  });

  it("shows more than a page on demand", async () => {
    const many = Array.from({ length: 33 }, (_, index) => line(index, index, {}));
    const set = await ready(holding({}, many));
    assert.equal(set.all("[data-transaction]").length, 20);
    set.find(".more").click();
    await set.until(() => set.all("[data-transaction]").length === 33);
    assert.equal(set.all(".more").length, 0);
  });

  it("lists what can be bought, and stays when the page says no", async () => {
    const set = await ready();
    assert.deepEqual(
      set.all(".package").map((each) => (each.textContent ?? "").replaceAll(/\s+/g, " ").trim()),
      ["100 credits Buy for $10", "500 credits Buy for $45", "1,000 credits Buy for $80"],
    );
    const told: unknown[] = [];
    set.widget.addEventListener("tessera-before-credits-buy", (event) => {
      told.push(event.detail);
      event.preventDefault();
    });
    set.find("[data-package=medium]").click();
    await set.until(() => told.length > 0);
    assert.deepEqual(told, [{ packageId: "medium" }]);
    assert.notInclude(set.api.paths, "money.buyPackage");
  });

  it("says why a package cannot be bought", async () => {
    const set = await ready({
      ...holding(),
      "money.buyPackage": () => ({ status: 409, code: "money.no_gateway", message: "No gateway." }),
    });
    set.find("[data-package=small]").click();
    await set.until(() => set.text().includes("No gateway."));
    await assertAccessible(set.widget);
  });

  it("redeems a code with the keyboard, tells the page, and shows what is there now", async () => {
    const set = await ready();
    const told: unknown[] = [];
    set.widget.addEventListener("tessera-code-redeemed", ({ detail }) => told.push(detail));
    const loads = () => set.api.paths.filter((path) => path === "money.getWallet").length;
    const before = loads();
    set.find("#code").focus();
    await sendKeys({ type: "spring" });
    await sendKeys({ press: "Enter" });
    await set.until(() => told.length > 0 && loads() > before);
    assert.deepEqual(told, [{ kind: "campaign", credits: 20 }]);
    await set.until(() => set.text().includes("Added: 20 credits."));
    await assertAccessible(set.widget);
  });

  it("shows a refused code at its field", async () => {
    const set = await ready();
    set.find("#code").focus();
    await sendKeys({ type: "winter" });
    await sendKeys({ press: "Enter" });
    await set.until(() => set.all(".wrong").length > 0);
    assert.include(set.find(".wrong").textContent, "There is no such code.");
    assert.equal(set.find("#code").getAttribute("aria-invalid"), "true");
    await assertAccessible(set.widget);
  });

  it("makes a link for others, with the code and nothing else of the address", async () => {
    const set = await ready();
    set.find("[data-deed=link]").click();
    await set.until(() => set.all("#link").length > 0);
    const field = set.find("#link");
    if (!(field instanceof HTMLInputElement)) throw new Error("There is no link.");
    assert.equal(new URL(field.value).search, "?tessera-ref=AB23CD45");
    await assertAccessible(set.widget);
  });

  it("claims the link by which a member came, once, and takes it out of the address", async () => {
    const { href } = location;
    const url = new URL(href);
    url.searchParams.set("tessera-ref", "AB23CD45");
    history.replaceState(null, "", url);
    const set = await ready();
    await set.until(() => set.text().includes("It is noted who brought you here."));
    assert.equal(location.href, href);
    const claimed = set.api.calls.filter(({ path }) => path === "money.redeemCode");
    assert.deepEqual(
      claimed.map(({ input }) => input),
      [{ code: "AB23CD45" }],
    );
  });

  it("shows news of the wallet by itself", async () => {
    const set = await ready();
    const loads = () => set.api.paths.filter((path) => path === "money.getWallet").length;
    await set.until(() => set.api.stream.size > 0);
    const before = loads();
    set.api.stream.announce("wallet.changed", { memberId: session.member.id });
    await set.until(() => loads() > before);
  });

  for (const [locale, words] of [
    ["zh-CN", "购买积分"],
    ["ar", "شراء نقاط"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready(holding(), { locale });
      await set.until(() => set.text().includes(words));
      await assertAccessible(set.widget);
    });
  }

  it("fits 320 px", async () => {
    const set = await ready();
    set.widget.style.inlineSize = "320px";
    assert.isAtMost(set.find(".root").scrollWidth, 320);
  });
});
