import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { member, offer, present, session, site } from "../../test/coach.ts";
import { type Answers, type InputOf } from "../../test/fake-api.ts";
import { looksWell } from "../../test/looks.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { crowd, facets, listing, mara, people, review, reviews } from "../../test/people.ts";
import { assertOpenAfterPaying } from "../../test/returning.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraPeople } from "./people.ts";

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-people", { answers: { ...listing, ...answers }, ...options });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-person]"));
  return set;
};

/** The widget as the page of one person shows it. */
const profile = async (answers?: Answers, { attributes, ...options }: StageOptions = {}) => {
  const set = await opened(answers, { ...options, attributes: { person: mara.id, ...attributes } });
  await set.until(() => set.find(".offer") && set.find(".review"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const element = ({ widget }: Set): TesseraPeople => {
  if (!(widget instanceof TesseraPeople)) throw new Error("This is another widget.");
  return widget;
};
const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const asked = (set: Set) => callsOf(set, "people.listPeople").at(-1)?.input;
const told = (set: Set) => {
  const names: string[] = [];
  for (const name of [
    "tessera-before-person-open",
    "tessera-person-opened",
    "tessera-before-booking-open",
    "tessera-booking-opened",
  ] as const)
    set.widget.addEventListener(name, ({ detail }) => names.push(`${name} ${detail.personId}`));
  return names;
};
const choose = (set: Set, selector: string, value: string) => {
  const field = set.find(selector);
  if (!(field instanceof HTMLSelectElement) && !(field instanceof HTMLInputElement))
    throw new Error(selector);
  field.value = value;
  field.dispatchEvent(new Event(field.type === "search" ? "input" : "change", { bubbles: true }));
};
const text = (set: Set, selector: string) => set.find(selector).textContent?.replaceAll(/\s+/g, " ").trim();

describe("<tessera-people>", () => {
  const { href } = location;
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", href);
  });

  describe("the list", () => {
    it("shows everybody with what decides: languages, price, rating with its reviews", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraPeople);
      assert.equal(set.widget.state, "ready");
      const [first, second, third] = set.all("[data-person]").map(({ innerText }) => innerText);
      for (const part of ["Mara Lindqvist", "English, Swedish", "From €90", "4.8", "31 reviews"])
        assert.include(first, part);
      for (const part of ["Free of charge", "Arabic, English", "5.0", "1 review"])
        assert.include(second, part);
      assert.include(third, "No reviews yet");
      assert.include(set.text(), "3 people");
      assert.equal(set.find(".rating").getAttribute("aria-label"), "Rated 4.8 of 5 in 31 reviews");
      assert.deepEqual(
        set.all(".photo text").map(({ textContent }) => textContent),
        ["ML", "عح", "林"],
      );
      await assertAccessible(set.widget);
    });

    it("shows the photo over the initials, and the initials again when it does not come", async () => {
      const photoUrl = "https://api.test/pictures/a/b/320.webp";
      const set = await ready({
        "people.listPeople": () => ({ items: [{ ...mara, photoUrl }], nextCursor: null, total: 1 }),
      });
      const picture = set.find(".photo img");
      assert.include(picture.getAttribute("srcset"), "https://api.test/pictures/a/b/96.webp 96w");
      await set.until(() => picture.classList.contains("missing"));
      assert.equal(text(set, ".photo text"), "ML");
      await assertAccessible(set.widget);
    });

    it("shows more below, twenty at a time, and says how many there are", async () => {
      const set = await ready({
        "people.listPeople": ({ cursor }) =>
          cursor === "next"
            ? { items: [mara], nextCursor: null, total: 21 }
            : { items: [...crowd], nextCursor: "next", total: 21 },
      });
      assert.include(set.text(), "21 people");
      set.find(".more").click();
      await set.until(() => set.all("[data-person]").length === 21);
      assert.isEmpty(set.all(".more"));
    });

    it("says why more could not be shown, and keeps what is there", async () => {
      const set = await ready({
        "people.listPeople": ({ cursor }) =>
          cursor
            ? { status: 400, code: "request.invalid_input", message: "This cursor is not valid here." }
            : { items: [...crowd], nextCursor: "next", total: 21 },
      });
      set.find(".more").click();
      await set.until(() => set.text().includes("This cursor is not valid here."));
      assert.lengthOf(set.all("[data-person]"), 20);
      await assertAccessible(set.widget);
    });
  });

  describe("filters", () => {
    const choices: readonly (readonly [
      selector: string,
      value: string,
      input: Partial<Record<keyof InputOf<"people.listPeople">, string>>,
      attribute: string,
    ])[] = [
      ["#language", "sv", { language: "sv" }, "language"],
      ["#country", "AE", { country: "AE" }, "country"],
      ["#topic", "Career change", { expertise: "Career change" }, "expertise"],
      ["#rating", "4.5", { minRating: "4.5" }, "min-rating"],
      ["#price", "95", { maxAmountMinor: "9500", currency: "EUR" }, "max-price"],
      ["#sort", "newest", { sort: "newest" }, "sort"],
      ["#sort", "price", { sort: "price", currency: "EUR" }, "sort"],
      ["#search", "mara", { search: "mara" }, "search"],
    ];
    for (const [selector, value, input, attribute] of choices) {
      it(`${selector} ${value} narrows the list and stands in the attribute`, async () => {
        const set = await ready();
        await set.until(() => set.all("#language option").length > 1);
        choose(set, selector, value);
        await set.until(() => callsOf(set, "people.listPeople").length === 2);
        assert.deepEqual(asked(set), input);
        assert.equal(set.widget.getAttribute(attribute), value);
        await set.until(() => set.find("[data-person]"));
        await set.until(() => text(set, "[role=status]") === "3 people");
        await assertAccessible(set.widget);
      });
    }

    it("begin as the page's attributes say, in the reader's words", async () => {
      const attributes = { language: "tr", "max-price": "100", currency: "CNY", "min-rating": "4" };
      const set = await ready({}, { attributes });
      assert.deepEqual(asked(set), {
        language: "tr",
        minRating: "4",
        maxAmountMinor: "10000",
        currency: "CNY",
      });
      await set.until(() => set.all("#language option").length > 1);
      const language = set.find("#language");
      assert.instanceOf(language, HTMLSelectElement);
      assert.equal(language.selectedOptions[0]?.textContent, "Turkish");
    });

    it("wait until somebody has stopped typing", async () => {
      const set = await ready();
      for (const value of ["m", "ma", "mar"]) choose(set, "#search", value);
      await set.until(() => callsOf(set, "people.listPeople").length === 2);
      assert.equal(asked(set)?.["search"], "mar");
    });

    it("are folded where there is no room, and say how many are chosen", async () => {
      const set = await ready({}, { attributes: { language: "en" } });
      set.widget.style.inlineSize = "320px";
      const button = set.find(".unfold");
      assert.equal(text(set, ".unfold"), "Filters, 1 chosen");
      assert.equal(getComputedStyle(set.find(".choices")).display, "none");
      button.click();
      await set.until(() => button.getAttribute("aria-expanded") === "true");
      assert.equal(getComputedStyle(set.find(".choices")).display, "grid");
      await assertAccessible(set.widget);
    });

    it("that nobody passes say so, and are taken away by one button", async () => {
      const set = await ready({
        "people.listPeople": ({ language }) =>
          language
            ? { items: [], nextCursor: null, total: 0 }
            : { items: [...people], nextCursor: null, total: 3 },
      });
      choose(set, "#language", "zh");
      await set.until(() => set.widget.state === "empty" && set.text().includes("Nobody fits all of this."));
      await assertAccessible(set.widget);
      set.find(".results button").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.all("[data-person]").length === 3);
      assert.equal(focused(set)?.id, "search");
      assert.equal(element(set).language, "");
    });

    it("work although the choices could not be loaded", async () => {
      const set = await ready({ "people.getFacets": () => ({ status: 404, code: "request.not_found" }) });
      assert.lengthOf(set.all("#language option"), 1);
      choose(set, "#rating", "4");
      await set.until(() => asked(set)?.["minRating"] === "4");
    });

    it("mean prices in the currency the member chose, where people have prices in it", async () => {
      for (const [currency, meant] of [
        ["CNY", "CNY"],
        ["CHF", "EUR"],
      ] as const) {
        const set = await ready(
          {},
          { before: ({ session: page }) => page.begin({ ...session, member: { ...member, currency } }) },
        );
        await set.until(() => set.find("#price"));
        choose(set, "#sort", "price");
        await set.until(() => asked(set)?.["sort"] === "price");
        assert.equal(asked(set)?.["currency"], meant);
        strike();
      }
    });

    it("mean prices in the money people have prices in", async () => {
      const [, yuan] = facets.currencies;
      const set = await ready({
        "people.getFacets": () => ({ ...facets, currencies: yuan ? [yuan] : [] }),
      });
      await set.until(() => set.all(".amount option").length === 1);
      choose(set, "#price", "700");
      await set.until(() => asked(set)?.["maxAmountMinor"] === "70000");
      assert.equal(asked(set)?.["currency"], "CNY");
    });
  });

  describe("the page's address", () => {
    const attributes = { address: "" };

    it("is left alone unless the page wants it", async () => {
      const set = await ready();
      choose(set, "#language", "sv");
      await set.until(() => asked(set)?.["language"] === "sv" && set.find("[data-person]"));
      set.find(".name button").click();
      await set.until(() => set.find(".profile h2"));
      assert.equal(location.href, href);
    });

    it("keeps the filters, and another visit finds them", async () => {
      const set = await ready({}, { attributes });
      choose(set, "#language", "sv");
      choose(set, "#price", "95");
      await set.until(() => new URL(location.href).searchParams.get("price") === "95");
      assert.equal(new URL(location.href).searchParams.get("language"), "sv");
      strike();
      const again = await ready({}, { attributes });
      assert.deepEqual(asked(again), { language: "sv", maxAmountMinor: "9500", currency: "EUR" });
    });

    it("of somebody opens them; the way back leads to the list, and forward to them", async () => {
      const set = await ready({}, { attributes });
      set.find(".name button").click();
      await set.until(() => set.find(".profile h2"));
      assert.equal(new URL(location.href).searchParams.get("person"), mara.id);
      history.back();
      await set.until(() => set.find("[data-person]"));
      history.forward();
      await set.until(() => set.find(".profile h2"));
      set.find(".back").click();
      await set.until(() => set.find("[data-person]"));
      assert.isNull(new URL(location.href).searchParams.get("person"));
      assert.lengthOf(callsOf(set, "people.listPeople"), 1);
    });

    it("that holds nonsense is read as far as it makes sense", async () => {
      history.replaceState(null, "", "?price=-5&rating=x&currency=euro&sort=up&language=sv");
      const set = await ready({}, { attributes });
      assert.deepEqual(asked(set), { language: "sv" });
    });
  });

  describe("opening somebody", () => {
    it("happens in place, is told, and the keyboard goes there and back", async () => {
      const set = await ready();
      const names = told(set);
      set.find(".name button").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.matches("[data-heading]"));
      assert.deepEqual(names, [`tessera-before-person-open ${mara.id}`, `tessera-person-opened ${mara.id}`]);
      set.find(".back").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.matches(`[data-person="${mara.id}"] .name button`));
    });

    it("is left to a page that says no", async () => {
      const set = await ready();
      set.widget.addEventListener("tessera-before-person-open", (event) => event.preventDefault());
      set.find(".name button").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(set.all(".profile"));
    });

    it("follows the page's own address, and the page can stop it", async () => {
      const set = await ready({}, { attributes: { "person-href": "/coaches/{id}?from=list" } });
      const link = set.find(".name a");
      assert.equal(link.getAttribute("href"), `${location.origin}/coaches/${mara.id}?from=list`);
      const names = told(set);
      set.widget.addEventListener("tessera-before-person-open", (event) => event.preventDefault());
      link.click();
      assert.deepEqual(names, [`tessera-before-person-open ${mara.id}`]);
      await assertAccessible(set.widget);
    });

    for (const bad of ["javascript:alert('{id}')", "data:text/html,{id}", "http://[{id}"]) {
      it(`never follows ${bad}`, async () => {
        const set = await ready({}, { attributes: { "person-href": bad } });
        assert.isEmpty(set.all("[data-person] a"));
        assert.isNotEmpty(set.all(".name button"));
      });
    }
  });

  describe("a person", () => {
    it("is shown whole: about, topics, places, links, sessions, each rating and what others say", async () => {
      const set = await profile();
      for (const part of [
        "Mara Lindqvist",
        "Ten of them as a coach.",
        "Delegating",
        "English, Swedish",
        "Sweden, Germany",
        "LinkedIn",
        "Website",
        "50 minutes · €90",
        "Knowledge 4.9",
        "Communication 4.5",
        "Ann B.",
        "Mar 8, 2026",
        "Asked what nobody asks.",
        "Someone",
        "Rated without words.",
      ])
        assert.include(set.text(), part);
      assert.equal(set.widget.state, "ready");
      assert.isEmpty(set.all(".back"));
      assert.isEmpty(callsOf(set, "people.listPeople"));
      await assertAccessible(set.widget);
    });

    it("says how soon somebody usually answers, where enough people asked", async () => {
      const set = await profile();
      assert.include(set.text(), "Usually answers within 3 hours");
      const quick = await profile({ "people.getPerson": () => ({ ...mara, answerMinutes: 15 }) });
      assert.include(quick.text(), "within 15 minutes");
      const unknown = await profile({ "people.getPerson": () => ({ ...mara, answerMinutes: null }) });
      assert.notInclude(unknown.text(), "Usually answers");
    });

    it("shows no link that could do something, whatever stands in the profile", async () => {
      const socials = {
        website: "javascript:alert(1)",
        x: "data:text/html,hi",
        github: "https://github.com/mara",
      };
      const set = await profile({ "people.getPerson": () => ({ ...mara, socials }) });
      assert.deepEqual(
        set.all(".links a").map((link) => link.getAttribute("href")),
        ["https://github.com/mara"],
      );
      assert.equal(set.find(".links a").getAttribute("rel"), "noopener noreferrer nofollow");
    });

    it("shows older reviews below", async () => {
      const set = await profile({
        "reviews.listReviews": ({ cursor }) =>
          cursor
            ? { ...reviews, items: [{ ...review, text: "An older one." }], nextCursor: null }
            : { ...reviews, nextCursor: "older" },
      });
      set.find(".part > .button").click();
      await set.until(() => set.text().includes("An older one."));
      assert.lengthOf(set.all(".review"), 3);
      assert.isEmpty(set.all(".part > .button"));
    });

    it("without reviews, words or sessions says so where it matters", async () => {
      const [, , lin] = people;
      const set = await opened(
        { "scheduling.listOffers": () => ({ items: [], nextCursor: null }) },
        { attributes: { person: lin?.id ?? "" } },
      );
      await set.until(() => set.text().includes("nothing to book") && set.text().includes("No reviews yet."));
      assert.isEmpty(set.all(".book"));
      await assertAccessible(set.widget);
    });

    it("who is not listed any more is not found, in words", async () => {
      const set = await opened(
        { "people.getPerson": () => ({ status: 404, code: "request.not_found" }) },
        { attributes: { person: mara.id } },
      );
      await set.until(() => set.text().includes("This person is not listed here any more."));
      assert.equal(set.widget.getAttribute("state"), "empty");
      await assertAccessible(set.widget);
    });

    it("on a site without bookings and reviews is shown without them", async () => {
      const set = await opened(
        { "tenancy.getSite": () => ({ ...site, modules: ["core"] }) },
        { attributes: { person: mara.id } },
      );
      await set.until(() => set.find(".profile h2"));
      assert.notInclude(set.text(), "Sessions");
      assert.isEmpty(set.all(".offer, .review"));
      await assertAccessible(set.widget);
    });

    it("stays whole when sessions or reviews cannot be loaded", async () => {
      const set = await opened(
        {
          "scheduling.listOffers": () => ({
            status: 400,
            code: "request.malformed",
            message: "No sessions now.",
          }),
          "reviews.listReviews": () => ({
            status: 400,
            code: "request.malformed",
            message: "No reviews now.",
          }),
        },
        { attributes: { person: mara.id } },
      );
      await set.until(
        () => set.text().includes("No sessions now.") && set.text().includes("No reviews now."),
      );
      assert.include(set.text(), "Ten of them as a coach.");
      await assertAccessible(set.widget);
      set.api.answers = {
        ...set.api.answers,
        "scheduling.listOffers": () => ({ items: [offer], nextCursor: null }),
      };
      set.find(".side [role=alert] button").click();
      await set.until(() => set.find(".offer"));
    });
  });

  describe("blocking and reporting", () => {
    const signedIn: StageOptions["before"] = ({ session: current }) => current.begin(session);
    const block = { id: "b1", memberId: mara.id, name: mara.name, createdAt: "2026-03-09T09:00:00.000Z" };
    const open = async (answers: Answers = {}) => {
      const set = await profile(
        { "safety.createBlock": () => block, "safety.deleteBlock": () => ({}), ...answers },
        { before: signedIn },
      );
      await set.until(() => set.find(".person-menu summary"));
      return set;
    };
    const press = async (set: Set, deed: "block" | "report") => {
      set.find(".person-menu summary").click();
      await set.until(() => set.find(".person-menu[open]"));
      set.find(`[data-do=${deed}]`).click();
      await set.until(() => set.find("dialog[open]"));
    };

    it("is for members, and not on one's own profile", async () => {
      const visitor = await profile();
      assert.isEmpty(visitor.all(".person-menu"));
      strike();
      const own = await profile(
        {},
        {
          before: ({ session: current }) => current.begin({ ...session, member: { ...member, id: mara.id } }),
        },
      );
      assert.isEmpty(own.all(".person-menu"));
    });

    it("blocks after a question, says so, and takes it back", async () => {
      const set = await open();
      await assertAccessible(set.widget);
      await press(set, "block");
      await assertAccessible(set.widget);
      assert.include(set.find("dialog").innerText, "Mara Lindqvist is not told");
      set.find("[data-do=confirm]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("[data-do=unblock]"));
      assert.deepEqual(callsOf(set, "safety.createBlock")[0]?.input, { memberId: mara.id });
      assert.isEmpty(set.all("dialog"));
      await set.until(() => focused(set)?.id === "safety-outcome");
      assert.include(set.text(), "You have blocked Mara Lindqvist.");
      await assertAccessible(set.widget);
      set.find("[data-do=unblock]").click();
      await set.until(() => set.text().includes("Mara Lindqvist is no longer blocked."));
      assert.deepEqual(callsOf(set, "safety.deleteBlock")[0]?.input, { id: "b1" });
    });

    it("closes its menu with Escape and when the keyboard goes on, and nothing is sent without a yes", async () => {
      const set = await open();
      set.find(".person-menu summary").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find(".person-menu[open]"));
      await sendKeys({ press: "Escape" });
      assert.isEmpty(set.all(".person-menu[open]"));
      assert.equal(focused(set)?.localName, "summary");
      await sendKeys({ press: "Enter" });
      await sendKeys({ press: "Tab" });
      await sendKeys({ press: "Tab" });
      await sendKeys({ press: "Tab" });
      assert.isEmpty(set.all(".person-menu[open]"));
      await press(set, "block");
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      await set.until(() => focused(set)?.localName === "summary");
      assert.isEmpty(callsOf(set, "safety.createBlock"));
    });

    it("reports with a category and words; a refusal is said in the question", async () => {
      const set = await open({
        "safety.createReport": () => ({
          status: 429,
          code: "request.rate_limited",
          params: { seconds: 40 },
          message: "Too many requests. Try again in 40 seconds.",
        }),
      });
      await press(set, "report");
      await assertAccessible(set.widget);
      choose(set, "#report-category", "fraud");
      Object.assign(set.find("#report-words"), { value: " Wants money first " });
      set.find("dialog .primary").click();
      await set.until(() => set.find("dialog [role=alert]").innerText.includes("40"));
      set.api.answers = {
        ...set.api.answers,
        "safety.createReport": () => ({ id: "r1", createdAt: "2026-03-09T09:00:00.000Z" }),
      };
      set.find("dialog .primary").click();
      await set.until(() => set.text().includes("Thank you."));
      assert.deepEqual(callsOf(set, "safety.createReport").at(-1)?.input, {
        subjectKind: "profile",
        subjectId: mara.id,
        category: "fraud",
        text: "Wants money first",
      });
      assert.isEmpty(set.all("dialog"));
    });
  });

  describe("booking", () => {
    it("begins in place with everything the person offers, and ends there", async () => {
      const set = await profile();
      const names = told(set);
      set.find(".book").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("tessera-booking"));
      assert.equal(set.find("tessera-booking").getAttribute("host"), mara.id);
      await set.until(() => focused(set)?.matches(".booking [data-heading]"));
      assert.deepEqual(names, [
        `tessera-before-booking-open ${mara.id}`,
        `tessera-booking-opened ${mara.id}`,
      ]);
      await assertAccessible(set.widget);
      set.find(".head > .button").click();
      await set.until(() => set.find(".offer"));
    });

    it("of one session begins with that one", async () => {
      const set = await profile();
      const button = set.find(".offer .button");
      assert.equal(button.getAttribute("aria-label"), `Book: ${offer.title}`);
      button.click();
      await set.until(() => set.find("tessera-booking"));
      assert.equal(set.find("tessera-booking").getAttribute("offer"), offer.id);
    });

    it("follows the page's own address", async () => {
      const set = await profile({}, { attributes: { "book-href": "/coaches/{id}#book" } });
      const link = set.find(".head a.book");
      assert.equal(link.getAttribute("href"), `${location.origin}/coaches/${mara.id}#book`);
      const names = told(set);
      set.widget.addEventListener("tessera-before-booking-open", (event) => event.preventDefault());
      link.click();
      assert.deepEqual(names, [`tessera-before-booking-open ${mara.id}`]);
      assert.isEmpty(set.all("tessera-booking"));
    });

    it("is left to a page that says no", async () => {
      const set = await profile();
      set.widget.addEventListener("tessera-before-booking-open", (event) => event.preventDefault());
      set.find(".book").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(set.all("tessera-booking"));
    });

    it("is open again on the way back from the pay page, and only then", async () => {
      const tab = "tab-returning";
      await assertOpenAfterPaying({
        personId: mara.id,
        visit: () => opened({}, { tab }),
        async begin() {
          const set = await ready({}, { tab });
          set.find(".name button").click();
          await set.until(() => set.find(".book"));
          set.find(".book").click();
          return set;
        },
      });
    });
  });

  describe("state", () => {
    it("empty says so and lets the page say more", async () => {
      const set = await opened({
        "people.listPeople": () => ({ items: [], nextCursor: null, total: 0 }),
      });
      await set.until(() => set.widget.getAttribute("state") === "empty");
      assert.include(set.text(), "Nobody is listed here yet.");
      assert.exists(set.find("slot[name=empty]"));
      await assertAccessible(set.widget);
    });

    for (const [what, attributes] of [
      ["the list", {}],
      ["a person", { person: mara.id }],
    ] as const) {
      it(`loading shows the outline of ${what}, and after a while that it takes long`, async () => {
        const set = await opened(
          { "people.listPeople": () => "never", "people.getPerson": () => "never" },
          { attributes },
        );
        assert.equal(set.widget.state, "loading");
        assert.equal(set.find(".root").getAttribute("aria-busy"), "true");
        assert.isNotEmpty(set.all(".skeleton"));
        await assertAccessible(set.widget);
        await set.until(() => set.text().includes("This takes longer than usual."));
        assert.equal(set.widget.getAttribute("state"), "slow");
      }).timeout(15_000);

      it(`error of ${what} can be tried again`, async () => {
        const broken = () => ({ status: 500, code: "request.internal", message: "Something went wrong." });
        const set = await opened({ "people.listPeople": broken, "people.getPerson": broken }, { attributes });
        await set.until(() => set.widget.state === "error");
        assert.include(set.text(), "request-1");
        await assertAccessible(set.widget);
        set.api.answers = { ...set.api.answers, ...listing };
        set.find("[role=alert] button").click();
        await set.until(() => set.text().includes("Mara Lindqvist"));
      });
    }

    it("offline goes on by itself when the connection is back", async () => {
      const set = await opened({ "people.listPeople": () => "down" });
      await assertGoesOn(set, listing, "[data-person]");
    }).timeout(20_000);

    it("stale keeps the list that was left for long and could not be loaded again", async () => {
      let at = present;
      const set = await ready({}, { now: () => at });
      set.api.answers = {
        ...set.api.answers,
        "people.listPeople": () => ({ status: 500, code: "request.internal", message: "Not now." }),
      };
      document.dispatchEvent(new Event("visibilitychange"));
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.lengthOf(callsOf(set, "people.listPeople"), 1);
      at += 600_000;
      await set.page.client.people.getFacets();
      document.dispatchEvent(new Event("visibilitychange"));
      await set.until(() => set.widget.getAttribute("state") === "stale");
      assert.include(set.text(), "Not now.");
      assert.lengthOf(set.all("[data-person]"), 3);
      await assertAccessible(set.widget);
    });

    it("refused by the site is said in its words", async () => {
      const set = await opened({
        "people.listPeople": () => ({
          status: 403,
          code: "request.origin_not_allowed",
          message: "Not on this page.",
        }),
      });
      await set.until(() => set.widget.state === "forbidden" && set.text().includes("Not on this page."));
      await assertAccessible(set.widget);
    });
  });

  for (const [locale, words, languages, answers] of [
    ["zh-CN", "31 条评价", "英语、瑞典语", "通常在3小时内回复"],
    ["ar", "31 تقييمًا", "الإنجليزية", "يرد عادةً خلال 3 ساعات"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready({}, { locale });
      await set.until(() => set.text().includes(words));
      assert.include(set.text(), languages);
      await assertAccessible(set.widget);
      set.find(".name button").click();
      await set.until(() => set.find(".review"));
      await set.until(() => set.text().includes(answers));
      await assertAccessible(set.widget);
    });
  }

  looksWell(async (look) => {
    const set = await ready();
    await look(set);
    set.find(".name button").click();
    await set.until(() => set.find(".review"));
    await look(set);
  });
});
