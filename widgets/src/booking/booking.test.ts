import { assert } from "chai";
import { emulateMedia, sendKeys } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import {
  booking,
  goodAnswers,
  hold,
  member,
  offer,
  order,
  payment,
  present,
  session,
  site,
} from "../../test/coach.ts";
import { type Answers } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraBooking } from "./booking.ts";

const tuesday = "2026-03-10T08:00:00.000Z";

const opened = ({ attributes, ...options }: StageOptions = {}) =>
  stage("tessera-booking", {
    ...options,
    attributes: { offer: offer.id, "time-zone": "Europe/Berlin", ...attributes },
  });

const ready = async (options: StageOptions = {}) => {
  const set = await opened(options);
  await set.until(() => set.find("button.time"));
  return set;
};

const signedIn: StageOptions["before"] = ({ session: current }) => current.begin(session);

const times = (set: Awaited<ReturnType<typeof opened>>) =>
  set.all("button.time").map((button) => button.innerText.trim());

const focused = (set: Awaited<ReturnType<typeof opened>>) => set.widget.shadowRoot?.activeElement;

/** Goes on to the form of name and address. */
async function holding(options: StageOptions = {}) {
  const set = await ready(options);
  set.find("button.time").click();
  await set.until(() => set.find("#email"));
  return set;
}

async function fillIn(set: Awaited<ReturnType<typeof opened>>, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) Object.assign(set.find(`#${name}`), { value });
  set.find("form").dispatchEvent(new SubmitEvent("submit", { cancelable: true, bubbles: true }));
}

describe("<tessera-booking>", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(strike);

  describe("times", () => {
    it("are shown for the first free day, in the viewer's zone", async () => {
      const set = await ready();
      assert.instanceOf(set.widget, TesseraBooking);
      assert.deepEqual(times(set), ["9:00 AM", "10:00 AM", "12:00 PM", "1:00 PM", "3:00 PM", "4:00 PM"]);
      assert.include(set.text(), "Tuesday, March 10");
      assert.include(set.text(), "Mara Lindqvist");
      assert.include(set.text(), "€90");
      assert.include(set.text(), "50 minutes");
    });

    it("change their labels, not their instants, with the zone", async () => {
      const set = await ready();
      const zones = set.find("select");
      assert.instanceOf(zones, HTMLSelectElement);
      assert.lengthOf(zones.options, 1);
      zones.dispatchEvent(new PointerEvent("pointerdown"));
      assert.isAbove(zones.options.length, 400);
      zones.value = "Asia/Tokyo";
      zones.dispatchEvent(new Event("change"));
      await set.until(() => times(set)[0] === "5:00 PM");
      set.find("button.time").click();
      await set.until(() => set.api.paths.includes("scheduling.holdSlot"));
      assert.equal(set.api.calls.at(-1)?.input["startsAt"], tuesday);
    });

    it("of a day late in the evening belong to the next day in a zone further east", async () => {
      const late = ["2026-03-10T15:30:00.000Z"];
      const answers: Answers = {
        "scheduling.listSlots": () => ({
          items: [{ offerId: offer.id, startsAt: late }],
        }),
      };
      const set = await ready({ answers, attributes: { "time-zone": "Asia/Tokyo" } });
      assert.include(set.text(), "Wednesday, March 11");
      assert.deepEqual(times(set), ["12:30 AM"]);
    });

    it("that have begun are left out", async () => {
      const startsAt = [new Date(present - 1000).toISOString(), tuesday];
      const set = await ready({
        answers: {
          "scheduling.listSlots": () => ({
            items: [{ offerId: offer.id, startsAt }],
          }),
        },
      });
      assert.lengthOf(times(set), 1);
    });

    it("are asked for by whole months, the same for every zone, so that a cache can answer", async () => {
      const asked = async (zone: string) => {
        const { api } = await ready({ attributes: { "time-zone": zone } });
        return api.calls.findLast(({ path }) => path === "scheduling.listSlots")?.input;
      };
      const [here, there] = [await asked("Pacific/Kiritimati"), await asked("Pacific/Pago_Pago")];
      assert.deepEqual(here, there);
      assert.deepEqual(here, {
        offerIds: [offer.id],
        from: "2026-02-28T00:00:00.000Z",
        until: "2026-04-02T00:00:00.000Z",
      });
    });

    it("of later months are looked for when a month has none", async () => {
      const answers: Answers = {
        "scheduling.listSlots": ({ from }) => ({
          items: [
            {
              offerId: offer.id,
              startsAt: from.startsWith("2026-04") ? ["2026-05-04T08:00:00.000Z"] : [],
            },
          ],
        }),
      };
      const set = await ready({ answers });
      assert.include(set.text(), "May 2026");
      assert.include(set.text(), "Monday, May 4");
    });

    it("are shown a week at a time where the page asks for it", async () => {
      const set = await ready({ attributes: { span: "week" } });
      assert.lengthOf(set.all("button.day"), 7);
      set.find("[aria-label='Next week']").click();
      await set.until(() => set.find("[data-day='2026-03-18']"));
      assert.include(set.text(), "Monday, March 16");
    });
  });

  describe("keyboard", () => {
    const press = (key: string) => sendKeys({ press: key });
    const leadsTo = async (set: Awaited<ReturnType<typeof opened>>, key: string, day: string) => {
      await press(key);
      await set.until(() => focused(set)?.getAttribute("data-day") === day);
    };

    it("moves through the days by arrows, Home, End and pages, and never into the past", async () => {
      const set = await ready();
      set.find("[data-day='2026-03-10']").focus();
      await leadsTo(set, "ArrowRight", "2026-03-11");
      await leadsTo(set, "ArrowDown", "2026-03-18");
      await leadsTo(set, "Home", "2026-03-15");
      await leadsTo(set, "End", "2026-03-21");
      await leadsTo(set, "PageDown", "2026-04-21");
      await leadsTo(set, "PageUp", "2026-03-21");
      await leadsTo(set, "ArrowUp", "2026-03-14");
      await leadsTo(set, "ArrowUp", "2026-03-14");
      await leadsTo(set, "ArrowLeft", "2026-03-13");
      assert.lengthOf(set.all("button.day[tabindex='0']"), 1);
    });

    it("follows the text where it runs from right to left", async () => {
      const set = await ready({ locale: "ar" });
      set.find("[data-day='2026-03-10']").focus();
      await leadsTo(set, "ArrowLeft", "2026-03-11");
      await leadsTo(set, "ArrowRight", "2026-03-10");
    });

    it("books from the first Tab to the payment, without a mouse", async () => {
      const set = await ready();
      const until = async (condition: () => unknown) => {
        for (let presses = 0; !condition(); presses++) {
          if (presses > 20) throw new Error(`Tab never got there; it is on ${focused(set)?.textContent}`);
          await sendKeys({ press: "Tab" });
        }
      };
      await until(() => focused(set)?.matches("button.day"));
      await leadsTo(set, "ArrowRight", "2026-03-11");
      await press("Enter");
      await set.until(() => set.text().includes("Wednesday, March 11"));
      await until(() => focused(set)?.matches("button.time"));
      const isOnFirst = () => focused(set) === set.find("button.time");
      await press("ArrowDown");
      await press("End");
      await set.until(() => !isOnFirst());
      await press("Home");
      await set.until(isOnFirst);
      await press("Enter");
      await set.until(() => set.find("#name"));
      await set.until(() => focused(set)?.matches("[data-heading]"));
      await until(() => focused(set)?.matches("#name"));
      await sendKeys({ type: "Ada" });
      await sendKeys({ press: "Tab" });
      await sendKeys({ type: "ada@example.com" });
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.matches("#code"));
      await sendKeys({ type: "123456" });
      await sendKeys({ press: "Enter" });
      await set.until(() => focused(set)?.matches("[data-heading]") && set.find("button.pay"));
      assert.include(set.api.paths, "orders.placeOrder");
    });
  });

  describe("a chosen time", () => {
    it("is kept, counted down, and kept longer once the visitor can be reached", async () => {
      const set = await holding();
      await set.until(() => /Kept for you for (10:00|9:5\d)/.test(set.text()));
      assert.include(set.text(), "Tuesday, March 10, 2026");
      await fillIn(set, { name: "Ada", email: "ada@example.com" });
      await set.until(() => set.find("#code"));
      await set.until(() => /Kept for you for (30:00|29:5\d)/.test(set.text()));
    });

    it("is announced before and after, and not kept when the page says no", async () => {
      const heard: Event[] = [];
      const set = await ready();
      set.widget.addEventListener("tessera-before-slot-hold", (event) => {
        heard.push(event);
        if (heard.length === 1) event.preventDefault();
      });
      set.widget.addEventListener("tessera-slot-held", (event) => heard.push(event));
      set.find("button.time").click();
      await new Promise((resolve) => setTimeout(resolve, 50));
      assert.notInclude(set.api.paths, "scheduling.holdSlot");
      set.find("button.time").click();
      await set.until(() => heard.length === 3);
      assert.deepInclude((heard[2] as CustomEvent).detail, { offerId: offer.id, startsAt: tuesday });
    });

    it("that somebody else took is struck from the list, with an alert", async () => {
      const set = await ready({
        answers: { "scheduling.holdSlot": () => ({ status: 409, code: "scheduling.slot_taken" }) },
      });
      set.find("button.time").click();
      await set.until(() => set.find("[role=alert]").innerText.includes("Somebody else just took that time"));
      assert.notInclude(times(set), "9:00 AM");
      assert.include(
        set.api.paths.slice(set.api.paths.indexOf("scheduling.holdSlot")),
        "scheduling.listSlots",
      );
    });

    it("can be given back for another one", async () => {
      const set = await holding();
      set.find(".kept button").click();
      await set.until(() => set.find("button.time"));
      assert.include(set.api.paths, "scheduling.releaseHold");
    });

    it("that is no longer kept is chosen again", async () => {
      const startedAt = Date.now();
      let ahead = 0;
      const set = await holding({ now: () => present + ahead + Date.now() - startedAt });
      ahead = 11 * 60_000;
      // Any answer tells the page the time.
      await set.page.client.scheduling.getHold({ id: "1" });
      await set.until(() => set.text().includes("no longer kept for you") && times(set).length > 0);
    });

    it("of too many is refused in a sentence", async () => {
      const message = "You are keeping 2 times already. Book or release one of them first.";
      const set = await ready({
        answers: {
          "scheduling.holdSlot": () => ({
            status: 429,
            code: "scheduling.too_many_holds",
            params: { most: 2 },
            message,
          }),
        },
      });
      set.find("button.time").click();
      await set.until(() => set.find("[role=alert]").innerText.includes(message));
    });
  });

  describe("who books", () => {
    it("says so in their own words when fields are left empty", async () => {
      const set = await holding();
      await fillIn(set, {});
      await set.until(() => set.text().includes("Write your name."));
      assert.include(set.text(), "Write a whole address");
      assert.isTrue(set.find("#email").matches("[aria-invalid=true][aria-describedby=email-note]"));
      assert.notInclude(set.api.paths, "identity.requestCode");
    });

    it("signs in by a code from the mail, and the order follows", async () => {
      const set = await holding();
      const heard: CustomEvent[] = [];
      for (const name of ["tessera-member-signed-in", "tessera-order-placed"] as const) {
        set.widget.addEventListener(name, (event) => heard.push(event));
      }
      await fillIn(set, { name: "Ada Byron", email: "ada@example.com" });
      await set.until(() => set.find("#code"));
      // A full-width digit and a space, as an input method or a mail program may leave them.
      await fillIn(set, { code: "12３ 456".slice(0, 7) });
      await set.until(() => set.find("button.pay"));
      const signIn = set.api.calls.find(({ path }) => path === "identity.signInWithCode");
      assert.deepInclude(signIn?.input, { email: "ada@example.com", code: "123456", name: "Ada Byron" });
      assert.deepEqual(
        heard.map(({ detail }) => detail),
        [{ memberId: member.id }, { orderId: order.id, totalMinor: 9000, currency: "EUR" }],
      );
    });

    for (const [locale, sentence] of [
      ["en-US", "Several codes were sent. Try again in 7 minutes."],
      ["zh-CN", "请查看邮箱，或在 7 分钟后重试。"],
      ["ar", "أو حاول بعد 7 دقيقة."],
    ] as const) {
      it(`is refused in ${locale} with the numbers of the refusal`, async () => {
        const message = "Several codes were sent. Try again in 7 minutes.";
        const refusal = { status: 429, code: "identity.too_many_codes", params: { minutes: 7 }, message };
        const set = await holding({ locale, answers: { "identity.requestCode": () => refusal } });
        await fillIn(set, { name: "Ada", email: "ada@example.com" });
        await set.until(() => set.find("#email-note").innerText.includes(sentence));
        await assertAccessible(set.widget);
      });
    }

    it("is told when the code is wrong", async () => {
      const message = "This code is not right, was used or is too old. Check it, or ask for a new one.";
      const set = await holding({
        answers: { "identity.signInWithCode": () => ({ status: 401, code: "identity.code_wrong", message }) },
      });
      await fillIn(set, { name: "Ada", email: "ada@example.com" });
      await set.until(() => set.find("#code"));
      await fillIn(set, { code: "000000" });
      await set.until(() => set.text().includes(message));
      assert.isTrue(set.find("#code").matches("[aria-invalid=true]"));
    });

    it("does not sign in twice: a member books with one press", async () => {
      const set = await ready({ before: signedIn });
      set.find("button.time").click();
      await set.until(() => set.text().includes("You are booking as Ada Byron (ada@example.com)."));
      set.find("button.primary").click();
      await set.until(() => set.find("button.pay"));
      assert.notInclude(set.api.paths, "identity.requestCode");
    });

    describe("for credits", () => {
      const inCredits = { ...offer, price: { amountMinor: 10, currency: "credits" } };
      const wallet = (available: number) => ({
        balances: [{ unit: "credits", digits: 0, available, held: 0, pendingPayout: 0, expiring: [] }],
        waiting: [],
        referral: { code: null, bonus: 25, joined: 0, qualified: 0 },
      });
      const having = (available: number): Answers => ({
        "scheduling.getOffer": () => inCredits,
        "money.getWallet": () => wallet(available),
        "orders.placeOrder": () => ({ ...order, totalMinor: 10, currency: "credits" }),
        "orders.getOrder": () => ({ ...order, totalMinor: 10, currency: "credits", state: "confirmed" }),
        "orders.spendCredits": () => ({ ...order, totalMinor: 10, currency: "credits", state: "confirmed" }),
      });
      const kept = async (available: number) => {
        const set = await ready({ answers: having(available), before: signedIn });
        set.find("button.time").click();
        await set.until(() => set.find("[data-credits]"));
        return set;
      };

      it("shows the price and what the member has, and is agreed on this page", async () => {
        const set = await kept(25);
        assert.include(set.text(), "10 credits");
        assert.include(set.text(), "You have 25 credits.");
        await assertAccessible(set.widget);
        set.find(".details .primary").click();
        await set.until(() => set.find("button.pay"));
        assert.equal(set.find("button.pay").innerText.trim(), "Pay 10 credits");
        set.find("button.pay").click();
        await set.until(() => set.widget.state === "done");
      });

      it("leads to the wallet where they are too few", async () => {
        const set = await kept(5);
        assert.include(set.text(), "You have 5 credits.");
        const button = set.find(".details .primary");
        assert.equal(button.innerText.trim(), "Get credits");
        button.click();
        await set.until(() => set.find("tessera-wallet"));
        assert.isEmpty(set.api.calls.filter(({ path }) => path === "orders.placeOrder"));
      });
    });

    it("pays nothing for what is free", async () => {
      const free = { ...offer, price: { amountMinor: 0, currency: "EUR" } };
      const confirmed = { ...order, state: "confirmed", totalMinor: 0, payUntil: null };
      const set = await ready({
        before: signedIn,
        answers: { "scheduling.getOffer": () => free, "orders.placeOrder": () => confirmed },
      });
      assert.include(set.text(), "Free of charge");
      set.find("button.time").click();
      await set.until(() => set.find("button.primary").innerText.includes("Book this time"));
      set.find("button.primary").click();
      await set.until(() => set.text().includes("Your session is booked"));
      assert.equal(set.widget.state, "done");
    });
  });

  describe("an agreed session", () => {
    const agreed = (answers: Answers = {}, now?: () => number) =>
      opened({
        ...(now && { now }),
        before: (page) => {
          page.session.begin(session);
          page.keep.write(`booking:${offer.id}`, { orderId: order.id });
        },
        answers: { "orders.getOrder": () => ({ ...order, state: "confirmed" }), ...answers },
      });

    it("is announced once, however often the page is loaded, to listeners and the data layer", async () => {
      window.dataLayer = [];
      const tab = "announce";
      const confirmed = { "orders.getOrder": () => ({ ...order, state: "confirmed" }) };
      const before: StageOptions["before"] = (page) => {
        page.session.begin(session);
        page.keep.write(`booking:${offer.id}`, {
          orderId: order.id,
          ...Object(page.keep.read(`booking:${offer.id}`)),
        });
      };
      const first = await opened({ tab, before, answers: confirmed });
      await first.until(() => first.text().includes("Your session is booked"));
      const second = await opened({ tab, before, answers: confirmed });
      await second.until(() => second.text().includes("Your session is booked"));
      assert.deepEqual(window.dataLayer, [
        {
          event: "tessera_booking_confirmed",
          tessera: { bookingId: booking.id, orderId: order.id, startsAt: booking.startsAt },
        },
      ]);
    });

    it("needs no word of its order when the tab knows which session it is", async () => {
      const set = await opened({
        before: (page) => {
          page.session.begin(session);
          page.keep.write(`booking:${offer.id}`, { orderId: order.id, bookingId: booking.id });
        },
      });
      await set.until(() => set.text().includes("Your session is booked"));
      assert.notInclude(set.api.paths, "orders.getOrder");
    });

    it("can be joined from 15 minutes before its start", async () => {
      const early = await agreed({}, () => Date.parse(booking.startsAt) - 15 * 60_000 - 5_000);
      await early.until(() => early.text().includes("The meeting opens 15 minutes before"));
      assert.notInclude(early.text(), "Join the meeting");
      const open = await agreed({}, () => Date.parse(booking.startsAt) - 15 * 60_000);
      await open.until(() => open.text().includes("Join the meeting"));
    });

    it("is called off after the refund was named, and can be kept instead", async () => {
      let state = "confirmed";
      const set = await agreed({
        "orders.getOrder": () => ({ ...order, state, refundedMinor: state === "cancelled" ? 4500 : 0 }),
        "orders.cancelOrder": (input) => {
          if (!input.dryRun) state = "cancelled";
          return { refundMinor: 4500, keptMinor: 4500, order };
        },
        "scheduling.getBooking": () => ({
          ...booking,
          state: state === "cancelled" ? "cancelled" : "confirmed",
        }),
      });
      const press = (name: string) =>
        set
          .all("button")
          .find((button) => button.innerText.includes(name))
          ?.click();
      await set.until(() => set.text().includes("Cancel session"));
      press("Cancel session");
      await set.until(() => set.find("dialog").innerText.includes("You get €45 back."));
      await assertAccessible(set.widget);
      press("Keep session");
      await set.until(() => set.all("dialog").length === 0);
      assert.equal(state, "confirmed");
      press("Cancel session");
      await set.until(() => set.find("dialog[open]"));
      set.all("dialog button").at(-1)?.click();
      await set.until(() => set.text().includes("This session is cancelled."));
      assert.include(set.text(), "€45 will be refunded to you.");
    });
  });

  describe("coming back", () => {
    afterEach(() => history.replaceState(null, "", location.pathname));

    it("from the pay page before the gateway's word says so, and shows the session by itself", async () => {
      history.replaceState(null, "", "?tessera_return=code-1");
      let state = "awaiting_payment";
      const set = await opened({
        before: (page) => {
          page.session.begin(session);
          page.keep.write(`booking:${offer.id}`, { orderId: order.id, bookingId: booking.id });
        },
        answers: {
          "scheduling.getBooking": () => ({
            ...booking,
            state: state === "confirmed" ? "confirmed" : "pending",
          }),
          "orders.getOrder": () => ({ ...order, state }),
          "orders.redeemReturn": () => ({
            order: { ...order, state },
            booking: { ...booking, state: "pending" },
            payment: { id: payment.id, status: "pending" },
          }),
        },
      });
      const confirmed: unknown[] = [];
      set.widget.addEventListener("tessera-booking-confirmed", (event) => confirmed.push(event));
      await set.until(() => set.text().includes("Your payment is being confirmed."));
      assert.isEmpty(set.all("button.pay"), "nobody pays twice");
      await assertAccessible(set.widget);
      state = "confirmed";
      await set.until(() => set.text().includes("Your session is booked"));
      assert.lengthOf(confirmed, 1);
      assert.equal(set.widget.state, "done");
    }).timeout(15_000);

    const later = (standing: object, answers: Answers = {}) =>
      opened({
        answers,
        before: (page) => {
          page.session.begin(session);
          page.keep.write(`booking:${offer.id}`, standing);
        },
      });

    it("finds the time still kept", async () => {
      const set = await later({ holdId: "h" });
      await set.until(() => set.text().includes("You are booking as Ada Byron"));
      assert.notInclude(set.api.paths, "scheduling.listSlots");
    });

    it("finds the order still to be paid, with its time", async () => {
      const set = await later({ orderId: order.id, startsAt: tuesday });
      await set.until(() => set.find("button.pay"));
      assert.include(set.text(), "Tuesday, March 10, 2026");
    });

    it("finds a session that waits for its payment by its order", async () => {
      const set = await later(
        { orderId: order.id, bookingId: booking.id, startsAt: tuesday },
        { "scheduling.getBooking": () => ({ ...booking, state: "pending" }) },
      );
      await set.until(() => set.find("button.pay"));
    });

    for (const [what, standing, answers] of [
      [
        "a hold that ended",
        { holdId: "h" },
        { "scheduling.getHold": () => ({ ...hold(tuesday), state: "expired" as const }) },
      ],
      [
        "a hold of somebody else",
        { holdId: "h" },
        { "scheduling.getHold": () => ({ status: 404, code: "request.not_found" }) },
      ],
      [
        "an order that ran out",
        { orderId: "o" },
        { "orders.getOrder": () => ({ ...order, state: "expired" }) },
      ],
    ] as const) {
      it(`starts over after ${what}, and says why`, async () => {
        const set = await later(standing, answers);
        await set.until(() => set.find("button.time"));
        assert.include(set.text(), "no longer kept for you");
      });
    }

    it("does not give a booking up because the connection is lost", async () => {
      const set = await later(
        { orderId: order.id },
        { "orders.getOrder": () => ({ status: 500, code: "request.internal" }) },
      );
      await set.until(() => set.widget.state === "error");
      set.api.answers = { ...set.api.answers, ...goodAnswers };
      set
        .all("button")
        .find((button) => button.innerText.includes("Try again"))
        ?.click();
      await set.until(() => set.find("button.pay"));
    });
  });

  describe("states", () => {
    const internal = { status: 500, code: "request.internal", message: "Something went wrong on our side." };
    const states: [state: string, options: StageOptions, says: string][] = [
      ["loading", { answers: { "tenancy.getSite": () => "never" } }, "Loading"],
      ["ready", {}, "March 2026"],
      ["error", { answers: { "scheduling.getOffer": () => internal } }, "Something went wrong on our side."],
      ["error", { answers: { "scheduling.listSlots": () => internal } }, "name this number: request-1"],
      [
        "forbidden",
        {
          answers: {
            "scheduling.getOffer": () => ({
              status: 403,
              code: "request.tenant_suspended",
              message: "This site is suspended.",
            }),
          },
        },
        "This site is suspended.",
      ],
      [
        "signed-out",
        {
          answers: {
            "scheduling.getOffer": () => ({
              status: 401,
              code: "request.unauthenticated",
              message: "Sign in, or send a valid key.",
            }),
          },
        },
        "Sign in",
      ],
      [
        "unlicensed",
        { answers: { "scheduling.getOffer": () => ({ status: 402, code: "request.module_inactive" }) } },
        "not offered on this site",
      ],
      [
        "unlicensed",
        { answers: { "tenancy.getSite": () => ({ ...site, modules: ["core"] }) } },
        "not offered on this site",
      ],
      [
        "empty",
        {
          attributes: { offer: "", host: offer.hostId },
          answers: { "scheduling.listOffers": () => ({ items: [], nextCursor: null }) },
        },
        "Nothing can be booked here",
      ],
    ];
    for (const [state, options, says] of states) {
      for (const locale of ["en-US", "zh-CN", "ar"]) {
        it(`${state} (${says.slice(0, 24)}) is accessible in ${locale}`, async () => {
          const set = await opened({ ...options, locale });
          await set.until(() => set.widget.getAttribute("state") === state);
          await set.until(() => set.find(".root").lang === locale);
          if (locale === "en-US") await set.until(() => set.text().includes(says));
          await assertAccessible(set.widget);
        });
      }
    }

    it("offline says so, and goes on by itself when the connection is back", async () => {
      const set = await opened({ answers: { "scheduling.getOffer": () => "down" } });
      await set.until(() => set.text().includes("The connection is lost."));
      await assertAccessible(set.widget);
      set.api.answers = goodAnswers;
      dispatchEvent(new Event("online"));
      await set.until(() => set.find("button.time"));
    }).timeout(20_000);

    it("slow keeps the outline and says that it takes longer", async () => {
      const set = await opened({ answers: { "scheduling.getOffer": () => "never" } });
      await set.until(() => set.widget.getAttribute("state") === "slow");
      assert.include(set.text(), "This takes longer than usual.");
      await assertAccessible(set.widget);
    }).timeout(12_000);

    it("stale keeps the times when they cannot be loaded again", async () => {
      let taken = false;
      const set = await ready({
        answers: {
          "scheduling.holdSlot": () => {
            taken = true;
            return { status: 409, code: "scheduling.slot_taken" };
          },
          "scheduling.listSlots": (...asked) =>
            taken ? internal : (goodAnswers["scheduling.listSlots"]?.(...asked) ?? internal),
        },
      });
      set.find("button.time").click();
      await set.until(() => set.widget.state === "stale");
      assert.isNotEmpty(times(set));
      await assertAccessible(set.widget);
    });

    it("a month without times offers the next one", async () => {
      const none = { items: [{ offerId: offer.id, startsAt: [] }] };
      const set = await opened({ answers: { "scheduling.listSlots": () => none } });
      await set.until(() => set.text().includes("There are no free times in May."));
      assert.include(set.text(), "Show June");
      await assertAccessible(set.widget);
    });

    it("several offers are chosen from", async () => {
      const items = [
        offer,
        { ...offer, id: "0195a000-0000-7000-8000-0000000000aa", title: "Half an hour", minutes: 30 },
      ];
      const set = await opened({
        attributes: { offer: "", host: offer.hostId },
        answers: { "scheduling.listOffers": () => ({ items, nextCursor: null }) },
      });
      await set.until(() => set.text().includes("What would you like to book?"));
      await assertAccessible(set.widget);
      set.all("button.offer").at(1)?.click();
      await set.until(() => set.find("button.time"));
      assert.deepEqual(set.api.calls.at(-1)?.input["offerIds"], ["0195a000-0000-7000-8000-0000000000aa"]);
    });
  });

  describe("looks", () => {
    for (const scheme of ["light", "dark"]) {
      for (const colour of ["#3457d5", "#ffd400", "#0a0a0a", "#ff5a5f"]) {
        it(`${colour} in ${scheme} reads well in every step`, async () => {
          document.documentElement.style.colorScheme = scheme;
          document.body.style.background = scheme === "dark" ? "#000" : "#fff";
          const set = await ready({
            answers: {
              "tenancy.getSite": () => ({
                ...site,
                isSandbox: true,
                poweredBy: true,
                brand: { ...site.brand, colour },
              }),
            },
          });
          await settled(set.widget);
          await assertAccessible(set.widget);
          set.find("button.time").click();
          await set.until(() => set.find("#email"));
          await fillIn(set, {});
          await set.until(() => set.find("[aria-invalid]"));
          await settled(set.widget);
          await assertAccessible(set.widget);
          document.documentElement.style.colorScheme = "";
          document.body.style.background = "";
        });
      }
    }

    it("names Tessera only while the site does", async () => {
      const footOf = async (poweredBy: boolean) => {
        const set = await ready({ answers: { "tenancy.getSite": () => ({ ...site, poweredBy }) } });
        await settled(set.widget);
        return (set.widget.shadowRoot?.textContent ?? "").includes("Powered by Tessera");
      };
      assert.equal(await footOf(true), true);
      assert.equal(await footOf(false), false);
    });

    it("has no style attribute anywhere", async () => {
      const set = await holding();
      assert.isEmpty(set.all("[style]"));
    });

    it("is not changed by a hostile page", async () => {
      const hostile = new CSSStyleSheet();
      hostile.replaceSync(
        "* { color: red !important; text-transform: uppercase !important; letter-spacing: 9px !important; line-height: 4 !important; }",
      );
      document.adoptedStyleSheets = [hostile];
      const set = await ready();
      const { color, textTransform, letterSpacing } = getComputedStyle(set.find("h2"));
      document.adoptedStyleSheets = [];
      assert.deepEqual(
        { color, textTransform, letterSpacing },
        { color: "rgb(23, 26, 33)", textTransform: "none", letterSpacing: "normal" },
      );
    });

    for (const width of [320, 768, 1280, 2560]) {
      it(`fits ${width} px`, async () => {
        const set = await ready();
        set.widget.style.inlineSize = `${width}px`;
        await settled(set.widget);
        assert.isAtMost(set.find(".root").scrollWidth, width);
      });
    }

    it("runs from right to left in Arabic", async () => {
      const set = await ready({ locale: "ar" });
      assert.equal(getComputedStyle(set.find(".card")).direction, "rtl");
      assert.include(set.text(), "مارس");
      await assertAccessible(set.widget);
    });

    it("changes its language with the page", async () => {
      const set = await ready();
      set.page.speak("zh-CN");
      await set.until(() => set.text().includes("50分钟"));
      assert.equal(set.find(".root").lang, "zh-CN");
    });
  });

  it("sends nobody a code before their time is kept: it would belong to another visitor", async () => {
    const set = await holding({ answers: { "scheduling.holdSlot": () => "never" } });
    await fillIn(set, { name: "Ada Byron", email: "ada@example.com" });
    await set.until(() => set.find("form [aria-busy=true]"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.notInclude(set.api.paths, "identity.requestCode");
  });

  it("shares one session with every other widget of the page", async () => {
    const set = await ready();
    const other = document.createElement("tessera-booking");
    other.setAttribute("offer", offer.id);
    set.widget.after(other);
    set.page.session.begin(session);
    await set.until(() => other.shadowRoot?.querySelector<HTMLElement>("button.time"));
    other.shadowRoot?.querySelector<HTMLElement>("button.time")?.click();
    await set.until(() => other.shadowRoot?.textContent?.includes("You are booking as Ada Byron"));
    assert.equal(set.api.paths.filter((path) => path === "tenancy.getSite").length, 1);
  });
});

/** Waits until nothing moves any more. */
async function settled(widget: HTMLElement): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(resolve));
  const animations = widget.shadowRoot?.getAnimations() ?? [];
  await Promise.all(animations.map(({ finished }) => finished.catch(() => undefined)));
}
