import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { session, site } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { looksWell } from "../../test/looks.ts";
import { fallback, match, matches, matching, unanswered } from "../../test/matches.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { mara } from "../../test/people.ts";
import { assertOpenAfterPaying } from "../../test/returning.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraMatch } from "./match.ts";

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-match", { answers: { ...matching, ...answers }, ...options });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-person]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
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
const widths = (card: HTMLElement) =>
  [...card.querySelectorAll(".bar .share")].map((share) => Number(share.getAttribute("width")));
const quizCompleted = () =>
  document.body.dispatchEvent(new CustomEvent("tessera-quiz-completed", { bubbles: true, composed: true }));

describe("<tessera-match>", () => {
  const { href } = location;
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", href);
  });

  describe("a match", () => {
    it("shows its score as the sum of its parts, in numbers, as a bar and in words", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraMatch);
      const [first] = set.all("[data-person]");
      if (!first) throw new Error("There is no match.");
      for (const part of ["Mara Lindqvist", "71.5", "The 2 people who fit your answers best"])
        assert.include(set.text(), part);
      const shown = widths(first).reduce((sum, width) => sum + width, 0);
      assert.closeTo(shown, match.score ?? 0, 0.001);
      assert.equal(
        set.find(".bar").getAttribute("aria-label"),
        "71.5 of 100, the sum of: Language 25.0, Country 0.0, Goals 22.5, Budget 15.0, Time 9.0",
      );
      const points = [...first.querySelectorAll(".reasons li:not(.total) b")]
        .slice(0, 5)
        .map((each) => Number(each.textContent));
      assert.closeTo(
        points.reduce((sum, point) => sum + point, 0),
        71.5,
        0.001,
      );
      assert.include(first.querySelector(".total")?.textContent, "71.5");
      await assertAccessible(set.widget);
    });

    it("has a reason for every factor, also for the one that adds nothing", async () => {
      const set = await ready();
      const [first] = set.all("[data-person]");
      for (const { text } of match.reasons) assert.include(first?.textContent, text);
      assert.include(first?.textContent, "Does not work in United States.");
      assert.equal(first?.querySelectorAll(".reasons .swatch").length, 5);
    });

    it("shows what moved somebody in the list, with its points, apart from the score", async () => {
      const set = await ready();
      assert.include(set.text(), "Lower in the list: 90% booked in the coming weeks.");
      assert.include(set.text(), "-4.0");
      assert.include(set.text(), "The score stays as it is.");
    });

    it("says how sure it is, in words and steps", async () => {
      const set = await ready();
      const [first, second] = set.all("[data-person]");
      assert.include(first?.textContent, "High confidence");
      assert.include(first?.textContent, "90% of what counts is known");
      assert.equal(first?.querySelectorAll(".steps .full").length, 4);
      assert.include(second?.textContent, "Fair confidence");
      assert.equal(second?.querySelectorAll(".steps .full").length, 2);
    });

    it("says of what is not known that it does not count", async () => {
      const set = await ready();
      const [, second] = set.all("[data-person]");
      assert.include(second?.textContent, "Not known, so it does not count.");
      const summary = second?.querySelector("summary");
      summary?.focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => second?.querySelector("details")?.open);
      await assertAccessible(set.widget);
    });

    it("tells the page who is shown, by id", async () => {
      const details: unknown[] = [];
      const listen = ({ detail }: HTMLElementEventMap["tessera-matches-shown"]) => details.push(detail);
      document.body.addEventListener("tessera-matches-shown", listen);
      const set = await ready();
      document.body.removeEventListener("tessera-matches-shown", listen);
      assert.deepEqual(details, [
        { source: "scored", personIds: matches.items.map(({ person }) => person.id) },
      ]);
      await set.until(() => set.find("[role=status]").textContent?.includes("who fit your answers best"));
    });
  });

  describe("a fallback", () => {
    it("says that these are the best rated, without a score, and can be tried again", async () => {
      const set = await ready({ "matching.matchPeople": () => fallback });
      assert.include(set.text(), "Here are the best rated people instead");
      assert.isEmpty(set.all(".bar"));
      assert.notInclude(set.text(), "confidence");
      assert.include(set.text(), "Rated 4.8 of 5, by 31 people.");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...matching };
      set.find(".notice button").click();
      await set.until(() => set.find(".bar"));
    });
  });

  describe("without answers", () => {
    it("asks the quiz in place, and shows the matches when it is completed", async () => {
      const set = await opened(unanswered);
      await set.until(() => set.find("tessera-profile"));
      assert.equal(set.widget.getAttribute("state"), "empty");
      assert.equal(set.find("tessera-profile").getAttribute("view"), "quiz");
      assert.include(set.text(), "Find out who fits you");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...matching };
      set
        .find("tessera-profile")
        .dispatchEvent(new CustomEvent("tessera-quiz-completed", { bubbles: true, composed: true }));
      await set.until(() => set.find("[data-person]"));
      assert.isEmpty(set.all("tessera-profile"));
    });

    it("leads to the page's own quiz", async () => {
      const set = await opened(unanswered, { attributes: { "quiz-href": "/quiz" } });
      await set.until(() => set.find(".invite a"));
      assert.equal(set.find(".invite a").getAttribute("href"), `${location.origin}/quiz`);
      assert.isEmpty(set.all("tessera-profile"));
      await assertAccessible(set.widget);
    });

    it("asks nobody about somebody the page does not know, and is as low as what it says", async () => {
      const attributes = { "quiz-href": "/quiz" };
      const set = await opened(unanswered, { attributes });
      await set.until(() => set.find(".invite a"));
      assert.isEmpty(callsOf(set, "matching.matchPeople"));
      assert.isBelow(set.widget.getBoundingClientRect().height, 300);
      const known = await opened(matching, {
        attributes,
        before: ({ keep }) => keep.write("visitor", "visitor-1"),
      });
      await known.until(() => known.find("[data-person]"));
    });

    it("never leads to a script", async () => {
      const set = await opened(unanswered, { attributes: { "quiz-href": "javascript:alert(1)" } });
      await set.until(() => set.find("tessera-profile"));
      assert.isEmpty(set.all(".invite a"));
    });

    it("follows a quiz that is completed elsewhere on the page", async () => {
      const set = await opened(unanswered, { attributes: { "quiz-href": "/quiz" } });
      await set.until(() => set.find(".invite a"));
      set.api.answers = { ...set.api.answers, ...matching };
      quizCompleted();
      await set.until(() => set.find("[data-person]"));
    });
  });

  it("lets answers be changed, and compares anew", async () => {
    const set = await ready();
    set.find(".top button").focus();
    await sendKeys({ press: "Enter" });
    await set.until(() => set.find("tessera-profile"));
    await set.until(() => focused(set)?.matches(".back"));
    set.find(".back").click();
    await set.until(() => set.find("[data-person]"));
    assert.lengthOf(callsOf(set, "matching.matchPeople"), 1);
    set.find(".top button").click();
    await set.until(() => set.find("tessera-profile"));
    quizCompleted();
    await set.until(() => callsOf(set, "matching.matchPeople").length === 2 && set.find("[data-person]"));
  });

  it("compares anew when a visitor signs in", async () => {
    const set = await ready();
    set.page.session.begin(session);
    await set.until(() => callsOf(set, "matching.matchPeople").length === 2);
  });

  describe("opening somebody", () => {
    it("happens in place, and the keyboard goes there and back", async () => {
      const set = await ready();
      const names = told(set);
      set.find(".name button").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("tessera-people"));
      assert.equal(set.find("tessera-people").getAttribute("person"), mara.id);
      assert.deepEqual(names, [`tessera-before-person-open ${mara.id}`, `tessera-person-opened ${mara.id}`]);
      await set.until(() => focused(set)?.matches(".back"));
      await assertAccessible(set.widget);
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.matches(`[data-person="${mara.id}"] .name button`));
      assert.lengthOf(callsOf(set, "matching.matchPeople"), 1);
    });

    it("follows the page's own address, and the page can stop it", async () => {
      const set = await ready({}, { attributes: { "person-href": "/coaches/{id}" } });
      const link = set.find(".name a");
      assert.equal(link.getAttribute("href"), `${location.origin}/coaches/${mara.id}`);
      const names = told(set);
      set.widget.addEventListener("tessera-before-person-open", (event) => event.preventDefault());
      link.click();
      assert.deepEqual(names, [`tessera-before-person-open ${mara.id}`]);
    });

    it("never follows a script", async () => {
      const set = await ready({}, { attributes: { "person-href": "javascript:alert('{id}')" } });
      assert.isEmpty(set.all("[data-person] a"));
    });
  });

  describe("booking", () => {
    it("begins in place and ends at the same match", async () => {
      const set = await ready();
      const names = told(set);
      const button = set.find(".book");
      assert.equal(button.getAttribute("aria-describedby"), `name-${mara.id}`);
      button.click();
      await set.until(() => set.find("tessera-booking"));
      assert.equal(set.find("tessera-booking").getAttribute("host"), mara.id);
      assert.deepEqual(names, [
        `tessera-before-booking-open ${mara.id}`,
        `tessera-booking-opened ${mara.id}`,
      ]);
      set.find(".back").click();
      await set.until(() => set.find("[data-person]"));
    });

    it("is open again on the way back from the pay page, and only then", async () => {
      const tab = "tab-match-return";
      await assertOpenAfterPaying({
        personId: mara.id,
        visit: () => opened({}, { tab }),
        async begin() {
          const set = await ready({}, { tab });
          set.find(".book").click();
          return set;
        },
      });
    });

    it("is not offered where nothing can be booked", async () => {
      const set = await ready();
      const [, second] = set.all("[data-person]");
      assert.isNull(second?.querySelector(".book") ?? null);
      const without = await ready({
        "tenancy.getSite": () => ({ ...site, modules: ["core", "matching"] }),
      });
      assert.isEmpty(without.all(".book"));
    });
  });

  describe("state", () => {
    it("loading says what is done and how long it may take, slow that it takes longer", async () => {
      const set = await opened({ "matching.matchPeople": () => "never" });
      assert.equal(set.widget.state, "loading");
      assert.include(set.text(), "This may take up to ten seconds.");
      await assertAccessible(set.widget);
      await set.until(() => set.text().includes("This takes longer than usual."));
      assert.equal(set.widget.getAttribute("state"), "slow");
      await assertAccessible(set.widget);
    }).timeout(15_000);

    it("empty says so and lets the page say more", async () => {
      const set = await opened({ "matching.matchPeople": () => ({ ...matches, items: [] }) });
      await set.until(() => set.widget.getAttribute("state") === "empty");
      assert.include(set.text(), "There is nobody to compare your answers with yet.");
      assert.exists(set.find("slot[name=empty]"));
      await assertAccessible(set.widget);
    });

    for (const [locale, words] of [
      ["en", "Matches are for people who look for a coach."],
      ["zh-CN", "匹配结果面向正在寻找教练的人"],
      ["ar", "النتائج مخصصة لمن يبحث عن مدرب"],
    ] as const) {
      it(`forbidden tells a coach why, in ${locale}`, async () => {
        const set = await opened(
          {
            "matching.matchPeople": () => ({
              status: 403,
              code: "matching.clients_only",
              message: "Matches are for people who look for a coach. Sign in as a client to see yours.",
            }),
          },
          { locale, before: ({ session: current }) => current.begin(session) },
        );
        await set.until(() => set.widget.state === "forbidden" && set.text().includes(words));
        assert.isEmpty(set.all("[role=alert] button"));
        await assertAccessible(set.widget);
      });
    }

    it("unlicensed says that the site does not offer it", async () => {
      const set = await opened({ "tenancy.getSite": () => ({ ...site, modules: ["core", "booking"] }) });
      await set.until(() => set.widget.getAttribute("state") === "unlicensed");
      await assertAccessible(set.widget);
    });

    it("error can be tried again", async () => {
      const set = await opened({
        "matching.matchPeople": () => ({
          status: 500,
          code: "request.internal",
          message: "Something went wrong.",
        }),
      });
      await set.until(() => set.widget.state === "error");
      assert.include(set.text(), "request-1");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...matching };
      set.find("[role=alert] button").click();
      await set.until(() => set.find("[data-person]"));
    });

    it("offline goes on by itself when the connection is back", async () => {
      const set = await opened({ "matching.matchPeople": () => "down" });
      await assertGoesOn(set, matching, "[data-person]");
    }).timeout(20_000);
  });

  for (const [locale, words] of [
    ["zh-CN", "可信度高"],
    ["ar", "موثوقية عالية"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready({}, { locale });
      await set.until(() => set.text().includes(words));
      await assertAccessible(set.widget);
      strike();
      const invited = await opened(unanswered, { locale, attributes: { "quiz-href": "/quiz" } });
      await invited.until(() => invited.find(".invite a"));
      await assertAccessible(invited.widget);
    });
  }

  looksWell(async (look) => look(await ready()));
});
