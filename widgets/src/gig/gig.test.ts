import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { member, session } from "../../test/coach.ts";
import { assertAccessible } from "../../test/accessible.ts";
import { type Answers } from "../../test/fake-api.ts";
import { gigOrder, gigReviews, givenReview, logoGig, market, plainGig } from "../../test/gigs.ts";
import { looksWell } from "../../test/looks.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { featuresOf, sumOf } from "./choice.ts";
import { TesseraGig } from "./gig.ts";

const opened = async (answers: Answers = {}, { attributes, ...options }: StageOptions = {}) => {
  const set = await stage("tessera-gig", {
    answers: { ...market, ...answers },
    attributes: { gig: logoGig.id, ...attributes },
    ...options,
  });
  await set.until(() => set.find(".order"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const text = (set: Set, selector: string) => set.find(selector).textContent?.replaceAll(/\s+/g, " ").trim();
const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement?.id;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);

describe("what a choice costs", () => {
  const [basic, , premium] = logoGig.packages;
  const [sooner, animated] = logoGig.extras.map(({ id }) => id);
  const cases = [
    ["a package alone", basic, [], 19_900, 3],
    ["with an extra", basic, [sooner], 29_800, 3],
    ["with an extra that takes days", premium, [sooner, animated], 169_700, 14],
    ["with an extra of another gig", basic, ["0195a000-0000-7000-8000-000000000fff"], 19_900, 3],
  ] as const;
  for (const [title, chosen, extraIds, totalMinor, days] of cases)
    it(title, () => {
      assert.isDefined(chosen);
      const ids = extraIds.flatMap((id) => id ?? []);
      if (chosen) assert.deepEqual(sumOf(logoGig, { package: chosen, extraIds: ids }), { totalMinor, days });
    });

  it("every feature stands once in the comparison", () =>
    assert.deepEqual(featuresOf(logoGig.packages), ["Vector file", "Colours and fonts", "Brand guide"]));
});

describe("<tessera-gig>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("shows what decides: title, seller, rating, category, packages, what will be asked", async () => {
    const set = await opened();
    assert.instanceOf(set.widget, TesseraGig);
    assert.equal(set.widget.state, "ready");
    for (const part of [
      "A logo drawn by hand",
      "Mara Lindqvist",
      "4.7",
      "Logos and brands",
      "What is your company called?",
      "Continue for CN¥199",
    ])
      assert.include(set.text(), part);
    await assertAccessible(set.widget);
  });

  it("shows the seller's level and badges in the reader's language, in English where there is none, or nothing", async () => {
    const chinese = await opened({}, { locale: "zh-CN" });
    assert.deepEqual(
      chinese.all(".honours li").map(({ innerText }) => innerText.trim()),
      ["二级卖家", "准时交付", "Friend of the house"],
    );
    const plain = await opened({}, { attributes: { gig: plainGig.id } });
    assert.isEmpty(plain.all(".honours"));
  });

  it("tells once that a search led to it, and nothing of a search that led to another", async () => {
    const id = "0195a000-0000-7000-8000-0000000000b1";
    const ledTo = (openedId: string) =>
      opened({}, { before: ({ keep }) => keep.write("searched", { id, openedId }) });
    const set = await ledTo(logoGig.id);
    await set.until(() => callsOf(set, "insights.noteOpened").length === 1);
    assert.deepEqual(callsOf(set, "insights.noteOpened")[0]?.input, { id, openedId: logoGig.id });
    const other = await ledTo(plainGig.id);
    await other.until(() => callsOf(other, "gigs.viewGig").length === 1);
    assert.isEmpty(callsOf(other, "insights.noteOpened"));
  });

  describe("similar gigs", () => {
    it("stand below, and open here", async () => {
      const set = await opened();
      await set.until(() => set.find("#similar"));
      const told: unknown[] = [];
      set.widget.addEventListener("tessera-gig-opened", ({ detail }) => told.push(detail));
      await assertAccessible(set.widget);
      set.find(`.similar [data-gig="${plainGig.id}"] .name button`).focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("h2").innerText.includes(plainGig.title));
      assert.deepEqual(told, [{ gigId: plainGig.id }]);
      await set.until(() => set.widget.shadowRoot?.activeElement?.hasAttribute("data-heading"));
    });

    it("open on the page's own address, unless the page says no", async () => {
      const set = await opened({}, { attributes: { "gig-href": "/gigs/{id}" } });
      await set.until(() => set.find("#similar"));
      const link = set.find(`.similar [data-gig="${plainGig.id}"] a`);
      assert.isTrue(link instanceof HTMLAnchorElement && link.href.endsWith(`/gigs/${plainGig.id}`));
      set.widget.addEventListener("tessera-before-gig-open", (event) => event.preventDefault());
      link.click();
      assert.include(set.text(), logoGig.title);
    });

    it("that cannot be loaded, or are none, are left out", async () => {
      const failing = await opened({ "gigs.listSimilarGigs": () => "down" });
      await failing.until(() => callsOf(failing, "gigs.listSimilarGigs").length > 0);
      assert.isEmpty(failing.all(".similar"));
      assert.equal(failing.widget.getAttribute("state"), "ready");
    });
  });

  describe("reviews", () => {
    const shown = async (answers: Answers = {}, options: StageOptions = {}) => {
      const set = await opened(answers, options);
      await set.until(() => set.all(".bars").length === 2);
      return set;
    };
    const asMember: StageOptions = { before: (page) => page.session.begin(session) };
    const isOwn: Answers = {
      "gigs.getGig": () => ({ ...logoGig, seller: { ...logoGig.seller, id: member.id } }),
    };

    it("add up by stars and by what the site rates, and are read with their replies", async () => {
      const set = await shown();
      const [stars, dimensions] = set.all(".bars").map(({ innerText }) => innerText.replaceAll(/\s+/g, " "));
      assert.equal(stars?.trim(), "5 stars 2 4 stars 0 3 stars 0 2 stars 0 1 star 0");
      assert.include(dimensions, "Communication");
      assert.include(dimensions, "As described");
      assert.notInclude(dimensions, "of_old");
      const [first, second] = set.all(".review").map(({ innerText }) => innerText);
      for (const part of ["Ann B.", "Just as drawn", "Reply of Mara Lindqvist", "It was a pleasure."])
        assert.include(first, part);
      for (const part of ["Somebody who has left", "No words, only the rating."])
        assert.include(second, part);
      assert.isEmpty(set.all("[data-report], [data-reply]"));
      await assertAccessible(set.widget);
    });

    it("older ones are shown below", async () => {
      const [review] = gigReviews.items;
      const set = await shown({
        "reviews.listReviews": ({ cursor }) =>
          cursor && review
            ? { ...gigReviews, items: [{ ...review, text: "An older one." }] }
            : { ...gigReviews, nextCursor: "older" },
      });
      set.find(".more-reviews").click();
      await set.until(() => set.text().includes("An older one."));
      assert.lengthOf(set.all(".review"), 3);
      assert.isEmpty(set.all(".more-reviews"));
    });

    it("a member reports one, and is told", async () => {
      const set = await shown(
        { "safety.createReport": () => ({ id: member.id, createdAt: "2026-03-01T10:00:00.000Z" }) },
        asMember,
      );
      await set.until(() => set.find("[data-report]"));
      set.find("[data-report]").click();
      await set.until(() => set.find("dialog[open] select"));
      await assertAccessible(set.widget);
      set.find("dialog [data-do=confirm]").click();
      await set.until(() => set.find("[data-reported]"));
      const { input } = callsOf(set, "safety.createReport")[0] ?? {};
      const { subjectKind, subjectId } = (input ?? {}) as Record<string, string>;
      assert.deepEqual([subjectKind, subjectId], ["review", gigReviews.items[0]?.id]);
    });

    it("the seller replies once in public; a refusal keeps the words", async () => {
      let isRefused = true;
      const set = await shown(
        {
          ...isOwn,
          "reviews.replyToReview": () =>
            isRefused
              ? { status: 409, code: "reviews.already_replied", message: "You have replied already." }
              : givenReview,
          "reviews.listReviews": () => ({
            ...gigReviews,
            items: gigReviews.items.map((each) =>
              isRefused
                ? each
                : { ...each, reply: { text: "Thank you!", repliedAt: "2026-03-01T10:00:00.000Z" } },
            ),
          }),
        },
        asMember,
      );
      assert.isEmpty(set.all("[data-report]"));
      assert.include(set.text(), "Your reply");
      assert.lengthOf(set.all("[data-reply]"), 1);
      set.find("[data-reply]").click();
      await set.until(() => set.find(".reply-form textarea"));
      await assertAccessible(set.widget);
      const field = set.find(".reply-form textarea");
      if (field instanceof HTMLTextAreaElement) field.value = " Thank you! ";
      set.find(".reply-form .primary").click();
      await set.until(() => set.find(".reply-form .notice.bad"));
      isRefused = false;
      set.find(".reply-form .primary").click();
      await set.until(() => set.all(".reply-form").length === 0 && set.text().includes("Thank you!"));
      assert.deepEqual(callsOf(set, "reviews.replyToReview")[1]?.input, {
        id: gigReviews.items[1]?.id,
        text: "Thank you!",
      });
    });

    it("that cannot be loaded leave the gig whole; without any, or on a site without them, nothing is said", async () => {
      const failing = await opened({
        "reviews.listReviews": () => ({ status: 400, code: "request.malformed", message: "No reviews now." }),
      });
      await failing.until(() => failing.text().includes("No reviews now."));
      assert.equal(failing.widget.getAttribute("state"), "ready");
      const plain = await opened({}, { attributes: { gig: plainGig.id } });
      assert.isEmpty(plain.all(".reviewing"));
      assert.isEmpty(callsOf(plain, "reviews.listReviews"));
    });
  });

  it("is read by a public GET, and counted as seen once", async () => {
    const set = await opened();
    await set.until(() => callsOf(set, "gigs.viewGig").length === 1);
    assert.deepEqual(callsOf(set, "gigs.viewGig")[0]?.input, { id: logoGig.id });
    assert.notProperty(callsOf(set, "gigs.getGig")[0]?.headers, "authorization");
  });

  it("is shown although nobody counts it", async () => {
    const set = await opened({ "gigs.viewGig": () => "down" });
    await set.until(() => callsOf(set, "gigs.viewGig").length > 0);
    assert.equal(set.widget.getAttribute("state"), "ready");
  });

  it("calls the category in the reader's language", async () => {
    assert.include((await opened({}, { locale: "zh-CN" })).text(), "标志与品牌设计");
    assert.include((await opened({}, { locale: "ar" })).text(), "الشعارات والهويات");
  });

  it("leads to the seller where the page has an address for it", async () => {
    const set = await opened({}, { attributes: { "seller-href": "/sellers/{id}" } });
    const link = set.find(".seller a");
    assert.isTrue(link instanceof HTMLAnchorElement && link.href.endsWith(`/sellers/${logoGig.seller.id}`));
    assert.isEmpty((await opened()).all(".seller a"));
  });

  describe("packages", () => {
    it("are turned to with the arrows, and say their own price and time", async () => {
      const set = await opened();
      set.find("#tab-basic").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => focused(set) === "tab-standard");
      assert.equal(text(set, ".order"), "Continue for CN¥499");
      assert.include(text(set, ".package"), "Delivered within 5 days");
      await sendKeys({ press: "End" });
      await set.until(() => focused(set) === "tab-premium");
      assert.include(text(set, ".package"), "Unlimited changes");
    });

    it("with extras sum up", async () => {
      const set = await opened();
      const [, animated] = set.all(".extra input");
      animated?.click();
      await set.until(() => text(set, ".order") === "Continue for CN¥498");
      assert.equal(text(set, ".sum div:first-child dd"), "7 days");
      animated?.click();
      await set.until(() => text(set, ".order") === "Continue for CN¥199");
    });

    it("are compared side by side where there is room, and a single one is not", async () => {
      const set = await opened();
      set.widget.style.inlineSize = "900px";
      assert.equal(getComputedStyle(set.find(".compare")).display, "table");
      assert.lengthOf(set.all(".compare tbody tr"), 6);
      set.widget.style.inlineSize = "320px";
      assert.equal(getComputedStyle(set.find(".compare")).display, "none");
      const plain = await opened({}, { attributes: { gig: plainGig.id } });
      assert.isEmpty(plain.all(".compare, [role=tablist]"));
    });
  });

  describe("going on", () => {
    it("tells the page what was chosen, and counts it", async () => {
      const set = await opened();
      const told: unknown[] = [];
      set.widget.addEventListener("tessera-gig-chosen", ({ detail }) => told.push(detail));
      set.find("#tab-standard").click();
      await set.until(() => text(set, ".order") === "Continue for CN¥499");
      set.find(".extra input").click();
      await set.until(() => text(set, ".order") === "Continue for CN¥598");
      set.find(".order").click();
      assert.deepEqual(told, [
        {
          gigId: logoGig.id,
          packageId: logoGig.packages[1]?.id,
          extraIds: [logoGig.extras[0]?.id],
          totalMinor: 59_800,
          currency: "CNY",
        },
      ]);
      await set.until(() => callsOf(set, "gigs.clickGig").length === 1);
    });

    it("is stopped by the page", async () => {
      const set = await opened();
      let told = 0;
      set.widget.addEventListener("tessera-before-gig-order", (event) => event.preventDefault());
      set.widget.addEventListener("tessera-gig-chosen", () => (told += 1));
      set.find(".order").click();
      assert.equal(told, 0);
      assert.isEmpty(callsOf(set, "gigs.clickGig"));
    });
  });

  describe("ordering", () => {
    const ordering = async (answers: Answers = {}, options: StageOptions = {}) => {
      const set = await opened(answers, { before: (page) => page.session.begin(session), ...options });
      set.find(".extra input").click();
      await set.until(() => text(set, ".order") === "Continue for CN¥298");
      set.find(".order").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find(".ordering"));
      return set;
    };

    it("says once more what is ordered, and places it for a member with one press", async () => {
      const set = await ordering();
      const placed: unknown[] = [];
      set.widget.addEventListener("tessera-order-placed", ({ detail }) => placed.push(detail));
      assert.equal(text(set, ".ordering .total dd"), "CN¥298");
      set.find(".place").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("tessera-checkout").getAttribute("order") === gigOrder.id);
      const { pageUrl, ...sent } = callsOf(set, "gigs.placeGigOrder")[0]?.input ?? {};
      assert.equal(pageUrl, location.href);
      assert.deepEqual(sent, {
        gigId: logoGig.id,
        items: [{ packageId: logoGig.packages[0]?.id, extraIds: [logoGig.extras[0]?.id] }],
        utm: {},
      });
      assert.deepEqual(placed, [{ orderId: gigOrder.id, totalMinor: 19_900, currency: "CNY" }]);
      assert.notInclude(JSON.stringify(sessionStorage), "Ada");
      await assertAccessible(set.widget);
    });

    it("begins with a name and an e-mail address for somebody unknown, and goes on by itself after the code", async () => {
      const set = await ordering({}, { before: () => undefined });
      await set.until(() => set.find("#email"));
      for (const [field, value] of [
        ["#name", "Ada Byron"],
        ["#email", "ada@example.com"],
      ] as const)
        Object.assign(set.find(field), { value });
      await sendKeys({ press: "Tab" });
      set.find("form button").click();
      await set.until(() => set.find("#code"));
      Object.assign(set.find("#code"), { value: "123456" });
      set.find("form button").click();
      await set.until(() => set.find("tessera-checkout"));
      assert.lengthOf(callsOf(set, "gigs.placeGigOrder"), 1);
    });

    it("is done once the order is paid, and the way back leads to the gig", async () => {
      const set = await ordering();
      set.find(".place").click();
      await set.until(() => set.find("tessera-checkout"));
      // What the checkout tells its page; the two widgets know no more of each other.
      set.find("tessera-checkout").dispatchEvent(new CustomEvent("tessera-order-paid"));
      await set.until(() => set.widget.getAttribute("state") === "done");
      assert.include(set.text(), "Thank you, the order is placed");
      set.find(".back").click();
      await set.until(() => set.find(".chooser"));
      assert.equal(set.widget.getAttribute("state"), "ready");
    });

    it("says why it was refused, and the choice can be changed", async () => {
      const set = await ordering({
        "gigs.placeGigOrder": () => ({
          status: 404,
          code: "request.not_found",
          message: "This does not exist.",
        }),
      });
      set.find(".place").click();
      await set.until(() => set.find(".notice.bad"));
      await assertAccessible(set.widget);
      set.find(".back").click();
      await set.until(() => set.find(".chooser"));
      assert.equal(text(set, ".order"), "Continue for CN¥298");
    });
  });

  describe("the gallery", () => {
    it("is walked with the arrows, round and round, and says where one is", async () => {
      const set = await opened();
      set.find("#thumb-0").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => focused(set) === "thumb-1");
      assert.equal(text(set, "[role=status]"), "2 of 3: draft-2.png");
      await sendKeys({ press: "End" });
      await set.until(() => focused(set) === "thumb-2");
      const link = set.find(".document");
      assert.equal(link.getAttribute("href"), "https://api.test/f/guide.pdf");
      assert.equal(link.getAttribute("rel"), "noopener");
      await assertAccessible(set.widget);
      set.find(".turn.after").click();
      await set.until(() => set.find("#thumb-0").getAttribute("aria-pressed") === "true");
    });

    it("follows the text: in Arabic the left arrow goes on", async () => {
      const set = await opened({}, { locale: "ar" });
      set.find("#thumb-0").focus();
      await sendKeys({ press: "ArrowLeft" });
      await set.until(() => focused(set) === "thumb-1");
    });

    it("is left out by a gig that shows nothing", async () => {
      const set = await opened({}, { attributes: { gig: plainGig.id } });
      assert.isEmpty(set.all(".gallery, .requirements, .faq, .extras"));
      await assertAccessible(set.widget);
    });
  });

  it("begins anew when the page shows another gig in it", async () => {
    const set = await opened();
    set.find("#tab-premium").click();
    await set.until(() => text(set, ".order") === "Continue for CN¥1,299");
    set.widget.setAttribute("gig", plainGig.id);
    await set.until(() => text(set, ".order") === "Continue for CN¥300");
    assert.include(set.text(), plainGig.title);
  });

  it("says that it is gone", async () => {
    const set = await stage("tessera-gig", { answers: market, attributes: { gig: plainGig.seller.id } });
    await set.until(() => set.widget.getAttribute("state") === "empty");
    assert.include(set.text(), "This gig is not offered any more.");
  });

  it("goes on by itself when the connection is back", async () => {
    const attributes = { gig: logoGig.id };
    const set = await stage("tessera-gig", {
      answers: { ...market, "gigs.getGig": () => "down" },
      attributes,
    });
    await assertGoesOn(set, { "gigs.getGig": () => logoGig }, ".order");
  });

  looksWell(async (look) => {
    const set = await opened();
    await look(set);
    set.find("#thumb-2").click();
    set.find("#tab-premium").click();
    await set.until(() => set.find(".document"));
    await look(set);
  });
});
