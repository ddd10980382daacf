import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { Member } from "../../identity/index.ts";
import { pageKeyOf } from "../../tenancy/index.ts";
import { Order } from "../models/order.ts";
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
      assert.match(mail.text, /Cancel: http\S+\/manage\/\S+#tessera-manage=/);
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

describe("the page of a link", () => {
  /** Where the links of a bought session lead; nothing when a mail has none. */
  const pageOfLink = async (desk: OrderDesk, pageUrl?: string): Promise<string | undefined> => {
    const input = { holdId: await desk.hold(), ...(pageUrl !== undefined && { pageUrl }) };
    await desk.call(desk.client, "placeOrder", input);
    const { text } = await desk.mail(desk.client, "Confirmed: First talk");
    return /Cancel: (\S+)#tessera-manage=/.exec(text)?.[1];
  };
  const free = { amountMinor: 0 };
  const bought = "https://www.shop.example/coaches?who=mara";

  it("is the one the site chose, while it allows its origin", async () => {
    const settings = {
      tenancy: { allowedOrigins: ["https://www.shop.example", "https://my.shop.example"] },
      orders: { managePageUrl: "https://my.shop.example/sessions?from=mail" },
    };
    const desk = await OrderDesk.open(house, { offer: free, settings });
    assert.equal(await pageOfLink(desk, bought), "https://my.shop.example/sessions?from=mail");
  });

  it("else the page of the purchase, also when the chosen one is on an origin that is not allowed", async () => {
    const settings = {
      tenancy: { allowedOrigins: ["https://www.shop.example"] },
      orders: { managePageUrl: "https://elsewhere.example/sessions" },
    };
    const desk = await OrderDesk.open(house, { offer: free, settings });
    assert.equal(await pageOfLink(desk, bought), bought);
  });

  it("else the API's own, in the mail's language: bought without a page, or on an origin that is allowed no longer", async () => {
    const desk = await OrderDesk.open(house, { offer: free });
    const own = `${house.house.url}/manage/${desk.tenant.id}?locale=en`;
    assert.equal(await pageOfLink(desk), own);

    const moved = await OrderDesk.open(house, {
      offer: free,
      settings: { tenancy: { allowedOrigins: ["https://www.shop.example"], locales: ["en", "ar"] } },
    });
    await moved.as(system, async (scope) => {
      await scope.query(Member).where({ id: moved.client.id }).patch({ locale: "ar" });
    });
    const order = await moved.call(moved.client, "placeOrder", {
      holdId: await moved.hold(),
      pageUrl: bought,
    });
    await moved.as(system, async (scope) => {
      await scope.query(Order).where({ id: order.id }).patch({ pageUrl: "https://old.shop.example/" });
    });
    const { text } = await moved.mail(moved.client, "تم تأكيد الحجز");
    assert.match(
      text,
      new RegExp(`${house.house.url}/manage/${moved.tenant.id}\\?locale=ar#tessera-manage=`),
    );
  });

  it("200 the API's own in the language asked for, with a strict policy and the widget in it", async () => {
    const locales = ["en", "zh-CN", "ar"];
    const site = {
      tenancy: { locales, brand: { productName: "<b>Ada & Co" }, siteUrl: "https://ada.example" },
    };
    const { tenant } = await OrderDesk.open(house, { settings: site });
    for (const [query, spoken, start] of [
      ["", "de", '<html lang="en" dir="ltr">'],
      ["", "zh-CN,zh;q=0.9", '<html lang="zh-CN" dir="ltr">'],
      ["?locale=ar", "en", '<html lang="ar" dir="rtl">'],
      ["?locale=%22%3E&locale=x", "en", '<html lang="en" dir="ltr">'],
    ] as const) {
      const answer = await house.request(`/manage/${tenant.id}${query}`, {
        headers: { "Accept-Language": spoken },
      });
      const page = await answer.text();
      assert.equal(answer.status, 200);
      assert.ok(page.includes(start), page);
      assert.match(page, /<title>[^<]+ · &lt;b&gt;Ada &amp; Co<\/title>/);
      assert.match(page, /<tessera-booking><\/tessera-booking>/);
      assert.match(page, /<a href="https:\/\/ada\.example" rel="noreferrer">/);
      const policy = answer.headers.get("content-security-policy") ?? "";
      assert.match(policy, /^default-src 'none'; script-src 'self'; style-src 'sha256-/);
      assert.match(policy, /connect-src 'self'.*frame-ancestors 'none'.*trusted-types lit-html/);
      assert.equal(answer.headers.get("cache-control"), "no-store");
    }
  });

  it("403 the page of a site under another one's own domain", async () => {
    const [own, other] = [await OrderDesk.open(house), await OrderDesk.open(house)];
    await house.within(own.tenant, (scope) => {
      return scope.sql`
        insert into domain_owners (domain, tenant_id, created_at)
        values ('book.own.example', ${own.tenant.id}, ${scope.now})`;
    });
    const statusOf = async ({ tenant }: OrderDesk): Promise<number> => {
      const headers = { "X-Forwarded-Host": "book.own.example" };
      return (await house.request(`/manage/${tenant.id}`, { headers })).status;
    };
    assert.deepEqual([await statusOf(own), await statusOf(other)], [200, 403]);
  });

  it("404 a page of no site", async () => {
    for (const name of [newId(wallClock()), "demo", "%00", "a/b"]) {
      assert.equal((await house.request(`/manage/${name}`)).status, 404, name);
    }
  });
});

describe("the key in the API's own page", () => {
  const keyIn = async (desk: OrderDesk): Promise<string> => {
    const page = await (await house.request(`/manage/${desk.tenant.id}`)).text();
    return /data-key="([^"]+)"/.exec(page)![1]!;
  };
  const onPage = async (desk: OrderDesk, more: Record<string, string> = {}) => ({
    headers: { "Tessera-Key": await keyIn(desk), Origin: new URL(house.house.url).origin, ...more },
  });

  it("200 everything links are for, from the API's own origin, without a visitor's page", async () => {
    const desk = await OrderDesk.open(house);
    const startsAt = await desk.slot();
    await desk.paid(startsAt);
    const page = await onPage(desk);
    await house.ok("tenancy.getSite", {}, page);
    const [from, until] = [startsAt.toISOString(), plus(startsAt, hours(24)).toISOString()];
    await house.ok("scheduling.listSlots", { offerIds: [desk.offer.id], from, until }, page);
    const move = await tokenIn(desk, desk.client, "Confirmed", "Propose another time");
    assert.equal((await desk.call<Managed>(page, "getManagedOrder", { token: move })).isPossible, true);
    const to = plus(startsAt, hours(1)).toISOString();
    await desk.call(page, "moveManagedOrder", { token: move, startsAt: to });
    const answer = await tokenIn(desk, desk.coach, "Another time proposed", "Answer");
    await desk.call(page, "answerManagedMove", { token: answer, accept: true });
    const calendar = await tokenIn(desk, desk.client, "Confirmed", "Add to calendar");
    await desk.call(page, "getManagedCalendar", { token: calendar });
    const cancel = await tokenIn(desk, desk.client, "Confirmed", "Cancel");
    const done = await desk.call<Managed>(page, "cancelManagedOrder", { token: cancel });
    assert.equal(done.order.state, "cancelled");
  });

  it("410 another site's link", async () => {
    const desk = await OrderDesk.open(house, { offer: { amountMinor: 0 } });
    await desk.call(desk.client, "placeOrder", { holdId: await desk.hold() });
    const token = await tokenIn(desk, desk.client, "Confirmed", "Cancel");
    const elsewhere = await onPage(await OrderDesk.open(house));
    for (const operation of ["getManagedOrder", "cancelManagedOrder", "getManagedCalendar"]) {
      assert.equal(await desk.refused(elsewhere, operation, { token }), "410 orders.link_invalid", operation);
    }
  });

  it("403 from any other origin, a page of the site included", async () => {
    const desk = await OrderDesk.open(house, {
      settings: { tenancy: { allowedOrigins: ["https://www.shop.example"] } },
    });
    for (const Origin of ["https://www.shop.example", "http://localhost:1", "https://evil.example", "null"]) {
      const page = await onPage(desk, { Origin });
      const answer = await desk.refused(page, "getManagedOrder", { token: "x" });
      assert.equal(answer, "403 request.origin_not_allowed", Origin);
    }
  });

  it("403 every other operation a page may call, all of them", async () => {
    const settings = { tenancy: { limits: { visitorsPerMinute: 5000 } } };
    const desk = await OrderDesk.open(house, { settings });
    const page = await onPage(desk);
    const mayCall = [
      "orders.answerManagedMove",
      "orders.cancelManagedOrder",
      "orders.getManagedCalendar",
      "orders.getManagedOrder",
      "orders.moveManagedOrder",
      "scheduling.listSlots",
      "tenancy.getSite",
    ];
    const answers = new Map<string, string>();
    for (const path of house.house.dispatcher.table.keys()) {
      answers.set(path, await house.refused(path, { unknown: true }, { ...page, from: "203.0.113.9" }));
    }
    const opened = [...answers].filter(([, answer]) => answer !== "403 request.forbidden");
    assert.deepEqual(opened.map(([path]) => path).toSorted(), mayCall);
    assert.ok(answers.size > 100);
  });

  it("403 a site's publishable key from the API's own origin", async () => {
    const site = await house.site();
    const headers = { ...site.visitor, Origin: new URL(house.house.url).origin };
    assert.equal(
      await house.refused("orders.getManagedOrder", { token: "x" }, { headers }),
      "403 request.origin_not_allowed",
    );
  });

  it("401 beside somebody's token, and for a site that is none", async () => {
    const desk = await OrderDesk.open(house);
    const page = await onPage(desk, desk.office);
    assert.equal(await desk.refused(page, "getManagedOrder", { token: "x" }), "401 request.key_invalid");
    const nowhere = { headers: { "Tessera-Key": pageKeyOf(newId(wallClock())) } };
    assert.equal(await desk.refused(nowhere, "getManagedOrder", { token: "x" }), "401 request.key_invalid");
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
