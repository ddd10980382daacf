import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assert } from "chai";
import { assertAccessible } from "../../test/accessible.ts";
import { session, site } from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { memberAnswers } from "../../test/member.ts";
import { keeping, notification, someNotifications } from "../../test/notifications.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { formatAgo } from "../parts/ago/ago.ts";
import { TesseraNotifications } from "./notifications.ts";

const opened = (answers: Answers = keeping(), { attributes, ...options }: StageOptions = {}) =>
  stage("tessera-notifications", {
    before: ({ session: current }) => current.begin(session),
    answers,
    ...options,
    attributes: { "time-zone": "Europe/Berlin", ...attributes },
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-notification]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const shown = (set: Set) => set.all("[data-notification] .name bdi").map(({ textContent }) => textContent);
const unread = (set: Set) => set.all(".unread").length;
const callsOf = ({ api }: Set, path: string) =>
  api.calls.filter((call) => call.path === path).map(({ input }) => input);
const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const choose = (set: Set, value: string) => {
  const select = set.find("select");
  if (!(select instanceof HTMLSelectElement)) throw new Error("There is no filter.");
  select.value = value;
  select.dispatchEvent(new Event("change"));
};

describe("<tessera-notifications>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("the list", () => {
    it("tells what happened and when, unread ones first to the eye", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraNotifications);
      assert.deepEqual(
        shown(set),
        someNotifications.map(({ title }) => title),
      );
      assert.equal(unread(set), 2);
      for (const part of ["now", "35 minutes ago", "3 days ago"]) assert.include(set.text(), part);
      await assertAccessible(set.widget);
    });

    it("shows one kind, or what is unread", async () => {
      const set = await ready();
      choose(set, "reviews");
      await set.until(() => shown(set).length === 1);
      choose(set, "unread");
      await set.until(() => shown(set).length === 2);
      choose(set, "credits");
      await set.until(() => set.text().includes("nothing of this kind"));
      assert.deepInclude(callsOf(set, "notifications.listNotifications").at(-1), { category: "credits" });
      await assertAccessible(set.widget);
    });

    it("goes on page by page", async () => {
      const set = await ready(keeping(Array.from({ length: 45 }, (_, at) => notification(at, at))));
      assert.lengthOf(shown(set), 20);
      for (const length of [40, 45]) {
        set.find(".more").click();
        await set.until(() => shown(set).length === length);
      }
      assert.lengthOf(set.all(".more"), 0);
    });

    it("marks all as read, and the keyboard stays", async () => {
      const set = await ready();
      set.find("[data-deed=read-all]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => unread(set) === 0 && focused(set)?.localName === "select");
      assert.deepEqual(callsOf(set, "notifications.markRead"), [{}]);
      assert.include(set.text(), "Everything is marked as read.");
    });

    it("deletes one, and the keyboard goes on to the next", async () => {
      const set = await ready();
      set.find("[data-notification] .delete").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => shown(set).length === 2);
      await set.until(() => focused(set)?.closest("[data-notification]") === set.find("[data-notification]"));
      assert.include(set.text(), "The notification is deleted.");
      assert.equal(unread(set), 1);
    });

    it("says why one could not be deleted, and keeps it", async () => {
      const set = await ready({
        ...keeping(),
        "notifications.deleteNotification": () => ({ status: 500, code: "request.internal" }),
      });
      set.find("[data-notification] .delete").click();
      await set.until(() => set.find("[role=alert]"));
      assert.lengthOf(shown(set), 3);
    });
  });

  it("turns to what reaches the member, and back", async () => {
    const set = await ready({ ...memberAnswers, ...keeping() });
    set.find("[data-deed=turn]").focus();
    await sendKeys({ press: "Enter" });
    await set.until(() => set.find("[data-news=matching-email]"));
    await set.until(() => focused(set) === set.find("[data-deed=turn]"));
    await assertAccessible(set.widget);
    set.find("[data-news=matching-email]").click();
    await set.until(() => callsOf(set, "notifications.updatePreferences").length === 1);
    set.widget.style.inlineSize = "320px";
    assert.isAtMost(set.find(".root").scrollWidth, 320);
    set.find("[data-deed=turn]").click();
    await set.until(() => shown(set).length === 3);
  });

  describe("opening one", () => {
    it("marks it as read and tells the page what it is about", async () => {
      const set = await ready();
      const told: unknown[] = [];
      set.widget.addEventListener("tessera-notification-opened", ({ detail }) => told.push(detail));
      set.find(".open").click();
      await set.until(() => unread(set) === 1);
      const [first] = someNotifications;
      assert.deepEqual(told, [{ notificationId: first?.id, about: first?.about }]);
      assert.deepEqual(callsOf(set, "notifications.markRead"), [{ ids: [first?.id] }]);
    });

    it("leads to the page of the session where the site names one", async () => {
      const set = await ready(keeping(), { attributes: { "booking-href": "/account#{id}" } });
      const [first, , review] = set.all(".open");
      assert.equal(
        first?.getAttribute("href"),
        new URL(`/account#${someNotifications[0]?.about.id}`, location.href).href,
      );
      assert.isNull(review?.getAttribute("href"));
      set.widget.addEventListener("tessera-before-notification-open", (event) => event.preventDefault());
      first?.click();
      await set.until(() => unread(set) === 1);
    });

    it("an address that would run a script leads nowhere", async () => {
      const set = await ready(keeping(), { attributes: { "booking-href": "javascript:alert(1)" } });
      assert.lengthOf(set.all("a"), 0);
    });
  });

  describe("the bell", () => {
    const bell = (answers?: Answers, options?: StageOptions) =>
      opened(answers, { ...options, attributes: { view: "bell" } });

    it("counts, opens with the keyboard and closes with Escape", async () => {
      const set = await bell();
      await set.until(() => set.find(".count").textContent === "2");
      assert.equal(set.find("#panel").checkVisibility(), false);
      assert.equal(set.find(".toggle").getAttribute("aria-label"), "Notifications, 2 unread");
      await assertAccessible(set.widget);
      set.find(".toggle").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => shown(set).length === 3);
      await assertAccessible(set.widget);
      await sendKeys({ press: "Tab" });
      assert.equal(focused(set)?.localName, "select");
      await sendKeys({ press: "Escape" });
      await set.until(() => !set.find("#panel").matches(":popover-open"));
      await set.until(() => focused(set) === set.find(".toggle"));
    });

    it("stays within the window on either side", async () => {
      for (const side of ["left", "right"] as const) {
        const set = await bell();
        await set.until(() => set.find(".count"));
        set.widget.style.cssText = `position: absolute; ${side}: 0`;
        set.find(".toggle").click();
        await set.until(() => set.find("#panel").matches(":popover-open"));
        const { left, right, width } = set.find("#panel").getBoundingClientRect();
        assert.isAtLeast(left, 0);
        assert.isAtMost(right, innerWidth);
        assert.isAtLeast(width, Math.min(300, innerWidth - 16));
        strike();
      }
    });

    it("counts nothing of the member before, while the list of the next one is on its way", async () => {
      let isSlow = false;
      const answers = keeping();
      const list = answers["notifications.listNotifications"];
      const set = await bell({
        ...answers,
        "notifications.listNotifications": (...asked) => (isSlow ? "never" : (list?.(...asked) ?? "never")),
      });
      await set.until(() => set.find(".count").textContent === "2");
      isSlow = true;
      set.page.session.begin({ ...session, member: { ...session.member, id: "another-member" } });
      await set.until(() => set.all(".count").length === 0);
      assert.equal(set.widget.state, "loading");
    });

    it("is nothing while nobody is signed in", async () => {
      const set = await bell(keeping(), { before: () => undefined });
      await set.until(() => set.widget.state === "signed-out");
      assert.lengthOf(set.all("button"), 0);
    });
  });

  describe("live", () => {
    it("what comes in is counted and said; what is read elsewhere is read here", async () => {
      let entries = [...someNotifications];
      const set = await opened(
        {
          "notifications.listNotifications": () => ({
            items: entries,
            nextCursor: null,
            unread: entries.filter(({ isRead }) => !isRead).length,
          }),
        },
        { attributes: { view: "bell" } },
      );
      await set.until(() => set.find(".count").textContent === "2" && set.api.stream.size === 1);
      const fresh = notification(9, 0, { title: "Moved to Friday" });
      entries = [fresh, ...entries];
      set.api.stream.announce("notification.created", { notification: fresh, unread: 3 });
      await set.until(() => set.find(".count").textContent === "3");
      assert.include(set.find("[role=status]").textContent, "New: Moved to Friday");
      entries = entries.map((entry) => ({ ...entry, isRead: true }));
      set.api.stream.announce("notification.read", { unread: 0 });
      await set.until(() => set.all(".count").length === 0);
    });
  });

  describe("state", () => {
    it("empty says so, or shows what the page has for it", async () => {
      const set = await opened(keeping([]));
      await set.until(() => set.widget.state === "empty");
      assert.include(set.text(), "You have no notifications.");
      await assertAccessible(set.widget);
    });

    it("signed-out offers signing in", async () => {
      const set = await opened(keeping(), { before: () => undefined });
      await set.until(() => set.find("#email"));
      assert.equal(set.widget.getAttribute("state"), "signed-out");
      await assertAccessible(set.widget);
    });

    it("loading shows the outline", async () => {
      const set = await opened({ "tenancy.getSite": () => "never" });
      assert.isNotEmpty(set.all(".skeleton"));
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("error can be tried again", async () => {
      const set = await opened({
        "notifications.listNotifications": () => ({ status: 500, code: "request.internal" }),
      });
      await set.until(() => set.widget.state === "error");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...keeping() };
      set.find("[role=alert] button").click();
      await set.until(() => shown(set).length === 3);
    }).timeout(20_000);

    it("is part of every site, whatever is licensed", async () => {
      const set = await ready({ ...keeping(), "tenancy.getSite": () => ({ ...site, modules: [] }) });
      assert.equal(set.widget.state, "ready");
    });
  });

  for (const [locale, words] of [
    ["zh-CN", "35分钟前"],
    ["ar", "قبل"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready(keeping(), { locale });
      await set.until(() => set.text().includes(words));
      await assertAccessible(set.widget);
    });
  }

  it("fits 320 px", async () => {
    const set = await ready();
    set.widget.style.inlineSize = "320px";
    await set.widget.updateComplete;
    assert.isAtMost(set.find(".root").scrollWidth, 320);
  });
});

describe("how long ago", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  for (const [minutes, said] of [
    [-3, "now"],
    [0, "now"],
    [1, "1 minute ago"],
    [49, "49 minutes ago"],
    [50, "1 hour ago"],
    [21 * 60, "21 hours ago"],
    [22 * 60, "yesterday"],
    [6 * 1440, "6 days ago"],
    [7 * 1440, "Mar 3, 2026"],
  ] as const)
    it(`${minutes} minutes are ${said}`, () => {
      assert.equal(formatAgo("en-US", now - minutes * 60_000, { now, timeZone: "UTC" }), said);
    });
});
