import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { Member } from "../../identity/index.ts";
import { hours, minutes, plus } from "../../../platform/time.ts";
import { type OrderAnswer, OrderDesk, type Person } from "../testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

const system = { kind: "system", cause: "test" } as const;

interface Managed {
  readonly side: string;
  readonly action: string;
  readonly isPossible: boolean;
  readonly order: { readonly id: string; readonly state: string };
  readonly booking: { readonly startsAt: string };
  readonly refundMinor: number | null;
}

/** The token behind a link's words in a mail. */
async function tokenIn(desk: OrderDesk, person: Person, subject: string, words: string): Promise<string> {
  const { text } = await desk.mail(person, subject);
  const found = new RegExp(`${words}: \\S+#tessera-manage=(\\S+)`).exec(text)?.[1];
  assert.ok(found, `${words} in ${text}`);
  return found;
}

const look = (desk: OrderDesk, token: string) =>
  desk.call<Managed>({ headers: desk.visitor }, "getManagedOrder", { token });

describe("mails", () => {
  it("both sides are told with an invitation, the link of the room and links to change their mind", async () => {
    const desk = await OrderDesk.open(house);
    await desk.paid();
    for (const [reader, other] of [
      [desk.client, desk.coach],
      [desk.coach, desk.client],
    ] as const) {
      const mail = await desk.mail(reader, "Confirmed: First talk");
      const otherName = await desk.as(system, async (scope) => {
        const member = await scope.query(Member).findOne({ id: other.id });
        return member!.name;
      });
      assert.match(mail.text, new RegExp(`with ${otherName} is confirmed`));
      assert.match(mail.text, /Where: http\S+\/meet\//);
      assert.match(mail.text, /Cancel: http:\/\/localhost\S*#tessera-manage=/);
      assert.equal(mail.calendar?.method, "REQUEST");
      assert.match(mail.calendar?.ics ?? "", /BEGIN:VEVENT/);
      assert.match(mail.html, /dir="ltr"/);
      assert.doesNotMatch(mail.text, new RegExp(other.email));
    }
  });

  it("in the reader's language and time zone", async () => {
    const site = { tenancy: { locales: ["en", "zh-CN", "ar"] } };
    const desk = await OrderDesk.open(house, { settings: site });
    await desk.as(system, async (scope) => {
      await scope
        .query(Member)
        .where({ id: desk.client.id })
        .patch({ locale: "zh-CN", timeZone: "Asia/Shanghai" });
      await scope.query(Member).where({ id: desk.coach.id }).patch({ locale: "ar" });
    });
    await desk.paid();
    const chinese = await desk.mail(desk.client, "预约已确认：First talk");
    assert.match(chinese.text, /时间: .*20:00/);
    const arabic = await desk.mail(desk.coach, "تم تأكيد الحجز");
    assert.match(arabic.html, /lang="ar" dir="rtl"/);
  });

  it("reminders come a day, an hour and a quarter of an hour before, once to each side", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    await desk.paid(startsAt);
    await desk.until(plus(startsAt, -minutes(1)));
    for (const person of [desk.client, desk.coach]) {
      const mails = await house.mailsTo(desk.tenant, person.email);
      const reminders = mails.filter(({ subject }) => subject.startsWith("Coming up"));
      assert.equal(reminders.length, 3);
    }
  });

  it("a cancelled session is taken out of calendars, and the refund named; an unpaid one was never announced", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    await desk.call(desk.coach, "cancelOrder", { id: order.id });
    const told = await desk.mail(desk.client, "Cancelled: First talk");
    assert.match(told.text, /€45\.01 goes back to you/);
    assert.equal(told.calendar?.method, "CANCEL");
    const coach = await desk.mail(desk.coach, "Cancelled: First talk");
    assert.doesNotMatch(coach.text, /goes back/);
    await desk.place(await desk.slot(5));
    await desk.wait(60);
    const mails = await house.mailsTo(desk.tenant, desk.client.email);
    assert.equal(mails.filter(({ subject }) => subject.startsWith("Cancelled")).length, 1);
  });
});

describe("links out of mails", () => {
  it("200 cancel once, without a sign-in, with the refund told before", async () => {
    const desk = await OrderDesk.open(house);
    const order = await desk.paid();
    const token = await tokenIn(desk, desk.client, "Confirmed", "Cancel");
    const seen = await look(desk, token);
    assert.deepEqual(
      [seen.side, seen.action, seen.isPossible, seen.refundMinor, seen.order.id],
      ["client", "cancel", true, 4_501, order.id],
    );
    const visitor = { headers: desk.visitor };
    const done = await desk.call<Managed>(visitor, "cancelManagedOrder", { token, reason: "ill" });
    assert.deepEqual([done.order.state, done.isPossible, done.refundMinor], ["cancelled", false, 4_501]);
    assert.equal(await desk.refused(visitor, "cancelManagedOrder", { token }), "410 orders.link_used");
    await house.until("the money to be back", async () => Object.keys(await desk.books()).length === 0);
  });

  it("200 the coach's link cancels as the coach", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    await desk.paid(startsAt);
    await desk.until(plus(startsAt, -hours(2)));
    const token = await tokenIn(desk, desk.coach, "Confirmed", "Cancel");
    assert.equal((await look(desk, token)).refundMinor, 4_501);
  });

  it("200 propose another time; the other side answers by the link in their mail", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    const visitor = { headers: desk.visitor };
    const move = await tokenIn(desk, desk.client, "Confirmed", "Propose another time");
    const to = plus(startsAt, hours(1)).toISOString();
    await desk.call(visitor, "moveManagedOrder", { token: move, startsAt: to });
    assert.equal(
      await desk.refused(visitor, "moveManagedOrder", { token: move, startsAt: to }),
      "410 orders.link_used",
    );
    const answer = await tokenIn(desk, desk.coach, "Another time proposed", "Answer");
    assert.equal((await look(desk, answer)).isPossible, true);
    const done = await desk.call<Managed>(visitor, "answerManagedMove", { token: answer, accept: true });
    assert.equal(done.booking.startsAt, to);
    assert.equal((await desk.look(order)).proposal, null);
    await desk.mail(desk.client, "New time: First talk");
  });

  it("409 an answer to a proposal that was replaced", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order = await desk.paid(startsAt);
    const propose = (count: number) =>
      desk.call(desk.client, "proposeMove", {
        id: order.id,
        startsAt: plus(startsAt, hours(count)).toISOString(),
      });
    await propose(1);
    const token = await tokenIn(desk, desk.coach, "Another time proposed", "Answer");
    await propose(2);
    assert.equal((await look(desk, token)).isPossible, false);
    const answer = { token, accept: true };
    assert.equal(
      await desk.refused({ headers: desk.visitor }, "answerManagedMove", answer),
      "409 request.conflict",
    );
  });

  it("200 the calendar file, as often as wanted", async () => {
    const desk = await OrderDesk.open(house);
    await desk.paid();
    const token = await tokenIn(desk, desk.client, "Confirmed", "Add to calendar");
    for (const _ of [1, 2]) {
      const { text } = await desk.call<{ text: string }>({ headers: desk.visitor }, "getManagedCalendar", {
        token,
      });
      assert.match(text, /^BEGIN:VCALENDAR/);
    }
  });

  it("410 another action, another site, an altered link, a session that has ended", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    await desk.paid(startsAt);
    const cancel = await tokenIn(desk, desk.client, "Confirmed", "Cancel");
    const calendar = await tokenIn(desk, desk.client, "Confirmed", "Add to calendar");
    const visitor = { headers: desk.visitor };
    const refused = (token: string) => desk.refused(visitor, "cancelManagedOrder", { token });
    assert.equal(await refused(calendar), "410 orders.link_invalid");
    assert.equal(
      await refused(cancel.replace(/.(?=.{20}$)/, (letter) => (letter === "A" ? "B" : "A"))),
      "410 orders.link_invalid",
    );
    assert.equal(await refused("nonsense"), "410 orders.link_invalid");
    const elsewhere = await OrderDesk.open(house);
    assert.equal(
      await elsewhere.refused({ headers: elsewhere.visitor }, "getManagedOrder", { token: cancel }),
      "410 orders.link_invalid",
    );
    await desk.until(plus(startsAt, minutes(5)));
    assert.equal((await look(desk, cancel)).isPossible, false);
    assert.equal(await refused(cancel), "409 orders.not_possible");
    await desk.until(plus(startsAt, hours(1)));
    assert.equal(
      await desk.refused(visitor, "getManagedOrder", { token: cancel }),
      "410 orders.link_invalid",
    );
  });

  it("410 a session that was moved forward and has ended, although the mail named a later time", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    const order: OrderAnswer = await desk.paid(startsAt);
    const token = await tokenIn(desk, desk.client, "Confirmed", "Cancel");
    const earlier = plus(startsAt, -hours(3));
    await desk.call({ headers: desk.office }, "moveOrder", { id: order.id, startsAt: earlier.toISOString() });
    await desk.until(plus(startsAt, -hours(1)));
    assert.equal(
      await desk.refused({ headers: desk.visitor }, "getManagedOrder", { token }),
      "410 orders.link_invalid",
    );
  });
});
