import assert from "node:assert/strict";
import { createECDH } from "node:crypto";
import { after, before, describe, it } from "node:test";
import supertest from "supertest";
import { TestHouse } from "../../../test/house.ts";
import { type CapturedMessage, capturedMessages } from "../../platform/providers/captured-messages.ts";
import { useMail } from "../../platform/providers/mail/for-tenant.ts";
import { capturedOutbox } from "../../platform/providers/mail/local.ts";
import { type MailProvider, MailboxRefused } from "../../platform/providers/mail/port.ts";
import { usePush } from "../../platform/providers/push/for-tenant.ts";
import { capturedPushes } from "../../platform/providers/push/local.ts";
import { type PushProvider, SubscriptionGone } from "../../platform/providers/push/port.ts";
import { minutes, plus } from "../../platform/time.ts";
import { hashPassword, setPassword } from "../identity/index.ts";
import { OrderDesk, type Person } from "../orders/testing.ts";
import { buildBooking, buildMember } from "../scheduling/testing.ts";

interface Delivery {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
  readonly state: string;
  readonly dueAt: string | null;
}

const system = { kind: "system", cause: "test" } as const;

/** A browser's own part of a subscription, with keys that are real. */
function browser(name: string) {
  const ecdh = createECDH("prime256v1");
  ecdh.generateKeys();
  return {
    endpoint: `https://push.example.com/${name}`,
    publicKey: ecdh.getPublicKey("base64url"),
    authSecret: Buffer.alloc(16, 7).toString("base64url"),
    device: "Firefox on Linux",
  };
}

describe("when and where news reaches a member", () => {
  let house: TestHouse;
  let desk: OrderDesk;
  let at = 1;
  const deadMailboxes = new Set<string>();
  const goneBrowsers = new Set<string>();
  before(async () => {
    house = await TestHouse.open();
    desk = await OrderDesk.open(house, {});
    const outbox = capturedOutbox(house.house.scopes);
    const mail: MailProvider = {
      name: "strict",
      async send(sent, options) {
        if (deadMailboxes.has(sent.to.address)) throw new MailboxRefused("550 5.1.1 No such mailbox");
        return outbox.send(sent, options);
      },
    };
    useMail({ live: mail, captured: mail, connected: null, from: "no-reply@tessera.example" });
    const kept = capturedPushes(house.house.scopes);
    const push: PushProvider = {
      name: "strict",
      async send(sent, options) {
        if (goneBrowsers.has(sent.target.endpoint)) throw new SubscriptionGone("410");
        return kept.send(sent, options);
      },
    };
    usePush({ live: push, captured: push, guard: [] });
  });
  after(() => house.close());

  const someone = async (): Promise<Person> => {
    const { id, email } = await desk.as(system, (scope) => buildMember(scope, { name: "Ann Baker" }));
    return { id, email, headers: { ...desk.office, "Tessera-Acting-For": id } };
  };
  const book = async (client: Person) => {
    const startsAt = await desk.slot((at += 1));
    await desk.as(system, (scope) => buildBooking(scope, desk.offer, { clientId: client.id, startsAt }));
  };
  const choose = (person: Person, input: object) =>
    house.ok<Record<string, unknown>>("notifications.updatePreferences", input, person);
  const deliveriesOf = async (person: Person, channel?: string) =>
    (
      await house.ok<{ items: Delivery[] }>(
        "notifications.listDeliveries",
        { memberId: person.id, limit: 100, ...(channel && { channel }) },
        { headers: desk.office },
      )
    ).items;
  const messagesTo = async (recipient: string): Promise<CapturedMessage[]> =>
    (await capturedMessages(house.house.scopes, desk.tenant)).filter((sent) => sent.recipient === recipient);
  const codeAt = (phone: string) =>
    house.until("the code", async () => {
      const [newest] = await messagesTo(phone);
      return newest?.body.match(/^\d{6}(?= is your code)/)?.[0];
    });
  const mailsTo = (person: Person) => house.mailsTo(desk.tenant, person.email);

  it("five pieces of news under a daily digest are one mail with five entries, whose link ends all of its kinds", async () => {
    const client = await someone();
    assert.equal((await choose(client, { digest: "daily" }))["digest"], "daily");
    for (let count = 0; count < 5; count++) await book(client);
    const waiting = await house.until("five that wait", async () => {
      const rows = (await deliveriesOf(client, "email")).filter(({ state }) => state === "waiting");
      return rows.length === 5 && rows;
    });
    assert.deepEqual(await mailsTo(client), []);
    const { unread } = await house.ok<{ unread: number }>("notifications.listNotifications", {}, client);
    assert.equal(unread, 5, "the page never waits");
    await desk.until(plus(new Date(waiting[0]!.dueAt!), minutes(1)));
    const mail = await house.until("the digest", async () =>
      (await mailsTo(client)).find(({ subject }) => subject.startsWith("5 pieces of news")),
    );
    assert.equal(mail.text.match(/Confirmed: First talk/g)?.length, 5);
    assert.match(mail.headers["List-Unsubscribe"]!, /mail-preferences/);
    const states = (await deliveriesOf(client, "email"))
      .filter(({ name }) => name === "booking_confirmed" || name === "digest")
      .map(({ state }) => state);
    assert.deepEqual(states.toSorted(), ["bundled", "bundled", "bundled", "bundled", "bundled", "sent"]);
    const { pathname } = new URL(mail.headers["List-Unsubscribe"]!.slice(1, -1));
    await supertest(house.house.url).post(pathname).expect(200);
    const { items } = await house.ok<{ items: { email: boolean; isOptional: boolean; inApp: boolean }[] }>(
      "notifications.getPreferences",
      {},
      client,
    );
    assert.ok(items.every(({ email, isOptional }) => email !== isOptional));
    assert.ok(items.every(({ inApp }) => inApp));
  });

  it("quiet hours hold mails and pushes; without them again they come at once; 400 for hours that never end", async () => {
    const client = await someone();
    const laptop = browser("quiet");
    await house.ok("notifications.preparePush", {}, client);
    await house.ok("notifications.addPushSubscription", laptop, client);
    const now = (await desk.now()).getTime();
    const { timeZone } = await house.ok<{ timeZone: string }>("notifications.getPreferences", {}, client);
    const wall = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
    const shown = (ms: number) => wall.format(new Date(ms));
    await choose(client, { quietHours: { from: shown(now - 3_600_000), until: shown(now + 7_200_000) } });
    await book(client);
    await house.until("both to wait", async () => {
      const rows = await deliveriesOf(client);
      return rows.length === 2 && rows.every(({ state }) => state === "waiting");
    });
    assert.deepEqual(await mailsTo(client), []);
    await choose(client, { quietHours: null });
    await desk.until(plus(await desk.now(), minutes(1)));
    await house.until("both to be sent", async () =>
      (await deliveriesOf(client)).every(({ state }) => state === "sent"),
    );
    const [pushed] = await messagesTo(laptop.endpoint);
    const { title, about } = JSON.parse(pushed!.body) as { title: string; about: { kind: string } };
    assert.match(title, /Confirmed: First talk/);
    assert.equal(about.kind, "booking");
    assert.equal(
      await house.refused(
        "notifications.updatePreferences",
        { quietHours: { from: "22:00", until: "22:00" } },
        client,
      ),
      "400 request.invalid_input",
    );
  });

  it("a browser is listed, tested, handed over and removed; one that is gone is dropped", async () => {
    const [client, other] = [await someone(), await someone()];
    const phone = browser("phone");
    const listed = (person: Person) =>
      house.ok<{ items: { id: string; endpoint: string }[] }>(
        "notifications.listPushSubscriptions",
        {},
        person,
      );
    const { publicKey } = await house.ok<{ publicKey: string }>("notifications.preparePush", {}, client);
    assert.equal(Buffer.from(publicKey, "base64url").length, 65);
    assert.deepEqual(await house.ok("notifications.preparePush", {}, other), { publicKey });
    const added = await house.ok<{ id: string }>("notifications.addPushSubscription", phone, client);
    const again = await house.ok<{ id: string }>("notifications.addPushSubscription", phone, client);
    assert.equal(again.id, added.id);
    await house.ok("notifications.testPush", { id: added.id }, client);
    await house.until("the test push", async () => (await messagesTo(phone.endpoint)).length === 1);
    for (const endpoint of ["http://push.example.com/a", "https://127.0.0.1/a", "https://10.0.0.1/a", "none"])
      assert.equal(
        await house.refused("notifications.addPushSubscription", { ...phone, endpoint }, client),
        "400 request.invalid_input",
      );
    assert.equal(
      await house.refused("notifications.testPush", { id: added.id }, other),
      "404 request.not_found",
    );
    const taken = await house.ok<{ id: string }>("notifications.addPushSubscription", phone, other);
    assert.deepEqual((await listed(client)).items, []);
    goneBrowsers.add(phone.endpoint);
    await house.ok("notifications.testPush", { id: taken.id }, other);
    await house.until("it to be dropped", async () => (await listed(other)).items.length === 0);
    assert.equal(
      await house.refused("notifications.removePushSubscription", { id: taken.id }, other),
      "404 request.not_found",
    );
  });

  it("a browser that is signed out, here or from elsewhere, gets no more pushes; the others go on", async () => {
    const { site } = desk;
    const hash = await hashPassword("tulip-anvil-47");
    const member = await house.within(site.live, async (scope) => {
      const made = await buildMember(scope);
      await setPassword(scope, made.id, hash);
      return made;
    });
    const signIn = async () => {
      const credentials = { email: member.email, password: "tulip-anvil-47" };
      const { accessToken } = await house.ok<{ accessToken: string }>("identity.signIn", credentials, {
        headers: site.visitor,
      });
      return { headers: { ...site.visitor, Authorization: `Bearer ${accessToken}` } };
    };
    const [one, two, three] = [await signIn(), await signIn(), await signIn()];
    const served = { headers: site.actingFor(member.id) };
    const places = { one, two, three, served };
    for (const [name, caller] of Object.entries(places))
      await house.ok("notifications.addPushSubscription", browser(`signed-${name}`), caller);
    const left = async () => {
      const { items } = await house.ok<{ items: { endpoint: string }[] }>(
        "notifications.listPushSubscriptions",
        {},
        served,
      );
      const names = items.map(({ endpoint }) => endpoint.split("signed-")[1]!);
      return names.toSorted((one, other) => one.localeCompare(other)).join(" ");
    };
    assert.equal(await left(), "one served three two");
    await house.ok("identity.signOut", {}, one);
    await house.until("its end", async () => (await left()) === "served three two");
    await house.ok("identity.endOtherSessions", {}, two);
    await house.until("its end", async () => (await left()) === "served two");
    // Somebody signs in again in a browser that is known: it belongs to the new session.
    await house.ok("notifications.addPushSubscription", browser("signed-served"), two);
    await house.ok("identity.signOut", {}, two);
    await house.until("its end", async () => (await left()) === "");
  });

  it("text messages are asked for, and go to a number once its code was given back", async () => {
    const client = await someone();
    const phone = "+4915112345678";
    await house.ok("notifications.requestPhoneCode", { phone }, client);
    const asked = await codeAt(phone);
    await choose(client, { changes: [{ category: "sessions", channel: "sms", isOn: true }] });
    await book(client);
    await house.until("the mail", async () => (await mailsTo(client)).length === 1);
    assert.equal((await messagesTo(phone)).length, 1, "only the code goes to a number nobody has verified");
    await choose(client, { changes: [{ category: "sessions", channel: "sms", isOn: false }] });
    const { phone: kept } = await house.ok<{ phone: string }>(
      "notifications.verifyPhone",
      { code: asked },
      client,
    );
    assert.equal(kept, phone);
    await book(client);
    await house.until("the second mail", async () => (await mailsTo(client)).length === 2);
    assert.equal((await messagesTo(phone)).length, 1);
    await choose(client, { changes: [{ category: "sessions", channel: "sms", isOn: true }] });
    await book(client);
    const text = await house.until("the text message", async () =>
      (await messagesTo(phone)).find(({ body }) => body.includes("Confirmed: First talk")),
    );
    assert.ok(text.body.length <= 134);
    await house.ok("notifications.removePhone", {}, client);
    await book(client);
    await house.until("the fourth mail", async () => (await mailsTo(client)).length === 4);
    assert.equal((await messagesTo(phone)).length, 2);
  });

  it("an address that bounced gets no further mail until the team allows it", async () => {
    const client = await someone();
    deadMailboxes.add(client.email);
    await book(client);
    const [failed] = await house.until("the bounce", async () => {
      const rows = (await deliveriesOf(client)).filter(({ state }) => state === "failed");
      return rows.length > 0 && rows;
    });
    assert.equal(failed!.channel, "email");
    const { items } = await house.ok<{ items: { id: string; address: string; reason: string }[] }>(
      "notifications.listSuppressions",
      { search: client.email.toUpperCase() },
      { headers: desk.office },
    );
    assert.deepEqual(
      items.map(({ address, reason }) => [address, reason]),
      [[client.email, "bounce"]],
    );
    deadMailboxes.delete(client.email);
    await book(client);
    await house.until("the second one to be held back", async () =>
      (await deliveriesOf(client)).some(({ state }) => state === "suppressed"),
    );
    assert.deepEqual(await mailsTo(client), []);
    await house.ok(
      "notifications.deleteSuppression",
      { id: items[0]!.id, reason: "Mended" },
      { headers: desk.office },
    );
    await book(client);
    await house.until("the third one", async () => (await mailsTo(client)).length === 1);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
