import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { finding, gigCards, logoGig, manyGigs, market } from "../../test/gigs.ts";
import { looksWell } from "../../test/looks.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { countOf, isLooking, noFilter, queryOf } from "./filter.ts";
import { TesseraGigs } from "./gigs.ts";

const ready = async (answers: Answers = {}, options: StageOptions = {}) => {
  const set = await stage("tessera-gigs", { answers: { ...market, ...answers }, ...options });
  await set.until(() => set.find(".list [data-gig]"));
  return set;
};

type Set = Awaited<ReturnType<typeof ready>>;

const text = (set: Set, selector: string) => set.find(selector).textContent?.replaceAll(/\s+/g, " ").trim();
const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const asked = (set: Set) => callsOf(set, "gigs.searchGigs").at(-1)?.input;
const told = (set: Set) => {
  const names: string[] = [];
  for (const name of ["tessera-before-gig-open", "tessera-gig-opened"] as const)
    set.widget.addEventListener(name, ({ detail }) => names.push(`${name} ${detail.gigId}`));
  return names;
};
const inAddress = (name: string) => new URL(location.href).searchParams.get(name);
const choose = (set: Set, selector: string, value: string) => {
  const field = set.find(selector);
  if (!(field instanceof HTMLSelectElement) && !(field instanceof HTMLInputElement))
    throw new Error(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.type === "search" ? "input" : "change", { bubbles: true }));
};

describe("what the list is asked for", () => {
  const cases = [
    ["nothing, when nothing is chosen", {}, {}],
    ["the words without the space around them", { search: " logo " }, { q: "logo" }],
    [
      "prices in minor units of the site's currency",
      { minPrice: 100, maxPrice: 250 },
      { minPrice: 10_000, maxPrice: 25_000, currency: "CNY" },
    ],
    [
      "prices in a currency without cents",
      { maxPrice: 5000, currency: "JPY" },
      { maxPrice: 5000, currency: "JPY" },
    ],
    ["an order by price, which needs a currency", { sort: "-price" }, { sort: "-price", currency: "CNY" }],
    ["a language and a tag as lists", { language: "zh", tag: "logo" }, { languages: ["zh"], tags: ["logo"] }],
    ["the level of sellers as a list", { level: "top_rated" }, { levels: ["top_rated"] }],
    ["days and stars", { maxDays: 3, minRating: 4.5 }, { maxDeliveryDays: 3, minRating: 4.5 }],
  ] as const;
  for (const [title, filter, query] of cases)
    it(title, () => assert.deepEqual(queryOf({ ...noFilter, ...filter }, "CNY"), query));

  it("an order narrows nothing, words look for something", () => {
    assert.equal(countOf({ ...noFilter, sort: "newest", search: "logo" }), 0);
    assert.isFalse(isLooking({ ...noFilter, sort: "newest", search: "  " }));
    assert.isTrue(isLooking({ ...noFilter, search: "logo" }));
    assert.isTrue(isLooking({ ...noFilter, tag: "logo" }));
  });
});

describe("<tessera-gigs>", () => {
  const { href } = location;
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", href);
  });

  describe("the list", () => {
    it("shows what decides: title, seller, rating, price, time", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraGigs);
      assert.equal(set.widget.state, "ready");
      const [first, second] = set.all(".list [data-gig]").map(({ innerText }) => innerText);
      for (const part of [
        "A logo drawn by hand",
        "Mara Lindqvist",
        "Level two",
        "4.8",
        "From CN¥199",
        "3 days",
      ])
        assert.include(first, part);
      assert.notInclude(second, "Level");
      assert.include(second, "No reviews yet");
      assert.include(set.text(), "3 gigs");
      await assertAccessible(set.widget);
    });

    it("is read by public GETs alone, and asks nothing about somebody new", async () => {
      const set = await ready();
      await set.until(() => set.find(".strip"));
      assert.isEmpty(callsOf(set, "gigs.listRecentGigs"));
      for (const { headers } of set.api.calls) assert.notProperty(headers, "tessera-visitor");
    });

    it("shows more below, and says how many there are", async () => {
      const set = await ready({
        "gigs.searchGigs": ({ cursor }) =>
          cursor
            ? { ...finding([logoGig]), total: 21 }
            : { ...finding(manyGigs), nextCursor: "next", total: 21 },
      });
      assert.include(set.text(), "21 gigs");
      set.find(".more").click();
      await set.until(() => set.all(".list [data-gig]").length === 21);
      assert.isEmpty(set.all(".more"));
    });

    it("says why more could not be shown, and keeps what is there", async () => {
      const set = await ready({
        "gigs.searchGigs": ({ cursor }) =>
          cursor
            ? { status: 400, code: "request.invalid_input", message: "This cursor is not valid here." }
            : { ...finding(manyGigs), nextCursor: "next", total: 21 },
      });
      set.find(".more").click();
      await set.until(() => set.text().includes("This cursor is not valid here."));
      assert.lengthOf(set.all(".list [data-gig]"), 20);
    });
  });

  describe("rows", () => {
    it("show what is popular, and what a member looked at", async () => {
      const set = await ready(
        { "gigs.listRecentGigs": () => ({ items: [...gigCards] }) },
        { before: (page) => page.session.begin(session) },
      );
      await set.until(() => set.find("#recent") && set.find("#trending"));
      assert.lengthOf(set.all("[aria-labelledby=recent] [data-gig]"), 3);
      await assertAccessible(set.widget);
    });

    it("show a member what they may like, without what is only popular", async () => {
      const [first, second] = gigCards;
      assert.isDefined(first);
      assert.isDefined(second);
      if (!first || !second) return;
      const set = await ready(
        {
          "gigs.listRecommendedGigs": () => ({
            items: [
              { ...second, reason: { kind: "viewed", gig: { id: first.id, title: first.title } } },
              { ...first, reason: { kind: "popular" } },
            ],
          }),
        },
        { before: (page) => page.session.begin(session) },
      );
      await set.until(() => set.find("#recommended"));
      assert.deepEqual(
        set.all("[aria-labelledby=recommended] [data-gig]").map(({ dataset }) => dataset["gig"]),
        [second.id],
      );
      assert.isEmpty(callsOf(await ready(), "gigs.listRecommendedGigs"));
    });

    it("make room for what somebody looks for", async () => {
      const set = await ready();
      await set.until(() => set.find("#trending"));
      choose(set, "#days", "7");
      await set.until(() => set.all(".strip").length === 0);
    });

    it("that fail are left out", async () => {
      const set = await ready({ "gigs.listTrendingGigs": () => ({ status: 500, code: "request.internal" }) });
      await set.until(() => callsOf(set, "gigs.listTrendingGigs").length > 0);
      assert.equal(set.widget.getAttribute("state"), "ready");
      assert.isEmpty(set.all(".row"));
    });
  });

  describe("statistics", () => {
    it("hear of words once, with what was found, and of the gig they led to", async () => {
      let kept: unknown;
      const set = await ready(
        {},
        {
          attributes: { search: "logo" },
          before: ({ keep }) => {
            kept = () => keep.read("searched");
          },
        },
      );
      await set.until(() => callsOf(set, "insights.noteSearch").length === 1);
      const [{ input: noted } = { input: {} }] = callsOf(set, "insights.noteSearch");
      const { id, ...told } = noted as Record<string, unknown>;
      assert.deepEqual(told, { kind: "gigs", text: "logo", found: 3 });
      choose(set, "#days", "7");
      await set.until(() => callsOf(set, "gigs.searchGigs").length === 2);
      set.find(".list [data-gig] .name button").click();
      assert.deepEqual(typeof kept === "function" && kept(), { id, openedId: gigCards[0]?.id });
      assert.lengthOf(callsOf(set, "insights.noteSearch"), 1);
    });

    it("hear nothing of a list without words, nor of a gig opened from it; what they refuse stops nobody", async () => {
      let kept: unknown;
      const set = await ready(
        {},
        {
          before: ({ keep }) => {
            kept = () => keep.read("searched");
          },
        },
      );
      set.find(".list [data-gig] .name button").click();
      assert.isUndefined(typeof kept === "function" ? kept() : null);
      assert.isEmpty(callsOf(set, "insights.noteSearch"));
      const failing = await ready(
        { "insights.noteSearch": () => "down" },
        { attributes: { search: "logo" } },
      );
      await failing.until(() => callsOf(failing, "insights.noteSearch").length > 0);
      assert.equal(failing.widget.getAttribute("state"), "ready");
    });
  });

  describe("filters", () => {
    const choices = [
      ["#days", "7", { maxDeliveryDays: "7" }, "max-days"],
      ["#rating", "4.5", { minRating: "4.5" }, "min-rating"],
      ["#level", "level_two", { levels: ["level_two"] }, "level"],
      ["#language", "zh", { languages: ["zh"] }, "language"],
      ["#maxPrice", "300", { maxPrice: "30000", currency: "CNY" }, "max-price"],
      ["#minPrice", "50", { minPrice: "5000", currency: "CNY" }, "min-price"],
      ["#sort", "newest", { sort: "newest" }, "sort"],
    ] as const;
    for (const [selector, value, input, attribute] of choices)
      it(`${selector} ${value} narrows the list and stands in the attribute`, async () => {
        const set = await ready();
        choose(set, selector, value);
        await set.until(() => callsOf(set, "gigs.searchGigs").length === 2);
        assert.deepEqual(asked(set), input);
        assert.equal(set.widget.getAttribute(attribute), value);
        await set.until(() => text(set, "[role=status]") === "3 gigs");
      });

    it("call the level in the reader's language, and by its name where the site has it no more", async () => {
      const set = await ready({}, { locale: "zh-CN", attributes: { level: "level_two" } });
      assert.include(text(set, "#level"), "二级卖家 (1)");
      assert.include(text(set, ".chips"), "二级卖家");
      const gone = await ready({}, { attributes: { level: "of_old" } });
      assert.include(text(gone, ".chips"), "of_old");
    });

    it("say how many gigs each choice leaves", async () => {
      const set = await ready();
      assert.include(text(set, "#days"), "Within 7 days (3)");
      assert.include(text(set, ".category"), "All categories");
    });

    it("open a branch of the tree, and go back up", async () => {
      const set = await ready();
      assert.isFalse(set.all(".category").some(({ innerText }) => innerText.includes("Illustration")));
      set.all(".category")[1]?.click();
      await set.until(() => set.find(".depth2"));
      assert.deepEqual(asked(set), { category: "design" });
      assert.include(text(set, ".category[aria-current]"), "Design");
      await assertAccessible(set.widget);
      set.all(".category")[0]?.click();
      await set.until(() => set.all(".depth2").length === 0);
      assert.deepEqual(asked(set), {});
    });

    it("are taken away one by one, or all at once", async () => {
      const set = await ready({}, { attributes: { category: "design", "max-days": "7", tag: "logo" } });
      assert.deepEqual(
        set.all(".chip").map(({ innerText }) => innerText.trim()),
        ["Design", "Within 7 days", "logo"],
      );
      set.all(".chip")[1]?.click();
      await set.until(() => set.all(".chip").length === 2);
      assert.deepEqual(asked(set), { category: "design", tags: ["logo"] });
      set.find(".clear").click();
      await set.until(() => set.all(".chip").length === 0);
      await set.until(() => Object.keys(asked(set) ?? {}).length === 0);
    });

    it("are in a drawer where there is no room, and the keyboard comes back from it", async () => {
      const set = await ready({}, { attributes: { "max-days": "7" } });
      set.widget.style.inlineSize = "320px";
      assert.equal(getComputedStyle(set.find("aside.filters")).display, "none");
      assert.equal(text(set, ".unfold"), "Filters, 1 chosen");
      set.find(".unfold").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("dialog[open] #days"));
      await assertAccessible(set.widget);
      choose(set, "dialog #rating", "4.5");
      await set.until(() => text(set, "dialog .primary") === "Show 3 gigs");
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      await set.until(() => focused(set)?.classList.contains("unfold"));
      assert.deepEqual(asked(set), { maxDeliveryDays: "7", minRating: "4.5" });
    });

    it("that no gig passes say so, show what is popular, and are taken away by one button", async () => {
      const set = await ready({
        "gigs.searchGigs": ({ maxDeliveryDays }) => (maxDeliveryDays ? finding([]) : finding()),
      });
      choose(set, "#days", "3");
      await set.until(() => set.widget.getAttribute("state") === "empty");
      assert.include(set.text(), "No gig fits all of this.");
      await set.until(() => set.find(".strip"));
      await assertAccessible(set.widget);
      set.find(".notice button").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.all(".list [data-gig]").length === 3);
      assert.equal(focused(set)?.id, "search");
    });

    it("stand in the page's address, and are found there", async () => {
      const set = await ready({}, { attributes: { address: "" } });
      choose(set, "#days", "7");
      await set.until(() => inAddress("days") === "7");
      strike();
      const again = await ready({}, { attributes: { address: "" } });
      assert.deepEqual(asked(again), { maxDeliveryDays: "7" });
    });
  });

  describe("words", () => {
    it("are searched once somebody has stopped typing, with suggestions below", async () => {
      const set = await ready();
      set.find("#search").focus();
      for (const value of ["l", "lo"]) choose(set, "#search", value);
      await set.until(() => set.find(".options li"));
      assert.lengthOf(callsOf(set, "gigs.suggestGigs"), 1);
      assert.deepEqual(asked(set), { q: "lo" });
      assert.deepEqual(
        set.all(".options bdi").map(({ textContent }) => textContent),
        ["Logos and brands", "logo", "A logo drawn by hand"],
      );
      assert.equal(set.find("#search").getAttribute("aria-expanded"), "true");
      await assertAccessible(set.widget);
    });

    it("are completed by the keyboard: down, down, Enter", async () => {
      const set = await ready();
      set.find("#search").focus();
      choose(set, "#search", "lo");
      await set.until(() => set.find(".options li"));
      await sendKeys({ press: "ArrowDown" });
      await sendKeys({ press: "ArrowDown" });
      await set.until(() => set.find("#search").getAttribute("aria-activedescendant") === "suggestion-1");
      await sendKeys({ press: "Enter" });
      await set.until(() => set.widget.getAttribute("search") === "logo");
      assert.isEmpty(set.all(".options"));
    });

    it("become a category when one is taken", async () => {
      const set = await ready();
      choose(set, "#search", "lo");
      await set.until(() => set.find(".options li"));
      set.find(".options li").click();
      await set.until(() => set.widget.getAttribute("category") === "logo-design");
      assert.deepEqual(asked(set), { category: "logo-design" });
    });

    it("stay when Escape closes the suggestions, and are searched when the field is left at once", async () => {
      const set = await ready();
      set.find("#search").focus();
      choose(set, "#search", "lo");
      await set.until(() => set.find(".options li"));
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all(".options").length === 0);
      assert.equal(set.widget.getAttribute("search"), "lo");
      choose(set, "#search", "log");
      await sendKeys({ press: "Tab" });
      await set.until(() => set.widget.getAttribute("search") === "log");
    });

    it("that find nothing say so, and what to do", async () => {
      const set = await stage("tessera-gigs", {
        answers: { ...market, "gigs.searchGigs": () => finding([]) },
        attributes: { search: "zzz" },
      });
      await set.until(() => set.text().includes("Nothing was found for “zzz”."));
      assert.equal(set.widget.getAttribute("state"), "empty");
    });
  });

  describe("a gig", () => {
    it("is shown in place, and the keyboard comes back to it", async () => {
      const set = await ready();
      const names = told(set);
      set.find(".list .name button").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("tessera-gig").getAttribute("gig") === logoGig.id);
      assert.deepEqual(names, [`tessera-before-gig-open ${logoGig.id}`, `tessera-gig-opened ${logoGig.id}`]);
      await set.until(() => focused(set)?.classList.contains("back"));
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.closest("[data-gig]")?.getAttribute("data-gig") === logoGig.id);
    });

    it("stands in the page's address, and the way back leads to the list", async () => {
      const set = await ready({}, { attributes: { address: "" } });
      set.find(".list .name button").click();
      await set.until(() => inAddress("gig") === logoGig.id);
      history.back();
      await set.until(() => set.all("tessera-gig").length === 0 && set.find(".list"));
    });

    it("is on the page's own address where there is one", async () => {
      const set = await ready({}, { attributes: { "gig-href": "/gigs/{id}" } });
      const link = set.find(".list .name a");
      assert.isTrue(link instanceof HTMLAnchorElement && link.href.endsWith(`/gigs/${logoGig.id}`));
    });

    it("is not opened when the page says no", async () => {
      const set = await ready();
      set.widget.addEventListener("tessera-before-gig-open", (event) => event.preventDefault());
      set.find(".list .name button").click();
      assert.isEmpty(set.all("tessera-gig"));
    });
  });

  it("shows what the page says when the site offers nothing yet", async () => {
    const set = await stage("tessera-gigs", {
      answers: {
        ...market,
        "gigs.searchGigs": () => finding([]),
        "gigs.listTrendingGigs": () => ({ items: [] }),
      },
    });
    await set.until(() => set.widget.getAttribute("state") === "empty");
    assert.include(set.text(), "No gigs are offered here yet.");
  });

  it("goes on by itself when the connection is back", async () => {
    const set = await stage("tessera-gigs", { answers: { ...market, "gigs.searchGigs": () => "down" } });
    await assertGoesOn(set, { "gigs.searchGigs": () => finding() }, ".list [data-gig]");
  });

  looksWell(async (look) => {
    const set = await ready({}, { attributes: { "max-days": "7" } });
    await look(set);
    set.find(".unfold").click();
    await set.until(() => set.find("dialog[open] .category"));
    await look(set);
  });
});
