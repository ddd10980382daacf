import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { present, session } from "../../test/coach.ts";
import { type Answers, type InputOf, type OutputOf } from "../../test/fake-api.ts";
import { factors, wholeQuiz } from "../../test/quiz.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { type Page } from "../base/contexts.ts";
import { TesseraProfile } from "./profile.ts";

type Saved = OutputOf<"people.saveAnswers">;

const id = "0195a000-0000-7000-8000-0000000000a1";

/** An API that keeps one quiz, as the real one does: a draft when told so. */
function keeping(answers: Record<string, unknown> = {}, isComplete = false) {
  const kept: { answers: Record<string, unknown>; completedAt: string | null; version: number } = {
    answers,
    version: Object.keys(answers).length > 0 ? 1 : 0,
    completedAt: isComplete ? new Date(present).toISOString() : null,
  };
  const view = (): Saved => ({ id, ...kept });
  const api: Answers = {
    "people.getQuiz": () => ({ factors }),
    "people.getAnswers": () => (Object.keys(kept.answers).length > 0 ? view() : { ...view(), id: null }),
    "people.saveAnswers": ({ answers: sent, isDraft, version }: InputOf<"people.saveAnswers">) => {
      if (version !== kept.version) return { status: 409, code: "request.conflict" };
      kept.version += 1;
      kept.answers = sent;
      kept.completedAt = isDraft ? null : new Date(present).toISOString();
      return view();
    },
  };
  return { kept, api };
}

const opened = ({ answers, ...options }: StageOptions = {}) =>
  stage("tessera-profile", { answers: { ...keeping().api, ...answers }, ...options });

const ready = async (options: StageOptions = {}) => {
  const set = await opened(options);
  await set.until(() => set.find("[data-heading]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const told = ({ widget }: Set, name: keyof HTMLElementEventMap) => {
  const details: unknown[] = [];
  widget.addEventListener(name, (event) => details.push(event instanceof CustomEvent && event.detail));
  return details;
};
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const heading = (set: Set) => set.find("[data-heading]").innerText.trim();
const next = (set: Set) => set.find("button.primary").click();
const asked = (set: Set) => set.all("[data-question]").map(({ dataset }) => dataset["question"]);
const press = async (...keys: string[]) => {
  for (const key of keys) await sendKeys({ press: key });
};
const atStep = (set: Set, at: number) => set.until(() => heading(set).startsWith(`Step ${at} of`));

/** A page of a tab in which the visitor has begun the quiz. */
const known = ({ keep }: Page) => keep.write("visitor", "visitor-1");
const finished = async (options: StageOptions = {}) => {
  const set = await ready({ answers: keeping({ ...wholeQuiz }, true).api, before: known, ...options });
  await set.until(() => set.find("[data-change='0']"));
  return set;
};

describe("<tessera-profile view=quiz>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("a step", () => {
    it("asks what belongs together and says how far one is", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraProfile);
      assert.equal(heading(set), "Step 1 of 8");
      assert.include(set.text(), "0 of 20 questions answered");
      assert.deepEqual(asked(set), ["goal", "goalArea"]);
      await assertAccessible(set.widget);
    });

    it("asks nobody unknown for answers", async () => {
      const set = await ready();
      assert.equal(callsOf(set, "people.getAnswers").length, 0);
    });

    it("takes over what another window has answered meanwhile, and loses nothing of its own", async () => {
      const { kept, api } = keeping({ country: "DE" });
      const set = await ready({ answers: api, before: known });
      kept.answers = { country: "CH" };
      kept.version += 1;
      set.all("[data-question=goalArea] input")[1]?.click();
      await set.until(() => kept.answers["goalArea"] === "leadership");
      assert.equal(kept.answers["country"], "CH");
      set.all("[data-question=goalArea] input")[2]?.click();
      await set.until(() => kept.answers["goalArea"] !== "leadership");
      assert.equal(kept.answers["country"], "CH");
      assert.equal(callsOf(set, "people.getAnswers").length, 2);
    });

    it("that is not answered says so in place, with the keyboard on the first", async () => {
      const set = await ready();
      next(set);
      await set.until(() => set.all(".wrong").length === 2);
      assert.include(set.text(), "Write a few words.");
      assert.include(set.text(), "Choose one answer.");
      set.find("#answer-goal").focus();
      next(set);
      await set.until(() => focused(set)?.id === "answer-goal");
      assert.equal(focused(set)?.getAttribute("aria-describedby"), "goal-note");
      await assertAccessible(set.widget);
      await sendKeys({ type: "Lead well" });
      await set.until(() => set.all(".wrong").length === 1);
    });

    it("knows the time zone and the currency of the browser", async () => {
      const { timeAndMoney } = steps;
      const set = await ready({ before: atStepOf(timeAndMoney) });
      const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
      const field = await inputOf(set, "timeZone");
      assert.isTrue(field.value.startsWith(zone.replaceAll("_", " ")));
      assert.equal(set.find("[data-question=budget] select").textContent?.trim().slice(0, 3), "USD");
      await assertAccessible(set.widget);
    });

    it("asks for amounts in the currency the member chose", async () => {
      const set = await ready({
        before: (page) => {
          page.session.begin({ ...session, member: { ...session.member, currency: "CHF" } });
          atStepOf(steps.timeAndMoney)(page);
        },
      });
      await inputOf(set, "timeZone");
      assert.equal(set.find("[data-question=budget] select").textContent?.trim().slice(0, 3), "CHF");
    });

    it("finds a language by its first letters, several of them, and lets one go", async () => {
      const set = await ready({ before: atStepOf(steps.languages) });
      const box = await inputOf(set, "languages");
      box.focus();
      await sendKeys({ type: "germ" });
      await set.until(() => set.find("[role=option][aria-selected=true]").innerText.trim() === "German");
      await assertAccessible(set.widget);
      await press("Enter");
      await sendKeys({ type: "zh" });
      await press("Enter");
      await set.until(() => set.all(".chip").length === 2);
      assert.equal(heading(set), "Step 2 of 8");
      assert.include(set.text(), "Chinese added");
      await press("Backspace");
      await set.until(() => set.all(".chip").length === 1);
      await assertAccessible(set.widget);
    });

    it("takes what was found when the field is left, and nothing that is in no list", async () => {
      const set = await ready({ before: atStepOf(steps.languages) });
      const box = await inputOf(set, "country");
      box.focus();
      await sendKeys({ type: "aland" });
      await press("Tab");
      await set.until(() => box.value === "Åland Islands");
      box.focus();
      box.select();
      await sendKeys({ type: "Atlantis" });
      await set.until(() => set.text().includes("Nothing found"));
      await press("Tab");
      await set.until(() => box.value === "Åland Islands");
      box.focus();
      await press("ArrowDown");
      await set.until(() => set.find("[role=listbox]"));
      await press("Escape");
      await set.until(() => set.all("[role=listbox]").length === 0);
    });

    it("has a week that arrows walk through, and a whole row of mornings at once", async () => {
      const kept = keeping();
      const set = await ready({ answers: kept.api, before: atStepOf(steps.week) });
      await set.until(() => set.find(".weekly"));
      const cells = () => set.all(".weekly input");
      assert.lengthOf(
        cells().filter(({ tabIndex }) => tabIndex === 0),
        1,
      );
      cells()[0]?.focus();
      // The week begins on Sunday where American English is spoken.
      await press("ArrowDown", "ArrowRight", "Space");
      await set.until(() => kept.kept.answers["availability"]);
      assert.deepEqual(kept.kept.answers["availability"], [{ weekday: 1, part: "afternoon" }]);
      set.all(".every")[0]?.click();
      await set.until(() => set.all(".weekly :checked").length === 8);
      await assertAccessible(set.widget);
    });

    it("reads amounts as they are written, and asks again for what is none", async () => {
      const kept = keeping();
      const set = await ready({ answers: kept.api, before: atStepOf(steps.timeAndMoney) });
      const budget = await inputOf(set, "budget");
      budget.focus();
      await sendKeys({ type: "ninety" });
      await press("Enter");
      await set.until(() => set.text().includes("Write an amount, such as 90."));
      budget.select();
      await sendKeys({ type: "1,250.5" });
      await set.until(() => kept.kept.answers["budget"]);
      await set.until(
        () => JSON.stringify(kept.kept.answers["budget"]) === `{"amountMinor":125050,"currency":"USD"}`,
      );
    });
  });

  describe("the draft", () => {
    it("is kept while somebody types, and there again after a reload, at the same step", async () => {
      const { api, kept } = keeping();
      const first = await ready({ answers: api, tab: "reload" });
      first.find("#answer-goal").focus();
      await sendKeys({ type: "Lead well" });
      first.all("[data-question=goalArea] input")[0]?.click();
      next(first);
      await atStep(first, 2);
      await first.until(() => kept.answers["goalArea"]);
      assert.equal(kept.completedAt, null);
      assert.isTrue(first.page.keep.text("visitor") === "visitor-1");
      assert.equal(first.page.keep.text("quiz"), "challenge");

      const second = await ready({ answers: api, tab: "reload" });
      assert.equal(heading(second), "Step 2 of 8");
      second.find("button.quiet").click();
      await atStep(second, 1);
      const goal = second.find("#answer-goal");
      assert.equal(goal instanceof HTMLTextAreaElement && goal.value, "Lead well");
    });

    it("goes on without a connection and is kept when it is back", async () => {
      const { api, kept } = keeping();
      let isDown = true;
      const answers: Answers = {
        ...api,
        "people.saveAnswers": (...asked) =>
          isDown
            ? { status: 429, code: "request.rate_limited" }
            : (api["people.saveAnswers"]?.(...asked) ?? "never"),
      };
      const set = await ready({ answers });
      set.all("[data-question=goalArea] input")[1]?.click();
      await set.until(() => set.text().includes("as soon as the connection is back"));
      isDown = false;
      dispatchEvent(new Event("online"));
      await set.until(() => kept.answers["goalArea"] === "leadership");
      await set.until(() => set.text().includes("kept as you go"));
    });

    it("leaves out what the site no longer asks", async () => {
      const set = await ready({
        answers: keeping({ goal: "Lead", goalArea: "sailing", gone: "x" }).api,
        before: known,
      });
      assert.include(set.text(), "1 of 20 questions answered");
    });
  });

  describe("from start to end", () => {
    it("goes by keyboard alone, and tells the page", async () => {
      const { api, kept } = keeping();
      const set = await ready({ answers: api, attributes: { "next-href": "/matches" } });
      const completed = told(set, "tessera-quiz-completed");
      set.find("#answer-goal").focus();
      await sendKeys({ type: "Lead my team" });
      await press("Tab", "Space", "Enter");
      await atStep(set, 2);
      await press("Tab");
      await sendKeys({ type: "Time" });
      await press("Tab");
      await sendKeys({ type: "engl" });
      await press("Enter", "Tab");
      await sendKeys({ type: "germa" });
      await press("Enter", "Enter");
      await atStep(set, 3);
      await press("Tab", "Tab");
      await sendKeys({ type: "90" });
      await press("Enter");
      await atStep(set, 4);
      await press("Tab", "Tab", "Tab", "Tab", "Space", "Tab", "Space", "Enter");
      for (const [at, count] of [
        [5, 4],
        [6, 2],
        [7, 2],
        [8, 3],
      ] as const) {
        await atStep(set, at);
        for (let question = 0; question < count; question++) {
          const isMany = focusedQuestion(set, question)?.querySelector("[type=checkbox]");
          await press("Tab", "Space");
          if (isMany) for (let rest = 1; rest < 6; rest++) await press("Tab");
        }
        await press("Enter");
      }
      await set.until(() => completed.length === 1);
      assert.deepEqual(completed, [{ answersId: id }]);
      assert.lengthOf(Object.keys(kept.answers), 20);
      assert.isNotNull(kept.completedAt);
      await set.until(() => focused(set)?.textContent?.includes("Thank you"));
      assert.equal(set.widget.getAttribute("state"), "done");
      assert.equal(set.find("a.primary").getAttribute("href"), "/matches");
      assert.isUndefined(set.page.keep.text("quiz"));
      await assertAccessible(set.widget);
    });

    it("says which answer the API did not accept, at its step", async () => {
      const { api } = keeping({ ...wholeQuiz, horizon: undefined });
      const set = await ready({
        answers: {
          ...api,
          "people.saveAnswers": (input) =>
            input.isDraft
              ? { id, answers: input.answers, completedAt: null, version: 2 }
              : {
                  status: 400,
                  code: "request.invalid_input",
                  fields: [{ path: ["answers", "languages", 0], message: "No." }],
                },
        },
        before: known,
      });
      await atStep(set, 8);
      set.all("[data-question=horizon] input")[0]?.click();
      set.find("button.primary").focus();
      await press("Enter");
      await atStep(set, 2);
      await set.until(() => focused(set)?.id === "answer-languages");
      assert.include(set.text(), "This answer was not accepted.");
      await assertAccessible(set.widget);
    });

    it("keeps everything when finishing fails, and says so", async () => {
      const { api } = keeping({ ...wholeQuiz, horizon: undefined });
      const set = await ready({
        answers: {
          ...api,
          "people.saveAnswers": ({ isDraft, answers }) =>
            isDraft
              ? { id, answers, completedAt: null, version: 2 }
              : { status: 500, code: "request.internal" },
        },
        before: known,
      });
      await atStep(set, 8);
      set.all("[data-question=horizon] input")[0]?.click();
      next(set);
      await set.until(() => set.find("form [role=alert]"));
      assert.lengthOf(set.all("[data-question=horizon] :checked"), 1);
      await assertAccessible(set.widget);
    });
  });

  describe("a finished quiz", () => {
    it("is shown to read, with every answer in words", async () => {
      const set = await finished();
      for (const words of ["Your answers", "Lead my first team well", "Career", "English", "Germany", "€90"])
        assert.include(set.text(), words);
      assert.equal(set.all("form").length, 0);
      await assertAccessible(set.widget);
    });

    it("is changed one step at a time, stays finished, and tells the page", async () => {
      const { api, kept } = keeping({ ...wholeQuiz }, true);
      const set = await finished({ answers: api });
      const completed = told(set, "tessera-quiz-completed");
      set.find("[data-change='0']").focus();
      await press("Enter");
      await set.until(() => set.find("#answer-goal"));
      await assertAccessible(set.widget);
      set.find("#answer-goal").focus();
      await sendKeys({ type: "X" });
      next(set);
      await set.until(() => completed.length === 1);
      await set.until(() => set.find("[data-change='0']"));
      assert.isNotNull(kept.completedAt);
      assert.include(String(kept.answers["goal"]), "X");
      assert.equal(callsOf(set, "people.saveAnswers").length, 1);
    });

    it("is as it was when a change is left", async () => {
      const set = await finished();
      set.find("[data-change='0']").click();
      await set.until(() => set.find("#answer-goal"));
      set.find("#answer-goal").focus();
      await sendKeys({ type: "X" });
      set.find("button.quiet").focus();
      await press("Enter");
      await set.until(() => focused(set)?.matches("[data-change='0']"));
      assert.equal(callsOf(set, "people.saveAnswers").length, 0);
      assert.include(set.text(), "Lead my first team well");
    });

    it("of a member is theirs", async () => {
      const set = await finished({ before: ({ session: current }) => current.begin(session) });
      assert.equal(callsOf(set, "people.getAnswers").length, 1);
      assert.include(set.text(), "Your answers");
    });
  });

  describe("trouble", () => {
    const states: readonly (readonly [string, Answers])[] = [
      ["error", { "people.getQuiz": () => ({ status: 500, code: "request.internal" }) }],
      ["offline", { "people.getQuiz": () => "down" }],
      ["unlicensed", { "people.getQuiz": () => ({ status: 402, code: "request.module_inactive" }) }],
      ["forbidden", { "people.getQuiz": () => ({ status: 403, code: "request.tenant_suspended" }) }],
      ["empty", { "people.getQuiz": () => ({ factors: [] }) }],
    ];
    for (const [state, answers] of states) {
      it(`${state}: says what is wrong`, async () => {
        const set = await opened({ answers });
        await set.until(() => set.widget.getAttribute("state") === state);
        await set.until(() => set.find("[role=alert], .notice"));
        await assertAccessible(set.widget);
      });
    }

    it("is over when it is tried again", async () => {
      let isUp = false;
      const set = await opened({
        answers: {
          "people.getQuiz": () => (isUp ? { factors } : { status: 500, code: "request.internal" }),
        },
      });
      await set.until(() => set.find("[role=alert] button"));
      isUp = true;
      set.find("[role=alert] button").click();
      await set.until(() => heading(set) === "Step 1 of 8");
    });

    it("is busy and quiet while the questions come", async () => {
      const set = await opened({ answers: { "people.getQuiz": () => "never" } });
      assert.equal(set.find(".root").getAttribute("aria-busy"), "true");
      assert.isNotEmpty(set.all(".skeleton"));
      await assertAccessible(set.widget);
    });
  });

  for (const [locale, words] of [
    ["zh-CN", ["第 1 步，共 8 步", "您想实现什么目标？", "下一步"]],
    ["ar", ["الخطوة", "ما الذي تريد تحقيقه؟", "التالي"]],
  ] as const) {
    for (const [from, key, until] of [
      [1, "goal", 4],
      [5, "frequency", 8],
    ] as const) {
      it(`speaks ${locale}: steps ${from} to ${until} and what follows`, async () => {
        const set = await ready({
          locale,
          answers: keeping({ ...wholeQuiz }).api,
          before: (page) => {
            known(page);
            atStepOf(key)(page);
          },
        });
        if (from === 1) for (const word of words) assert.include(set.text(), word);
        for (let at = from; at <= until; at++) {
          await assertAccessible(set.widget);
          assert.notMatch(set.find(".card").innerText, /\b(Step|Next|Back|Choose|Morning|questions)\b/);
          const before = heading(set);
          next(set);
          await set.until(() => heading(set) !== before);
        }
        await assertAccessible(set.widget);
        if (until < 8) return;
        set.find("button.quiet").click();
        await set.until(() => set.find("[data-change='0']"));
        await assertAccessible(set.widget);
      });
    }
  }
});

/** The question each step of the coaching quiz begins with. */
const steps = { languages: "challenge", timeAndMoney: "timeZone", week: "availability" } as const;

const atStepOf =
  (key: string) =>
  ({ keep }: Page) =>
    keep.write("quiz", key);

/** The field of a question, as soon as what it needs is there. */
async function inputOf(set: Set, key: string): Promise<HTMLInputElement> {
  await set.until(() => set.find(`#answer-${key}`));
  const input = set.find(`#answer-${key}`);
  if (!(input instanceof HTMLInputElement)) throw new Error(`${key} has no input.`);
  return input;
}

const focusedQuestion = (set: Set, at: number) => set.all("[data-question]")[at];
