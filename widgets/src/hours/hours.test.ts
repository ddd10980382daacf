import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { member, session } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { application, hostAnswers, hours, override, profile, vacation } from "../../test/host.ts";
import { looksWell } from "../../test/looks.ts";
import { assertGoesOn } from "../../test/offline.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraHours } from "./hours.ts";

const opened = (answers: Answers = {}, options: StageOptions = {}) =>
  stage("tessera-hours", {
    before: ({ session: current }) => current.begin(session),
    answers: { ...hostAnswers, ...answers },
    ...options,
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find(".day"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);
const told = (set: Set) => {
  const details: unknown[] = [];
  set.widget.addEventListener("tessera-hours-changed", ({ detail }) => details.push(detail));
  return details;
};
const put = async (set: Set, id: string, value: string) => {
  const field = set.find(`#${id}`);
  Object.assign(field, { value });
  field.dispatchEvent(new Event("change"));
  await set.widget.updateComplete;
};
const send = (set: Set) => {
  const form = set.find("form");
  if (form instanceof HTMLFormElement) form.requestSubmit();
};
const turnTo = async (set: Set, tab: string, there: string) => {
  set.find(`#tab-${tab}`).click();
  await set.until(() => set.find(there));
};
const rules = (set: Set) => callsOf(set, "scheduling.replaceHours").at(-1)?.input["hours"];
const rule = (weekday: number, startMinute: number, endMinute: number) => ({
  weekday,
  startMinute,
  endMinute,
  validFrom: null,
  validUntil: null,
});

/** The parts of the widget, by what shows that they are there. */
const parts = {
  week: ".day",
  dates: "#dates-title",
  vacations: "[data-vacation]",
  feed: "#feed",
} as const;

describe("<tessera-hours>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("every week", () => {
    it("shows the hours in the host's zone and what that means", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraHours);
      assert.lengthOf(set.all(".day"), 7);
      assert.equal(Reflect.get(set.find("#day-1-0-start"), "value"), "09:00");
      assert.include(set.text(), "the clock in Europe/Berlin, in summer and in winter");
      await assertAccessible(set.widget);
    });

    it("adds, changes and removes hours, and saves them all at once", async () => {
      const set = await ready();
      const events = told(set);
      set.find("#tab-week").focus();
      set.find("[data-add='5']").click();
      await set.until(() => focused(set)?.id === "day-5-0-start");
      await put(set, "day-5-0-start", "10:00");
      await put(set, "day-5-0-end", "00:00");
      await put(set, "day-1-0-end", "12:30");
      set.find("[data-range=day-2-0] .icon").click();
      send(set);
      await set.until(() => events.length === 1);
      assert.deepEqual(events, [{ hostId: member.id }]);
      assert.deepEqual(rules(set), [
        rule(1, 540, 750),
        rule(3, 540, 1020),
        rule(4, 540, 1020),
        rule(5, 600, 1440),
      ]);
      await set.until(() => set.widget.getAttribute("state") === "done");
      assert.include(set.text(), "Your hours are saved.");
      await assertAccessible(set.widget);
    });

    it("tells inverted hours in place, and lets them end the next day", async () => {
      const set = await ready();
      await put(set, "day-1-0-start", "22:00");
      await put(set, "day-1-0-end", "02:00");
      assert.include(set.text(), "The end lies before the start.");
      await assertAccessible(set.widget);
      send(set);
      await set.widget.updateComplete;
      assert.isEmpty(callsOf(set, "scheduling.replaceHours"));
      set.find("[data-range=day-1-0] .link").click();
      await set.until(() => set.text().includes("next day"));
      send(set);
      await set.until(() => rules(set));
      assert.deepInclude(rules(set), rule(1, 1320, 1560));
    });

    it("tells overlapping hours at both, before the server is asked", async () => {
      const set = await ready();
      set.find("[data-add='1']").click();
      await set.until(() => set.find("#day-1-1-start"));
      await put(set, "day-1-1-start", "16:00");
      await put(set, "day-1-1-end", "18:00");
      assert.lengthOf(set.all("#day-1-0-problem, #day-1-1-problem"), 2);
      await assertAccessible(set.widget);
      send(set);
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(callsOf(set, "scheduling.replaceHours"));
    });

    it("asks for a missing time when it is sent", async () => {
      const set = await ready();
      set.find("[data-add='7']").click();
      await set.until(() => set.find("#day-7-0-start"));
      assert.isEmpty(set.all("[aria-invalid]"));
      send(set);
      await set.until(() => set.text().includes("Write both times."));
    });

    it("shows at the hours what the server refused", async () => {
      const set = await ready({
        "scheduling.replaceHours": () => ({
          status: 409,
          code: "scheduling.hours_overlap",
          params: { first: 1, second: 3 },
        }),
      });
      send(set);
      await set.until(() => set.find("#day-1-0-problem") && set.find("#day-3-0-problem"));
      assert.isEmpty(set.all("#day-2-0-problem"));
    });

    it("copies a day to others, by keyboard", async () => {
      const set = await ready();
      await put(set, "day-4-0-end", "13:00");
      set.find("[data-copy='4']").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("dialog[open]"));
      await assertAccessible(set.widget);
      const boxes = set.all("dialog [name=to]");
      assert.lengthOf(boxes, 6);
      boxes.at(-1)?.click();
      set.find("dialog .primary").click();
      await set.until(() => set.all("dialog").length === 0);
      await set.until(() => focused(set)?.matches("[data-copy='4']"));
      send(set);
      await set.until(() => rules(set));
      assert.deepEqual(
        rules(set),
        [1, 2, 3, 4, 5, 7].map((weekday) => rule(weekday, 540, 780)),
      );
    });

    it("explains what another zone does", async () => {
      const set = await ready();
      await put(set, "zone", "Europe/Berlin");
      set.find("#zone").focus();
      await put(set, "zone", "Asia/Tokyo");
      await set.until(() => set.text().includes("From now on 9:00 AM means 9:00 AM in Asia/Tokyo"));
      await assertAccessible(set.widget);
      send(set);
      await set.until(() => rules(set));
      assert.equal(callsOf(set, "scheduling.replaceHours")[0]?.input["timeZone"], "Asia/Tokyo");
    });

    it("stops taking bookings, and discards what was not meant", async () => {
      const set = await ready();
      set.find("[name=accepting]").click();
      await set.until(() => set.text().includes("Nobody can book you now."));
      await assertAccessible(set.widget);
      set.find(".week > .actions .quiet").click();
      await set.until(() => !set.text().includes("Nobody can book you now."));
      set.find("[name=accepting]").click();
      send(set);
      await set.until(() => callsOf(set, "scheduling.replaceHours")[0]?.input["isAccepting"] === false);
    });

    it("says that they were changed elsewhere, keeps what was written, and saves on the newest version then", async () => {
      let version = hours.version;
      const set = await ready({
        "scheduling.getHours": () => ({ ...hours, version, isAccepting: version === hours.version }),
        "scheduling.replaceHours": ({ version: on }) =>
          on === version ? { ...hours, version: version + 1 } : { status: 409, code: "request.conflict" },
      });
      version += 1;
      await put(set, "day-1-0-end", "12:30");
      send(set);
      await set.until(() => set.text().includes("changed somewhere else"));
      await set.until(() => callsOf(set, "scheduling.getHours").length === 2);
      await set.widget.updateComplete;
      await assertAccessible(set.widget);
      assert.equal(Reflect.get(set.find("#day-1-0-end"), "value"), "12:30");
      send(set);
      await set.until(() => set.text().includes("Your hours are saved."));
      assert.deepInclude(rules(set), rule(1, 540, 750));
    });

    it("shows what was changed elsewhere when the own changes are discarded", async () => {
      let version = hours.version;
      const set = await ready({
        "scheduling.getHours": () => ({ ...hours, version, isAccepting: version === hours.version }),
        "scheduling.replaceHours": () => ({ status: 409, code: "request.conflict" }),
      });
      version += 1;
      await put(set, "day-1-0-end", "12:30");
      send(set);
      await set.until(() => set.text().includes("changed somewhere else"));
      await set.until(() => callsOf(set, "scheduling.getHours").length === 2);
      set.find(".week > .actions .quiet").click();
      await set.until(() => set.text().includes("Nobody can book you now."));
      assert.notInclude(set.text(), "changed somewhere else");
    });

    it("keeps hours of some dates and stays elsewhere", async () => {
      const dated = { ...rule(6, 600, 720), validFrom: "2026-06-01", validUntil: "2026-08-31" };
      const stay = { timeZone: "Asia/Tokyo", from: "2026-04-01", until: null };
      const set = await ready({
        "scheduling.getHours": () => ({ ...hours, hours: [...hours.hours, dated], stays: [stay] }),
      });
      assert.include(set.text(), "Saturday 10:00 AM – 12:00 PM, Jun 1 – Aug 31, 2026");
      assert.include(set.text(), "Asia/Tokyo, from Apr 1, 2026");
      await assertAccessible(set.widget);
      send(set);
      await set.until(() => rules(set));
      assert.deepInclude(rules(set), dated);
      assert.deepEqual(callsOf(set, "scheduling.replaceHours")[0]?.input["stays"], [stay]);
    });
  });

  describe("what clients see", () => {
    it("is the next free times on the host's clock, and follows what changes", async () => {
      const set = await ready();
      await set.until(() => set.find(".time"));
      assert.include(
        set.text(),
        'The next free times for "Career clarity session", on the clock in Europe/Berlin',
      );
      assert.lengthOf(set.all(".preview [data-day]"), 3);
      await assertAccessible(set.widget);
      const before = callsOf(set, "scheduling.listSlots").length;
      set.find("#tab-week").focus();
      send(set);
      await set.until(() => callsOf(set, "scheduling.listSlots").length > before);
    });

    it("says when nothing is free or nothing is offered", async () => {
      const full = await ready({ "scheduling.listSlots": () => ({ items: [] }) });
      await full.until(() => full.text().includes("no free times in the next four weeks"));
      const none = await ready({ "scheduling.listHostOffers": () => ({ items: [], nextCursor: null }) });
      await none.until(() => none.text().includes("You offer no session yet"));
      await assertAccessible(none.widget);
    });
  });

  describe("single days", () => {
    it("are listed, added as a day off or with hours, and taken back", async () => {
      const set = await ready();
      const events = told(set);
      await turnTo(set, "dates", "[data-date]");
      assert.include(set.text(), "Friday, March 20, 2026");
      await assertAccessible(set.widget);
      send(set);
      await set.until(() => set.text().includes("Choose a day from today on."));
      await put(set, "date", "2026-03-08");
      send(set);
      await set.until(() => set.find("#date[aria-invalid]"));
      await put(set, "date", "2026-03-24");
      send(set);
      await set.until(() => events.length === 1);
      assert.deepEqual(callsOf(set, "scheduling.createOverride")[0]?.input, {
        date: "2026-03-24",
        hours: [],
      });
      set.find("[data-date] button").click();
      await set.until(() => events.length === 2);
      assert.deepEqual(callsOf(set, "scheduling.deleteOverride")[0]?.input, { id: override.id });
    });

    it("with hours are judged in place", async () => {
      const set = await ready();
      await turnTo(set, "dates", "[data-date]");
      set.find("[name=off]").click();
      await set.until(() => set.find("#date-0-start"));
      await put(set, "date", "2026-03-24");
      send(set);
      await set.until(() => set.text().includes("Write its hours, or choose a day off."));
      await assertAccessible(set.widget);
      await put(set, "date-0-start", "12:00");
      await put(set, "date-0-end", "11:00");
      await set.until(() => set.text().includes("The end lies before the start."));
      await put(set, "date-0-end", "13:00");
      send(set);
      await set.until(() => callsOf(set, "scheduling.createOverride").length === 1);
      assert.deepEqual(callsOf(set, "scheduling.createOverride")[0]?.input["hours"], [
        { startMinute: 720, endMinute: 780 },
      ]);
    });
  });

  describe("vacations", () => {
    it("answer the sessions inside for a decision", async () => {
      const set = await ready({ "scheduling.listVacations": () => ({ items: [], nextCursor: null }) });
      await turnTo(set, "vacations", "#from");
      assert.include(set.text(), "You have no vacations ahead.");
      await put(set, "from", "2026-03-13");
      await put(set, "until", "2026-03-09");
      send(set);
      await set.until(() => set.text().includes("a last day that is not before the first"));
      await assertAccessible(set.widget);
      set.api.answers = {
        ...set.api.answers,
        "scheduling.listVacations": () => ({ items: [vacation], nextCursor: null }),
      };
      await put(set, "from", "2026-03-09");
      await put(set, "until", "2026-03-13");
      send(set);
      await set.until(() => set.text().includes("1 session lies in this vacation"));
      assert.exists(set.find("[data-booking]"));
      assert.equal(set.find("tessera-bookings").getAttribute("as"), "host");
      await assertAccessible(set.widget);
    });

    it("show their sessions when asked, only those inside by the host's dates", async () => {
      const set = await ready({
        "scheduling.listVacations": () => ({
          items: [{ ...vacation, from: "2026-03-11", until: "2026-03-13" }],
          nextCursor: null,
        }),
      });
      await turnTo(set, "vacations", "[data-inside]");
      set.find("[data-inside]").click();
      await set.until(() => set.text().includes("No sessions lie in it."));
      assert.equal(set.find("[data-inside]").getAttribute("aria-expanded"), "true");
    });

    it("are called off", async () => {
      const set = await ready();
      const events = told(set);
      await turnTo(set, "vacations", "[data-end]");
      set.find("[data-end]").click();
      await set.until(() => events.length === 1);
      assert.deepEqual(callsOf(set, "scheduling.deleteVacation")[0]?.input, { id: vacation.id });
    });
  });

  it("copies the calendar's address, or marks it where that is forbidden", async () => {
    const set = await ready();
    await turnTo(set, "feed", "#feed");
    assert.equal(Reflect.get(set.find("#feed"), "value"), "https://api.test/calendars/token.ics");
    assert.equal(set.find("#panel a").getAttribute("href"), "webcal://api.test/calendars/token.ics");
    await assertAccessible(set.widget);
    set.find("#panel .primary").click();
    await set.until(() => /The address is (copied|marked)/.test(set.text()));
  });

  describe("state", () => {
    it("signed out offers the code, and the hours follow", async () => {
      const set = await stage("tessera-hours", { answers: hostAnswers });
      await set.until(() => set.find("#email"));
      assert.equal(set.widget.getAttribute("state"), "signed-out");
      await assertAccessible(set.widget);
      Object.assign(set.find("#email"), { value: "ada@example.com" });
      send(set);
      await set.until(() => set.find("#code"));
      Object.assign(set.find("#code"), { value: "123456" });
      send(set);
      await set.until(() => set.find(".day"));
    });

    for (const [kind, applied, words] of [
      ["offers nothing", [], "Only people who offer sessions"],
      ["waits for approval", [application("applied")], "The site has not approved you yet."],
      ["is not shown", [application("approved")], "Clients do not see your hours at the moment"],
    ] as const) {
      it(`of somebody who ${kind}`, async () => {
        const set = await opened({
          "people.getProfile": () => ({ ...profile, isListed: false }),
          "people.listApplications": () => ({ items: [...applied], nextCursor: null }),
        });
        await set.until(() => set.text().includes(words));
        assert.equal(set.widget.getAttribute("state"), applied.length === 0 ? "empty" : "ready");
        assert.isEmpty(set.all(".preview"));
        await assertAccessible(set.widget);
      });
    }

    it("loading and slow show the outline", async () => {
      const set = await opened({ "scheduling.getHours": () => "never" });
      assert.isNotEmpty(set.all(".skeleton"));
      await set.until(() => set.text().includes("takes longer than usual"));
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("unlicensed, forbidden", async () => {
      const unlicensed = await opened({
        "scheduling.getHours": () => ({ status: 402, code: "request.module_inactive" }),
      });
      await unlicensed.until(() => unlicensed.widget.getAttribute("state") === "unlicensed");
      await assertAccessible(unlicensed.widget);
      const forbidden = await opened({
        "scheduling.getHours": () => ({ status: 403, code: "request.forbidden" }),
      });
      await forbidden.until(() => forbidden.widget.getAttribute("state") === "forbidden");
      await assertAccessible(forbidden.widget);
    });

    it("offline goes on by itself; stale keeps what is shown", async () => {
      const set = await opened({ "scheduling.getHours": () => "down" });
      await assertGoesOn(set, hostAnswers, ".day");
    }).timeout(20_000);

    it("turns by arrows", async () => {
      const set = await ready();
      set.find("#tab-week").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => focused(set)?.id === "tab-dates");
      await sendKeys({ press: "End" });
      await set.until(() => focused(set)?.id === "tab-feed");
    });
  });

  for (const [locale, words] of [
    ["zh-CN", ["接受新的预约", "休息日", "添加休假", "日历地址"]],
    ["ar", ["قبول حجوزات جديدة", "يوم عطلة", "إضافة إجازة", "عنوان تقويمك"]],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready({}, { locale });
      for (const [at, [tab, there]] of Object.entries(parts).entries()) {
        await turnTo(set, tab, there);
        await set.until(() => set.text().includes(words[at] ?? "-"));
        await assertAccessible(set.widget);
      }
    }).timeout(10_000);
  }

  looksWell(async (look) => {
    const set = await ready();
    for (const [tab, there] of Object.entries(parts)) {
      await turnTo(set, tab, there);
      await look(set);
    }
  });
});
