import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import pg from "pg";
import supertest from "supertest";
import { TestHouse } from "../../../test/house.ts";
import { useMail } from "../../platform/providers/mail/for-tenant.ts";
import { capturedOutbox } from "../../platform/providers/mail/local.ts";
import { type Mail, type MailProvider } from "../../platform/providers/mail/port.ts";
import { days, minutes, plus } from "../../platform/time.ts";
import { OrderDesk, type Person } from "../orders/testing.ts";
import { Member } from "../identity/index.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";
import { personalData } from "./personal-data.ts";

interface News {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly title: string;
  readonly isRead: boolean;
  readonly about: { readonly kind: string; readonly id: string };
}
interface Inbox {
  readonly items: News[];
  readonly unread: number;
}
interface MailAnswer {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly attempts: number;
  readonly error: string | null;
}

const system = { kind: "system", cause: "test" } as const;

/** Accepts mails, and refuses those to some. */
class PickyServer implements MailProvider {
  readonly name = "picky";
  readonly refused = new Set<string>();
  tries = 0;
  readonly #accepts: MailProvider;
  constructor(accepts: MailProvider) {
    this.#accepts = accepts;
  }
  async send(mail: Mail, options: Parameters<MailProvider["send"]>[1]): Promise<string> {
    if (!this.refused.has(mail.to.address)) return this.#accepts.send(mail, options);
    this.tries += 1;
    throw new Error("550 No such mailbox\r\nhere");
  }
}

describe("notifications", () => {
  let house: TestHouse;
  let desk: OrderDesk;
  let server: PickyServer;
  let at = 1;
  before(async () => {
    house = await TestHouse.open({ variables: { ADMIN_URL: "https://admin.example" } });
    desk = await OrderDesk.open(house, {
      settings: {
        tenancy: {
          locales: ["en", "zh-CN", "ar"],
          brand: { colour: "#ffd400", productName: "Clear & Calm", mailSenderName: "Calm people" },
        },
      },
    });
    server = new PickyServer(capturedOutbox(house.house.scopes));
    useMail({ live: server, captured: server, connected: null, from: "no-reply@tessera.example" });
  });
  after(() => house.close());

  const someone = async (changes: { locale?: string } = {}): Promise<Person> => {
    const { id, email } = await desk.as(system, async (scope) => {
      const member = await buildMember(scope, { name: "Ann Baker" });
      if (changes.locale) await scope.query(Member).where({ id: member.id }).patch(changes);
      return member;
    });
    return { id, email, headers: { ...desk.office, "Tessera-Acting-For": id } };
  };
  const book = async (client: Person, startsAt?: Date): Promise<string> => {
    const start = startsAt ?? (await desk.slot((at += 1)));
    const made = await desk.as(system, (scope) =>
      buildBooking(scope, desk.offer, { clientId: client.id, startsAt: start }),
    );
    return made.id;
  };
  const inbox = (person: Person, input: object = {}) =>
    house.ok<Inbox>("notifications.listNotifications", input, person);
  const news = (person: Person, name: string) =>
    house.until(`the news ${name}`, async () =>
      (await inbox(person)).items.find((item) => item.name === name),
    );
  const mailsOf = async (person: Person, input: object = {}) =>
    (
      await house.ok<{ items: MailAnswer[] }>(
        "notifications.listDeliveries",
        { memberId: person.id, ...input },
        { headers: desk.office },
      )
    ).items;
  const choose = (person: Person, changes: object[]) =>
    house.ok<{ items: { category: string; inApp: boolean; email: boolean }[] }>(
      "notifications.updatePreferences",
      { changes },
      person,
    );

  it("tells both people of a confirmed session, with a calendar file, in the site's frame", async () => {
    const client = await someone();
    await book(client);
    const mail = await desk.mail(client, "Confirmed: First talk");
    assert.equal(mail.fromName, "Calm people");
    assert.match(mail.html, /Clear &amp; Calm/);
    assert.match(mail.html, /#ffd400/);
    assert.equal(mail.calendar?.method, "REQUEST");
    assert.match(mail.headers["List-Unsubscribe"]!, /^<http.*\/mail-preferences\/[\w-]+/);
    await desk.mail(desk.coach, "Confirmed: First talk");
    assert.equal((await news(client, "booking_confirmed")).category, "sessions");
    await news(desk.coach, "booking_confirmed");
    const [row] = await house.until("the log", async () => {
      const rows = await mailsOf(client);
      return rows[0]?.state === "sent" && rows;
    });
    assert.deepEqual([row!.name, row!.attempts, row!.error], ["booking_confirmed", 1, null]);
  });

  it("a paid session is confirmed by a mail with links to move and cancel it", async () => {
    const order = await desk.paid(await desk.slot((at += 1)));
    const mail = await house.until("the mail with links", async () => {
      const mails = await house.mailsTo(desk.tenant, desk.client.email);
      return mails.find(({ text }) => text.includes("#tessera-manage="));
    });
    assert.match(mail.text, /Cancel: http:\S+#tessera-manage=/);
    assert.match(mail.text, /Propose another time: http/);
    assert.ok(order.id);
  });

  it("writes in the reader's language, Arabic from right to left", async () => {
    const [chinese, arab] = [await someone({ locale: "zh-CN" }), await someone({ locale: "ar" })];
    await book(chinese);
    await book(arab);
    assert.match((await desk.mail(chinese, "预约已确认")).html, /lang="zh-CN" dir="ltr"/);
    assert.match((await desk.mail(arab, "تم تأكيد الحجز")).html, /lang="ar" dir="rtl"/);
    assert.match((await news(arab, "booking_confirmed")).title, /تم تأكيد الحجز/);
  });

  it("reminds both people a day, an hour and a quarter before, once each", async () => {
    const client = await someone();
    const start = plus(await desk.slot((at += 2)), 0);
    const id = await book(client, start);
    await desk.mail(client, "Confirmed");
    await desk.until(plus(start, -minutes(5)));
    for (const person of [client, desk.coach]) {
      const reminders = await house.until("three reminders", async () => {
        const { items } = await inbox(person, { category: "reminders", limit: 100 });
        const found = items.filter(({ about }) => about.id === id);
        return found.length >= 3 && found;
      });
      assert.equal(reminders.length, 3);
    }
    await house.until("three mails", async () => {
      const mails = await house.mailsTo(desk.tenant, client.email);
      return mails.filter(({ subject }) => subject.startsWith("Coming up")).length === 3;
    });
  });

  it("mails the reason of a rejected application", async () => {
    const person = await someone();
    const { id } = await house.ok<{ id: string }>("people.applyForRole", { role: "coach" }, person);
    await house.ok(
      "people.rejectApplication",
      { id, reason: "Tell us more <about> you" },
      { headers: desk.office },
    );
    const mail = await desk.mail(person, "Your application as a coach");
    assert.match(mail.text, /Reason: Tell us more <about> you/);
    assert.match(mail.html, /Tell us more &lt;about&gt; you/);
    const again = await house.ok<{ id: string }>("people.applyForRole", { role: "coach" }, person);
    await house.ok("people.approveApplication", { id: again.id }, { headers: desk.office });
    await desk.mail(person, "You are now a coach");
  });

  it("e-mail switched off leaves the page's news; 409 for what protects the account", async () => {
    const client = await someone();
    const { items } = await choose(client, [{ category: "sessions", channel: "email", isOn: false }]);
    const sessions = items.find(({ category }) => category === "sessions");
    assert.deepEqual([sessions?.inApp, sessions?.email], [true, false]);
    assert.equal(
      await house.refused(
        "notifications.updatePreferences",
        { changes: [{ category: "security", channel: "email", isOn: false }] },
        client,
      ),
      "409 notifications.always_on",
    );
    assert.equal(
      await house.refused(
        "notifications.updatePreferences",
        { changes: [{ category: "weather", channel: "email", isOn: false }] },
        client,
      ),
      "400 request.invalid_input",
    );
    await book(client);
    await news(client, "booking_confirmed");
    assert.deepEqual(await mailsOf(client), []);
  });

  it("the link in a mail asks, then ends mails of its kind without signing in", async () => {
    const client = await someone();
    await book(client);
    const mail = await desk.mail(client, "Confirmed");
    const url = new URL(mail.headers["List-Unsubscribe"]!.slice(1, -1));
    const page = await supertest(house.house.url).get(url.pathname);
    assert.equal(page.status, 200);
    assert.match(page.text, /<form method="post">/);
    assert.match(page.headers["content-security-policy"]!, /default-src 'none'/);
    const before_ = await house.ok<{ items: { category: string; email: boolean }[] }>(
      "notifications.getPreferences",
      {},
      client,
    );
    assert.ok(
      before_.items.every(({ email }) => email),
      "looking changes nothing",
    );
    const done = await supertest(house.house.url)
      .post(url.pathname)
      .type("form")
      .send("List-Unsubscribe=One-Click");
    assert.equal(done.status, 200);
    const { items } = await house.ok<typeof before_>("notifications.getPreferences", {}, client);
    assert.deepEqual(
      items.filter(({ email }) => !email).map(({ category }) => category),
      ["sessions"],
    );
    const altered = await supertest(house.house.url).post(`${url.pathname}x`);
    assert.equal(altered.status, 404);
  });

  it("five attempts, then failed and seen by the team, who send it again", async () => {
    const client = await someone();
    server.refused.add(client.email);
    const admin = new pg.Client({ connectionString: house.database.adminUrl });
    await admin.connect();
    try {
      await book(client);
      const failed = await house.until("the mail to fail", async () => {
        // Nobody waits for the minutes between the attempts.
        await admin.query("update graphile_worker._private_jobs set run_at = now() where attempts > 0");
        return (await mailsOf(client, { state: "failed" }))[0];
      });
      assert.equal(server.tries, 5);
      assert.deepEqual([failed.attempts, failed.error], [5, "550 No such mailbox here"]);
      assert.deepEqual(await desk.tasks(failed.id), ["notifications.delivery_failed"]);
      server.refused.delete(client.email);
      await house.ok("notifications.retryDelivery", { id: failed.id }, { headers: desk.office });
      await desk.mail(client, "Confirmed");
      assert.deepEqual(await desk.tasks(failed.id), []);
      assert.equal(
        await house.refused("notifications.retryDelivery", { id: failed.id }, { headers: desk.office }),
        "409 notifications.mail_not_failed",
      );
      assert.equal(await house.refused("notifications.listDeliveries", {}, client), "403 request.forbidden");
    } finally {
      await admin.end();
    }
  });

  it("counts what is unread; reads, deletes and pages one's own alone", async () => {
    const client = await someone();
    await book(client);
    await book(client);
    await house.until("two", async () => (await inbox(client)).unread === 2);
    const stranger = await someone();
    const [first, second] = (await inbox(client)).items;
    const mark = (person: Person, input: object) =>
      house.ok<{ unread: number }>("notifications.markRead", input, person);
    await mark(stranger, { ids: [first!.id] });
    assert.equal((await inbox(client)).unread, 2);
    assert.equal((await mark(client, { ids: [first!.id] })).unread, 1);
    assert.equal(
      await house.refused("notifications.deleteNotification", { id: second!.id }, stranger),
      "404 request.not_found",
    );
    await house.ok("notifications.deleteNotification", { id: second!.id }, client);
    const left = await inbox(client);
    assert.deepEqual([left.unread, left.items.map(({ id }) => id)], [0, [first!.id]]);
    assert.deepEqual((await inbox(client, { category: "credits" })).items, []);
    assert.equal(
      await house.refused("notifications.listNotifications", { category: "weather" }, client),
      "400 request.invalid_input",
    );
  });

  it("shows every template in every language", async () => {
    const { items } = await house.ok<{ items: { name: string; locales: string[] }[] }>(
      "notifications.listTemplates",
      {},
      { headers: desk.office },
    );
    const subjects = new Set<string>();
    for (const { name, locales } of items) {
      for (const locale of locales) {
        const shown = await house.ok<{ subject: string; text: string; html: string }>(
          "notifications.previewTemplate",
          { name, locale },
          { headers: desk.office },
        );
        subjects.add(shown.subject);
        assert.match(shown.html, new RegExp(`<html lang="${locale}"`));
        assert.ok(shown.text.includes("Clear & Calm"), `${name} ${locale}`);
        assert.doesNotMatch(shown.text, /undefined|null|\[object/);
      }
    }
    assert.equal(subjects.size, items.length * 3);
    assert.equal(
      await house.refused(
        "notifications.previewTemplate",
        { name: "nothing", locale: "en" },
        { headers: desk.office },
      ),
      "404 request.not_found",
    );
  });

  it("frames a mail for the admin app alone, in the look that was asked for; 404 for another mail or site", async () => {
    const page = (changes: Record<string, string> = {}) => {
      const query = { tenant: desk.tenant.id, name: "booking_confirmed", locale: "ar", scheme: "dark" };
      return supertest(house.house.url)
        .get("/preview/mail")
        .query({ ...query, ...changes });
    };
    const dark = await page().expect(200);
    assert.match(
      dark.headers["content-security-policy"]!,
      /sandbox; frame-ancestors https:\/\/admin\.example$/,
    );
    assert.match(dark.text, /dir="rtl"/);
    assert.match(dark.text, /@media all\{/);
    assert.match((await page({ scheme: "light" })).text, /@media not all\{/);
    for (const changes of [{ name: "none" }, { tenant: desk.offer.id }, { scheme: "blue" }, { locale: "fr" }])
      await page(changes).expect(404);
  });

  it("forgets after the days the site keeps; erased at once", async () => {
    const [old, erased] = [await someone(), await someone()];
    await book(old);
    await book(erased);
    await news(old, "booking_confirmed");
    await news(erased, "booking_confirmed");
    await desk.as(system, (scope) => personalData.erase(scope, erased.id));
    assert.deepEqual(await desk.as(system, (scope) => personalData.export(scope, erased.id)), {
      news: [],
      preferences: [],
      rhythms: [],
      phoneCodes: [],
      browsers: [],
      deliveries: [],
    });
    const named = async () => (await inbox(old)).items.map(({ name }) => name);
    await desk.until(plus(await desk.now(), days(29)));
    assert.ok((await named()).includes("booking_confirmed"));
    await desk.until(plus(await desk.now(), days(3)));
    await house.until("it to be forgotten", async () => !(await named()).includes("booking_confirmed"));
  });

  it("leaves no bug behind", () => {
    assert.deepEqual(
      house.bugs.filter((line) => !line.includes("No such mailbox")),
      [],
    );
  });
});
