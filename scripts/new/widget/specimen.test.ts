import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { offer, site } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraSpecimen } from "./specimen.ts";

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-specimen", { answers, ...options });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("li button"));
  return set;
};

describe("<tessera-specimen>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  it("lists what is offered, how long it takes and what it costs", async () => {
    const set = await ready();
    assert.instanceOf(set.widget, TesseraSpecimen);
    for (const part of [offer.title, "50 min", "€90"]) assert.include(set.text(), part);
    assert.equal(set.widget.getAttribute("state"), "ready");
    await assertAccessible(set.widget);
  });

  it("asks for one host's sessions where the page names one", async () => {
    const asked: unknown[] = [];
    const listOffers: Answers["scheduling.listOffers"] = ({ hostIds }) => {
      asked.push(hostIds);
      return { items: [offer], nextCursor: null };
    };
    await ready({ "scheduling.listOffers": listOffers }, { attributes: { host: offer.hostId } });
    assert.deepEqual(asked.flat(), [offer.hostId]);
  });

  it("is done with the keyboard alone, and tells the page", async () => {
    const set = await ready();
    const told: unknown[] = [];
    set.widget.addEventListener("tessera-specimen-chosen", ({ detail }) => told.push(detail));
    set.find("li button").focus();
    await sendKeys({ press: "Enter" });
    await set.until(() => set.widget.getAttribute("state") === "done");
    assert.deepEqual(told, [{ offerId: offer.id }]);
    assert.equal(set.find("li button").getAttribute("aria-pressed"), "true");
    assert.include(set.find("[role=status]").textContent, `You chose ${offer.title}.`);
    await assertAccessible(set.widget);
  });

  it("stays when the page says no", async () => {
    const set = await ready();
    set.widget.addEventListener("tessera-before-specimen-choose", (event) => event.preventDefault());
    set.find("li button").click();
    assert.equal(set.widget.state, "ready");
  });

  describe("state", () => {
    it("empty says so", async () => {
      const set = await opened({ "scheduling.listOffers": () => ({ items: [], nextCursor: null }) });
      await set.until(() => set.widget.state === "empty");
      assert.include(set.text(), "There is nothing to choose from");
      await assertAccessible(set.widget);
    });

    it("loading shows the outline", async () => {
      const set = await opened({ "scheduling.listOffers": () => "never" });
      assert.isNotEmpty(set.all(".skeleton"));
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("unlicensed says that it is not offered", async () => {
      const set = await opened({ "tenancy.getSite": () => ({ ...site, modules: ["core"] }) });
      await set.until(() => set.widget.getAttribute("state") === "unlicensed");
      await assertAccessible(set.widget);
    });

    it("error can be tried again", async () => {
      const set = await opened({
        "scheduling.listOffers": () => ({ status: 500, code: "request.internal" }),
      });
      await set.until(() => set.widget.state === "error");
      await assertAccessible(set.widget);
      set.api.answers = {
        ...set.api.answers,
        "scheduling.listOffers": () => ({ items: [offer], nextCursor: null }),
      };
      set.find("[role=alert] button").click();
      await set.until(() => set.find("li button"));
    }).timeout(20_000);
  });

  for (const [locale, words] of [
    ["zh-CN", "选择"],
    ["ar", "اختر"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready({}, { locale });
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
