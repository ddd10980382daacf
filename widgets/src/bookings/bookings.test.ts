import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { booking, listed, member, offer, order, present, session } from "../../test/coach.ts";
import { type Answers, type OutputOf } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraBookings } from "./bookings.ts";

type Booking = OutputOf<"scheduling.listBookings">["items"][number];
type Order = OutputOf<"orders.listOrders">["items"][number];

const minute = 60_000;
const at = (milliseconds: number) => new Date(milliseconds).toISOString();
const action = (name: Order["actions"][number]["name"], opensAt: string | null = null) => ({
  name,
  opensAt,
  closesAt: null,
});

const sold: Order = {
  ...order,
  state: "confirmed",
  payUntil: null,
  actions: [action("cancel"), action("propose_move")],
};
const past: Booking = {
  ...listed,
  id: "0195a000-0000-7000-8000-0000000000f1",
  orderId: null,
  state: "completed",
  title: "An earlier session",
  startsAt: "2026-03-02T09:00:00.000Z",
  endsAt: "2026-03-02T09:50:00.000Z",
};

/** A member with these sessions ahead and one behind. */
const having = (booked: Partial<Booking> = {}, bought: Partial<Order> = {}, more: Answers = {}): Answers => ({
  "scheduling.listBookings": ({ states }) => ({
    items: states?.includes("confirmed") ? [{ ...listed, ...booked }] : [past],
    nextCursor: null,
  }),
  "orders.listOrders": () => ({ items: [{ ...sold, ...bought }], nextCursor: null }),
  ...more,
});

/** The member hosts the session instead. */
const hosted = (booked: Partial<Booking>, actions: Order["actions"], more: Answers = {}) =>
  having(
    {
      hostId: member.id,
      hostName: member.name,
      clientId: offer.hostId,
      clientName: "Noor Haddad",
      ...booked,
    },
    { role: "provider", sellerId: member.id, actions },
    more,
  );

const signedIn: StageOptions["before"] = ({ session: current }) => current.begin(session);

const opened = (answers: Answers = having(), { attributes, ...options }: StageOptions = {}) =>
  stage("tessera-bookings", {
    before: signedIn,
    answers,
    ...options,
    attributes: { "time-zone": "Europe/Berlin", ...attributes },
  });

const ready = async (answers?: Answers, options?: StageOptions) => {
  const set = await opened(answers, options);
  await set.until(() => set.find("[data-booking]"));
  return set;
};

type Set = Awaited<ReturnType<typeof opened>>;

const focused = ({ widget }: Set) => widget.shadowRoot?.activeElement;
const deeds = (set: Set) => set.all(".actions [data-deed]").map(({ dataset }) => dataset["deed"]);
const told = (set: Set, name: keyof HTMLElementEventMap) => {
  const details: unknown[] = [];
  set.widget.addEventListener(name, (event) => details.push(event instanceof CustomEvent && event.detail));
  return details;
};
const callsOf = ({ api }: Set, path: string) => api.calls.filter((call) => call.path === path);

describe("<tessera-bookings>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("a session", () => {
    it("shows what, with whom, when in the viewer's zone, and how it stands", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraBookings);
      for (const part of [offer.title, "With Mara Lindqvist", "Tuesday, March 10, 2026", "Confirmed"])
        assert.include(set.text(), part);
      assert.match(set.text(), /10:00\s–\s10:50\sAM/);
      assert.deepEqual(deeds(set), ["calendar", "propose_move", "cancel"]);
      await assertAccessible(set.widget);
    });

    it("is shown at another time of day in another zone", async () => {
      const set = await ready(having(), { attributes: { "time-zone": "Asia/Tokyo" } });
      assert.match(set.text(), /6:00\s–\s6:50\sPM/);
    });

    it("of a host whose account was erased is listed all the same", async () => {
      const set = await ready(having({ hostName: null }));
      assert.include(set.text(), offer.title);
      assert.notInclude(set.text(), "With ");
    });

    it("names its client to the host", async () => {
      const set = await ready(hosted({}, []));
      assert.include(set.text(), "You host this session for Noor Haddad");
      assert.notInclude(set.api.paths, "people.getPerson");
      const erased = await ready(hosted({ clientName: null }, []));
      assert.match(erased.text(), /You host this session(?! for)/);
      await assertAccessible(set.widget);
    });

    it("can be joined from 15 minutes before its start, not a minute earlier", async () => {
      const early = await ready(
        having({ startsAt: at(present + 16 * minute), endsAt: at(present + 66 * minute) }),
      );
      assert.notInclude(deeds(early), "join");
      assert.include(early.text(), "15 minutes before");
      const open = await ready(
        having(
          { startsAt: at(present + 15 * minute), endsAt: at(present + 65 * minute) },
          {},
          {
            "scheduling.joinBooking": () => ({
              url: "about:blank",
              provider: "local",
              opensAt: at(present),
              closesAt: at(present + 65 * minute),
            }),
          },
        ),
      );
      const before = window.open;
      const urls: unknown[] = [];
      window.open = (url) => {
        urls.push(url);
        return null;
      };
      open.find("[data-deed=join]").click();
      await open.until(() => urls.length === 1);
      window.open = before;
      assert.deepEqual(callsOf(open, "scheduling.joinBooking")[0]?.input, { id: booking.id });
      await assertAccessible(open.widget);
    });

    it("goes into the member's calendar as a file", async () => {
      const set = await ready(
        having(
          {},
          {},
          {
            "scheduling.getCalendarFile": () => ({
              method: "REQUEST",
              filename: "session.ics",
              text: "BEGIN:VCALENDAR",
            }),
          },
        ),
      );
      const files: string[] = [];
      HTMLAnchorElement.prototype.click = function () {
        files.push(this.download);
      };
      set.find("[data-deed=calendar]").click();
      await set
        .until(() => files.length === 1)
        .finally(() => {
          // What it inherits shows again.
          Reflect.deleteProperty(HTMLAnchorElement.prototype, "click");
        });
      assert.deepEqual(files, ["session.ics"]);
    });

    it("says why something about it was refused", async () => {
      const set = await ready(
        having(
          {},
          {},
          { "scheduling.getCalendarFile": () => ({ status: 409, code: "scheduling.not_confirmed" }) },
        ),
      );
      set.find("[data-deed=calendar]").click();
      await set.until(() => set.find("[data-booking] [role=alert]"));
      await assertAccessible(set.widget);
    });

    it("whose order is older than the list of orders gets it by itself", async () => {
      const set = await ready({
        ...having(),
        "orders.listOrders": () => ({ items: [], nextCursor: null }),
        "orders.getOrder": () => ({ ...sold, events: [], questions: [], deliveries: [] }),
      });
      assert.include(deeds(set), "cancel");
    });

    const standings: readonly (readonly [string, Partial<Booking>, Partial<Order>])[] = [
      ["Awaiting payment", { state: "pending" }, { state: "awaiting_payment" }],
      ["In session", { startsAt: at(present - minute), endsAt: at(present + minute) }, {}],
      ["Ended", { startsAt: at(present - 60 * minute), endsAt: at(present - minute) }, {}],
      ["Client absent", { state: "completed", absent: ["client"] }, {}],
      ["Host absent", { state: "cancelled", absent: ["provider"] }, {}],
      ["Not paid in time", { state: "cancelled" }, { state: "expired" }],
      ["Refunded: €90", { state: "cancelled" }, { state: "cancelled", refundedMinor: 9000 }],
    ];
    for (const [words, booked, bought] of standings) {
      it(`says "${words}"`, async () => {
        const set = await ready(having(booked, { actions: [], ...bought }));
        assert.include(set.text(), words);
        await assertAccessible(set.widget);
      });
    }
  });

  describe("cancelling", () => {
    it("names the refund, asks, cancels and tells the page", async () => {
      const set = await ready();
      const cancelled = told(set, "tessera-booking-cancelled");
      set.find("[data-deed=cancel]").click();
      await set.until(() => set.find("dialog[open]"));
      assert.include(set.text(), "You get €90 back.");
      assert.deepEqual(callsOf(set, "orders.cancelOrder")[0]?.input, { id: order.id, dryRun: true });
      await assertAccessible(set.widget);
      const before = callsOf(set, "scheduling.listBookings").length;
      set.find("dialog .yes").click();
      await set.until(() => cancelled.length === 1 && set.all("dialog").length === 0);
      assert.deepEqual(cancelled, [{ bookingId: booking.id, orderId: order.id, refundMinor: 9000 }]);
      await set.until(() => callsOf(set, "scheduling.listBookings").length > before);
    });

    it("is not begun when the page says no", async () => {
      const set = await ready();
      set.widget.addEventListener("tessera-before-booking-cancel", (event) => event.preventDefault());
      set.find("[data-deed=cancel]").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.isEmpty(set.all("dialog"));
      assert.isEmpty(callsOf(set, "orders.cancelOrder"));
    });

    it("by Escape is left, and the keyboard is back where it was", async () => {
      const set = await ready();
      set.find("[data-deed=cancel]").focus();
      await sendKeys({ press: "Enter" });
      await set.until(() => set.find("dialog[open]"));
      await sendKeys({ press: "Escape" });
      await set.until(() => set.all("dialog").length === 0);
      await set.until(() => focused(set)?.matches("[data-deed=cancel]"));
      assert.lengthOf(callsOf(set, "orders.cancelOrder"), 1);
    });

    it("that is refused says so in the question", async () => {
      const set = await ready(
        having(
          {},
          {},
          {
            "orders.cancelOrder": ({ dryRun }) =>
              dryRun
                ? { refundMinor: 0, keptMinor: 9000, order: sold }
                : { status: 409, code: "orders.not_now", message: "That is not possible now." },
          },
        ),
      );
      set.find("[data-deed=cancel]").click();
      await set.until(() => set.find("dialog[open]"));
      assert.include(set.text(), "Nothing is refunded.");
      set.find("dialog .yes").click();
      await set.until(() => set.find("dialog [role=alert]"));
      assert.include(set.text(), "That is not possible now.");
      await assertAccessible(set.widget);
    });
  });

  describe("a host", () => {
    const ended = { startsAt: at(present - 60 * minute), endsAt: at(present - 10 * minute) };

    it("says that the session took place", async () => {
      const set = await ready(
        hosted(ended, [action("complete"), action("mark_client_absent")], {
          "orders.completeOrder": () => sold,
        }),
      );
      assert.include(set.text(), "You host this session");
      assert.deepEqual(deeds(set), ["complete", "mark_client_absent"]);
      set.find("[data-deed=complete]").click();
      await set.until(() => set.find("dialog[open]"));
      await assertAccessible(set.widget);
      set.find("dialog .yes").click();
      await set.until(
        () => callsOf(set, "orders.completeOrder").length === 1 && set.all("dialog").length === 0,
      );
    });

    it("says that the client did not come", async () => {
      const set = await ready(
        hosted(ended, [action("mark_client_absent")], { "orders.markAbsent": () => sold }),
      );
      set.find("[data-deed=mark_client_absent]").click();
      await set.until(() => set.find("dialog[open]"));
      set.find("dialog .yes").click();
      await set.until(() => callsOf(set, "orders.markAbsent").length === 1);
      assert.deepEqual(callsOf(set, "orders.markAbsent")[0]?.input, { id: order.id, who: "client" });
    });

    it("cannot yet do what opens later", async () => {
      const set = await ready(hosted({}, [action("mark_client_absent", at(present + minute))]));
      assert.notInclude(deeds(set), "mark_client_absent");
    });

    it("reads what the client gets back", async () => {
      const set = await ready(hosted({}, [action("cancel")]));
      set.find("[data-deed=cancel]").click();
      await set.until(() => set.text().includes("The client gets €90 back."));
    });
  });

  describe("a dispute", () => {
    const dispute: NonNullable<Order["dispute"]> = {
      id: "0195a000-0000-7000-8000-0000000000d1",
      openedBy: "client",
      reason: "It was half as long.",
      reply: null,
      outcome: null,
      ruling: null,
      files: [],
      openedAt: at(present - minute),
      repliedAt: null,
      replyUntil: "2026-03-12T09:00:00.000Z",
      closedAt: null,
    };
    const ended = { startsAt: at(present - 60 * minute), endsAt: at(present - 10 * minute) };
    const disputed = (changes: Partial<NonNullable<Order["dispute"]>> = {}, bought: Partial<Order> = {}) =>
      having(ended, { dispute: { ...dispute, ...changes }, actions: [], ...bought });

    it("is opened with what happened, after it was said that the money waits", async () => {
      const set = await ready(
        having(ended, { actions: [action("dispute")] }, { "orders.disputeOrder": () => sold }),
      );
      await set.until(() => set.find("[data-deed=dispute]"));
      set.find("[data-deed=dispute]").click();
      await set.until(() => set.find("form.dispute textarea"));
      assert.include(set.text(), "The payment waits until this is settled.");
      await assertAccessible(set.widget);
      Object.assign(set.find("form.dispute textarea"), { value: "It was half as long." });
      set.find("form.dispute .primary").click();
      await set.until(() => callsOf(set, "orders.disputeOrder").length === 1);
      assert.deepEqual(callsOf(set, "orders.disputeOrder")[0]?.input, {
        id: order.id,
        reason: "It was half as long.",
        fileIds: [],
      });
      await set.until(() => set.all("form.dispute").length === 0);
    });

    it("is answered by the other side, who reads until when", async () => {
      const set = await ready({
        ...disputed(
          { openedBy: "provider" },
          { actions: [action("answer_dispute"), action("concede_dispute")] },
        ),
        "orders.answerDispute": () => sold,
      });
      await set.until(() => set.find("[data-deed=answer_dispute]"));
      assert.include(set.text(), "The other side objected to how this went.");
      assert.include(set.text(), "or the site's team decides without you.");
      assert.exists(set.find("[data-deed=concede_dispute]"));
      set.find("[data-deed=answer_dispute]").click();
      await set.until(() => set.find("form.dispute textarea"));
      Object.assign(set.find("form.dispute textarea"), { value: "It was not." });
      set.find("form.dispute .primary").click();
      await set.until(() => callsOf(set, "orders.answerDispute").length === 1);
    });

    it("says how it ended, and what went back", async () => {
      const ruling = { outcome: "ruled", ruling: "Half of it was missing.", closedAt: at(present) } as const;
      const set = await ready(disputed(ruling, { refundedMinor: 54_00 }));
      await set.until(() => set.find("[data-dispute=ruled]"));
      assert.include(set.text(), "The site's team has decided. €54 was paid back.");
      assert.include(set.text(), "Half of it was missing.");
      await assertAccessible(set.widget);
    });

    for (const [locale, words] of [
      ["zh-CN", "您提出了异议。"],
      ["ar", "قدّمت اعتراضًا."],
    ] as const)
      it(`speaks ${locale}`, async () => {
        const set = await ready(disputed(), { locale });
        await set.until(() => set.text().includes(words));
      });
  });

  describe("searching", () => {
    const others = ["Mara Lindqvist", "Lin Mei"].map((hostName, nth) => ({
      ...listed,
      id: `0195a000-0000-7000-8000-0000000000e${nth}`,
      hostName,
    }));
    const searched: Answers = having(
      {},
      {},
      {
        "scheduling.listBookings": ({ states, search = "" }) => ({
          items: states?.includes("confirmed")
            ? others.filter(({ hostName }) => hostName.toLowerCase().includes(search.toLowerCase()))
            : [past].filter(({ title }) => title.toLowerCase().includes(search.toLowerCase())),
          nextCursor: null,
        }),
      },
    );
    const type = (set: Set, value: string) => {
      const field = set.find("#search");
      field.focus();
      Object.assign(field, { value });
      field.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const shown = (set: Set) => set.all("[data-booking]").length;

    it("finds sessions by a word, keeps the keyboard in the field, and shows all of them again", async () => {
      const set = await ready(searched);
      assert.equal(shown(set), 2);
      for (const part of ["L", "Li", "Lin M"]) type(set, part);
      await set.until(() => shown(set) === 1);
      assert.include(set.text(), "Lin Mei");
      assert.deepEqual(
        callsOf(set, "scheduling.listBookings").flatMap(({ input }) => input["search"] ?? []),
        ["Lin M"],
        "asked once, when the typing stopped",
      );
      assert.equal(focused(set)?.id, "search");
      await assertAccessible(set.widget);
      type(set, "nobody");
      await set.until(() => set.text().includes("No session fits these words."));
      assert.equal(focused(set)?.id, "search");
      await assertAccessible(set.widget);
      type(set, "");
      await set.until(() => shown(set) === 2);
      assert.equal(focused(set)?.id, "search");
    });

    it("keeps the words when the other tab is looked at", async () => {
      const set = await ready(searched);
      type(set, "earlier");
      await set.until(() => set.text().includes("No session fits these words."));
      set.find("#tab-past").click();
      await set.until(() => set.text().includes("An earlier session"));
      assert.propertyVal(set.find("#search"), "value", "earlier");
    });

    it("has no field over a list that is empty anyway", async () => {
      const set = await opened({
        "scheduling.listBookings": () => ({ items: [], nextCursor: null }),
      });
      await set.until(() => set.widget.state === "empty");
      assert.lengthOf(set.all("#search"), 0);
    });

    describe("in the page's address", () => {
      const before = location.href;
      afterEach(() => history.replaceState(null, "", before));

      it("is found again after a reload, and left out where nothing is chosen", async () => {
        const query = () => new URL(location.href).searchParams;
        const set = await ready(searched, { attributes: { address: "" } });
        type(set, "earlier");
        await set.until(() => query().get("find") === "earlier");
        set.find("#tab-past").click();
        await set.until(() => query().get("sessions") === "past");
        strike();
        const again = await ready(searched, { attributes: { address: "" } });
        assert.include(again.text(), "An earlier session");
        assert.propertyVal(again.find("#search"), "value", "earlier");
        type(again, "");
        again.find("#tab-upcoming").click();
        await again.until(() => !query().has("find") && !query().has("sessions"));
      });

      it("is left alone by a widget that was not told to keep it there", async () => {
        history.replaceState(null, "", "?sessions=past&find=nobody");
        const set = await ready(searched);
        assert.equal(shown(set), 2);
        type(set, "Lin M");
        await set.until(() => shown(set) === 1);
        assert.equal(new URL(location.href).search, "?sessions=past&find=nobody");
      });
    });

    for (const [locale, word] of [
      ["zh-CN", "搜索"],
      ["ar", "بحث"],
    ] as const)
      it(`speaks ${locale}`, async () => {
        const set = await ready(searched, { locale });
        assert.include(set.text(), word);
        await assertAccessible(set.widget);
      });
  });

  describe("another time", () => {
    const proposal = { by: "provider", startsAt: "2026-03-12T09:00:00.000Z" } as const;
    const answers = [action("accept_move"), action("decline_move")];

    it("is proposed out of the free ones", async () => {
      const set = await ready(having({}, {}, { "orders.proposeMove": () => sold }));
      set.find("[data-deed=propose_move]").click();
      await set.until(() => set.find("dialog[open] select"));
      await assertAccessible(set.widget);
      const select = set.find("dialog select");
      assert.instanceOf(select, HTMLSelectElement);
      select.selectedIndex = 2;
      const { value } = select;
      set.find("dialog .yes").click();
      await set.until(() => callsOf(set, "orders.proposeMove").length === 1);
      assert.deepEqual(callsOf(set, "orders.proposeMove")[0]?.input, { id: order.id, startsAt: value });
    });

    it("cannot be proposed where there is none", async () => {
      const set = await ready(having({}, {}, { "scheduling.listSlots": () => ({ items: [] }) }));
      set.find("[data-deed=propose_move]").click();
      await set.until(() => set.text().includes("no free times in the next four weeks"));
      assert.isEmpty(set.all("dialog .yes"));
      await assertAccessible(set.widget);
    });

    it("that the other side proposed is accepted, and the page is told", async () => {
      const set = await ready(
        having({}, { proposal, actions: answers }, { "orders.answerMove": () => sold }),
      );
      const moved = told(set, "tessera-booking-moved");
      assert.include(set.text(), "A new time is proposed: Thursday, March 12, 2026 at 10:00 AM");
      await assertAccessible(set.widget);
      set.find("[data-deed=accept_move]").click();
      await set.until(() => moved.length === 1);
      assert.deepEqual(callsOf(set, "orders.answerMove")[0]?.input, {
        id: order.id,
        accept: true,
        startsAt: proposal.startsAt,
      });
    });

    it("of one's own is only withdrawn", async () => {
      const own = { by: "client", startsAt: proposal.startsAt } as const;
      const set = await ready(
        having({}, { proposal: own, actions: answers }, { "orders.answerMove": () => sold }),
      );
      assert.isEmpty(set.all("[data-deed=accept_move]"));
      assert.include(set.text(), "Withdraw the proposal");
      set.find("[data-deed=decline_move]").click();
      await set.until(() => callsOf(set, "orders.answerMove")[0]?.input["accept"] === false);
    });
  });

  describe("tabs", () => {
    it("turn by arrows and keep the keyboard", async () => {
      const set = await ready();
      set.find("#tab-upcoming").focus();
      await sendKeys({ press: "ArrowRight" });
      await set.until(() => set.text().includes("An earlier session"));
      assert.equal(focused(set)?.id, "tab-past");
      assert.notInclude(set.text(), offer.title);
      assert.equal(set.find("#tab-past").getAttribute("aria-selected"), "true");
      await assertAccessible(set.widget);
      await sendKeys({ press: "Home" });
      await set.until(() => focused(set)?.id === "tab-upcoming");
    });

    it("follow the text where it runs from right to left", async () => {
      const set = await ready(having(), { locale: "ar" });
      set.find("#tab-upcoming").focus();
      await sendKeys({ press: "ArrowLeft" });
      await set.until(() => focused(set)?.id === "tab-past");
    });

    it("show the next page below", async () => {
      const set = await ready({
        ...having(),
        "scheduling.listBookings": ({ cursor }) =>
          cursor === "next" ? { items: [past], nextCursor: null } : { items: [listed], nextCursor: "next" },
      });
      set.find(".more").click();
      await set.until(() => set.all("[data-booking]").length === 2);
      assert.isEmpty(set.all(".more"));
    });

    it("show the sessions of one side where the page asks for it", async () => {
      const set = await ready(having(), { attributes: { as: "host" } });
      assert.equal(callsOf(set, "scheduling.listBookings")[0]?.input["as"], "host");
    });
  });

  describe("state", () => {
    const none: Answers = { "scheduling.listBookings": () => ({ items: [], nextCursor: null }) };

    it("empty says so and lets the page say more", async () => {
      const set = await opened(none);
      await set.until(() => set.widget.state === "empty");
      assert.include(set.text(), "You have no upcoming sessions.");
      assert.exists(set.find("slot[name=empty]"));
      await assertAccessible(set.widget);
    });

    it("signed out offers the code, and the sessions follow", async () => {
      const set = await stage("tessera-bookings", { answers: having() });
      await set.until(() => set.find("#email"));
      assert.equal(set.widget.getAttribute("state"), "signed-out");
      await assertAccessible(set.widget);
      const write = (name: string, value: string) => Object.assign(set.find(`#${name}`), { value });
      const send = () =>
        set.find("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true, bubbles: true }));
      write("name", "Ada");
      write("email", "ada@example.com");
      send();
      await set.until(() => set.find("#code"));
      await assertAccessible(set.widget);
      write("code", "123456");
      send();
      await set.until(() => set.find("[data-booking]"));
    });

    it("loading shows the outline", async () => {
      const set = await opened({ ...having(), "scheduling.listBookings": () => "never" });
      assert.equal(set.widget.state, "loading");
      assert.isNotEmpty(set.all(".skeleton"));
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("error can be tried again", async () => {
      const set = await opened({
        ...having(),
        "scheduling.listBookings": () => ({ status: 500, code: "request.internal" }),
      });
      await set.until(() => set.widget.state === "error");
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...having() };
      set.find("[role=alert] button").click();
      await set.until(() => set.find("[data-booking]"));
    }).timeout(20_000);

    it("offline goes on by itself when the connection is back", async () => {
      const set = await opened({ ...having(), "scheduling.listBookings": () => "down" });
      await set.until(() => set.text().includes("The connection is lost."));
      await assertAccessible(set.widget);
      set.api.answers = { ...set.api.answers, ...having() };
      dispatchEvent(new Event("online"));
      await set.until(() => set.find("[data-booking]"));
    }).timeout(20_000);
  });

  for (const [locale, words] of [
    ["zh-CN", "即将进行"],
    ["ar", "القادمة"],
  ] as const) {
    it(`speaks ${locale}`, async () => {
      const set = await ready(having(), { locale });
      assert.include(set.text(), words);
      await assertAccessible(set.widget);
    });
  }

  for (const scheme of ["light", "dark"]) {
    it(`reads well in ${scheme}`, async () => {
      document.documentElement.style.colorScheme = scheme;
      document.body.style.background = scheme === "dark" ? "#000" : "#fff";
      const set = await ready();
      await assertAccessible(set.widget);
      document.documentElement.style.colorScheme = "";
      document.body.style.background = "";
    });
  }

  for (const width of [320, 1280]) {
    it(`fits ${width} px`, async () => {
      const set = await ready();
      set.widget.style.inlineSize = `${width}px`;
      assert.isAtMost(set.find(".root").scrollWidth, width);
    });
  }

  describe("news from elsewhere", () => {
    /** A list that changes behind the widget's back. */
    const changing = async () => {
      let listed: Booking[] = [];
      const set = await opened(
        having({}, {}, { "scheduling.listBookings": () => ({ items: listed, nextCursor: null }) }),
      );
      await set.until(() => set.widget.state === "empty" && set.api.stream.size === 1);
      return { set, list: (items: Booking[]) => (listed = items) };
    };

    it("a session booked, moved and cancelled elsewhere is shown without a reload, and said", async () => {
      const { set, list } = await changing();
      list([listed]);
      set.api.stream.announce("booking.confirmed", booking);
      await set.until(() => set.text().includes("10:00"));
      await set.until(() => set.text().includes("Your sessions are up to date."));
      const moved = { ...listed, startsAt: "2026-03-10T13:00:00.000Z", endsAt: "2026-03-10T13:50:00.000Z" };
      list([moved]);
      set.api.stream.announce("booking.moved", moved);
      await set.until(() => set.text().includes("2:00"));
      await assertAccessible(set.widget);
      list([]);
      set.api.stream.announce("booking.cancelled", { ...moved, state: "cancelled" });
      await set.until(() => set.widget.state === "empty");
    });

    it("many at once are one look at the list", async () => {
      const { set } = await changing();
      await new Promise((resolve) => setTimeout(resolve, 150));
      const before = callsOf(set, "scheduling.listBookings").length;
      for (let turn = 0; turn < 10; turn++) set.api.stream.announce("booking.moved", booking);
      await set.until(() => callsOf(set, "scheduling.listBookings").length > before);
      await new Promise((resolve) => setTimeout(resolve, 150));
      assert.equal(callsOf(set, "scheduling.listBookings").length, before + 1);
    });

    it("nobody signed in: no stream; signing out ends it", async () => {
      const set = await opened(having(), { before: () => undefined });
      await new Promise((resolve) => setTimeout(resolve, 100));
      assert.equal(set.api.stream.size, 0);
      const { set: signedIn } = await changing();
      signedIn.page.session.end();
      await signedIn.until(() => signedIn.api.stream.size === 0);
    });
  });
});
