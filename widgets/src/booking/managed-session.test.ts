import { assert } from "chai";
import { emulateMedia } from "@web/test-runner-commands";
import { assertAccessible } from "../../test/accessible.ts";
import { booking, offer, order, site } from "../../test/coach.ts";
import { type Answers, type InputOf, type OutputOf } from "../../test/fake-api.ts";
import { stage, type StageOptions, strike } from "../../test/stage.ts";
import { TesseraBooking } from "./booking.ts";

type Managed = OutputOf<"orders.getManagedOrder">;

const managed = (changes: Partial<Managed> = {}): Managed => ({
  side: "client",
  action: "cancel",
  isPossible: true,
  order: {
    id: order.id,
    number: order.number,
    state: "confirmed",
    totalMinor: 9000,
    currency: "EUR",
    proposal: null,
  },
  booking,
  refundMinor: 4500,
  ...changes,
});

const inState = (state: string) => ({ ...managed().order, state });

/** Opens a page by a link out of a mail. */
async function opened(view: Partial<Managed>, answers: Answers = {}, options: StageOptions = {}) {
  history.replaceState(null, "", "#tessera-manage=token.of.the.link");
  const set = await stage("tessera-booking", {
    ...options,
    attributes: { host: offer.hostId, "time-zone": "Europe/Berlin", ...options.attributes },
    answers: { "orders.getManagedOrder": () => managed(view), ...answers },
  });
  await set.until(() => set.find("[data-heading]"));
  return set;
}

const press = (set: Awaited<ReturnType<typeof opened>>, name: string) => {
  const button = set.all("button").find(({ innerText }) => innerText.includes(name));
  if (!button) throw new Error(`There is no button ${name}.`);
  button.click();
};

describe("<tessera-booking>, opened by a link out of a mail", () => {
  before(() => emulateMedia({ reducedMotion: "reduce" }));
  afterEach(() => {
    strike();
    history.replaceState(null, "", location.pathname + location.search);
  });

  it("shows the session and what calling it off gives back, with the keyboard on it", async () => {
    const set = await opened({});
    assert.instanceOf(set.widget, TesseraBooking);
    assert.include(set.text(), "Cancel this session?");
    assert.include(set.text(), "Career clarity session");
    assert.include(set.text(), "Tuesday, March 10");
    assert.include(set.text(), "You get €45 back.");
    await set.until(() => set.widget.shadowRoot?.activeElement === set.find("[data-heading]"));
    assert.equal(
      set.api.calls.find(({ path }) => path === "orders.getManagedOrder")?.input["token"],
      "token.of.the.link",
    );
    await assertAccessible(set.widget);
  });

  it("is shown by one widget of the page, and the other one goes on with free times", async () => {
    const set = await opened({});
    const other = document.createElement("tessera-booking");
    other.setAttribute("host", offer.hostId);
    set.widget.after(other);
    await set.until(() => other.shadowRoot?.querySelector("[part~=time]"));
    assert.notInclude(other.shadowRoot?.textContent ?? "", "Cancel this session?");
    assert.include(set.text(), "Cancel this session?");
  });

  it("is noticed in a tab that shows the page already, and so is the next one", async () => {
    const set = await stage("tessera-booking", {
      attributes: { host: offer.hostId, "time-zone": "Europe/Berlin" },
      answers: {
        "orders.getManagedOrder": ({ token }) => managed({ action: token === "first" ? "cancel" : "move" }),
      },
    });
    await set.until(() => set.find("[part~=time]"));
    location.hash = "#tessera-manage=first";
    await set.until(() => set.text().includes("Cancel this session?"));
    location.hash = "#tessera-manage=second";
    await set.until(() => set.find("select, input[type=radio], [part~=input]"));
    assert.notInclude(set.text(), "Cancel this session?");
    const tokens = set.api.calls.filter(({ path }) => path === "orders.getManagedOrder");
    assert.deepEqual(
      tokens.map(({ input }) => input),
      [{ token: "first" }, { token: "second" }],
    );
  });

  it("calls it off once, says what comes back, and tells the page", async () => {
    const set = await opened(
      {},
      { "orders.cancelManagedOrder": () => managed({ isPossible: false, order: inState("cancelled") }) },
    );
    const told: unknown[] = [];
    set.widget.addEventListener("tessera-booking-cancelled", ({ detail }) => told.push(detail));
    press(set, "Cancel session");
    await set.until(() => set.text().includes("€45 will be refunded to you."));
    assert.include(set.text(), "This session is cancelled.");
    assert.equal(set.widget.getAttribute("state"), "done");
    assert.deepEqual(told, [{ bookingId: booking.id, orderId: order.id, refundMinor: 4500 }]);
    await assertAccessible(set.widget);
  });

  it("may be stopped by the page, and names a refusal", async () => {
    const set = await opened(
      {},
      {
        "orders.cancelManagedOrder": () => ({ status: 409, code: "orders.link_used" }),
      },
    );
    set.widget.addEventListener("tessera-before-booking-cancel", (event) => event.preventDefault(), {
      once: true,
    });
    press(set, "Cancel session");
    await set.until(() => set.all("[aria-busy=true]").length === 0);
    assert.notInclude(set.api.paths, "orders.cancelManagedOrder");
    press(set, "Cancel session");
    await set.until(() => set.text().includes("Refused: orders.link_used."));
    await assertAccessible(set.widget);
  });

  it("tells the host what the client gets back, and who is too late that nothing does", async () => {
    const host = await opened({ side: "provider", refundMinor: 9000 });
    assert.include(host.text(), "The client gets €90 back.");
    strike();
    const late = await opened({ refundMinor: 0 });
    assert.include(late.text(), "It is too late for a refund.");
    strike();
    const free = await opened({ refundMinor: 0, order: { ...managed().order, totalMinor: 0 } });
    assert.include(free.text(), "The time becomes free for others.");
  });

  it("proposes one of the free times; the agreed one stays until it is accepted", async () => {
    let sent: InputOf<"orders.moveManagedOrder"> | undefined;
    const set = await opened(
      { action: "move", refundMinor: null },
      {
        "orders.moveManagedOrder": (input) => {
          sent = input;
          return managed({ action: "move", isPossible: false, refundMinor: null });
        },
      },
    );
    await set.until(() => set.find("select"));
    await assertAccessible(set.widget);
    const times = set.find("select");
    assert.instanceOf(times, HTMLSelectElement);
    times.selectedIndex = 2;
    const chosen = times.value;
    press(set, "Send proposal");
    await set.until(() => set.text().includes("Your proposal was sent."));
    assert.deepEqual(sent, { token: "token.of.the.link", startsAt: chosen });
  });

  for (const locale of ["en", "zh-CN", "ar"])
    it(`has room for the times in ${locale} on the narrowest screen`, async () => {
      const set = await opened({ action: "move", refundMinor: null }, {}, { locale });
      set.widget.style.inlineSize = "320px";
      await set.until(() => set.find("select"));
      const card = set.find(".card").getBoundingClientRect();
      for (const part of set.all(".step, .done > *, form, label, select, button")) {
        const { left, right } = part.getBoundingClientRect();
        assert.isTrue(left >= card.left && right <= card.right, `${part.localName} ${left}–${right}`);
      }
      assert.isAtMost(set.find(".root").scrollWidth, 320);
      const select = set.find("select");
      assert.instanceOf(select, HTMLSelectElement);
      const { fontWeight, fontSize, fontFamily, paddingLeft } = getComputedStyle(select);
      const pen = document.createElement("canvas").getContext("2d");
      assert.isNotNull(pen);
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const widest = Math.max(...[...select.options].map(({ text }) => pen.measureText(text).width));
      const arrow = 20;
      assert.isAtMost(widest + 2 * parseFloat(paddingLeft) + arrow, select.clientWidth);
    });

  it("keeps the session when that is what they want, and says so", async () => {
    const set = await opened({});
    press(set, "Keep session");
    await set.until(() => set.text().includes("Your session stays as it is."));
    assert.equal(set.widget.getAttribute("state"), "done");
    assert.deepEqual(
      set.api.paths.filter((path) => path.startsWith("orders.")),
      ["orders.getManagedOrder"],
    );
    await assertAccessible(set.widget);
  });

  it("leads nowhere where there is nothing to book, and needs no licence for what was bought", async () => {
    const set = await opened(
      {},
      { "tenancy.getSite": () => ({ ...site, modules: ["core"] }) },
      {
        attributes: { host: "" },
      },
    );
    assert.include(set.text(), "Cancel this session?");
    assert.notInclude(set.text(), "Go to free times");
    assert.isBelow(set.find(".card").clientHeight, 500);
    await assertAccessible(set.widget);
  });

  it("answers a proposed time, either way", async () => {
    const proposal = { by: "provider", startsAt: "2026-03-12T13:00:00.000Z" } as const;
    for (const [button, accept, outcome] of [
      ["Accept the new time", true, "The new time is agreed."],
      ["Keep the agreed time", false, "The agreed time stays."],
    ] as const) {
      strike();
      let sent: InputOf<"orders.answerManagedMove"> | undefined;
      const set = await opened(
        { action: "answer", refundMinor: null, order: { ...managed().order, proposal } },
        {
          "orders.answerManagedMove": (input) => {
            sent = input;
            return managed({ action: "answer", isPossible: false, refundMinor: null });
          },
        },
      );
      assert.include(set.text(), "New time: Thursday, March 12");
      press(set, button);
      await set.until(() => set.text().includes(outcome));
      assert.deepEqual(sent, { token: "token.of.the.link", accept });
    }
  });

  it("that has done its work says so, and leads on to free times", async () => {
    const set = await opened({ isPossible: false, refundMinor: null });
    assert.include(set.text(), "This link has done its work");
    await assertAccessible(set.widget);
    press(set, "Go to free times");
    await set.until(() => set.find("button.time"));
    assert.equal(location.hash, "");
  });

  it("that is not one of the site says what to do", async () => {
    const set = await opened(
      {},
      {
        "orders.getManagedOrder": () => ({ status: 410, code: "orders.link_invalid" }),
      },
    );
    await set.until(() => set.text().includes("Refused: orders.link_invalid."));
    assert.notInclude(set.text(), "Try again");
    await assertAccessible(set.widget);
  });

  for (const [locale, sentence] of [
    ["zh-CN", "您将获得退款"],
    ["ar", "سيُعاد إليك مبلغ"],
  ] as const)
    it(`speaks ${locale}`, async () => {
      const set = await opened({}, {}, { locale });
      await set.until(() => set.text().includes(sentence));
      await assertAccessible(set.widget);
    });
});
