import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { wallClock } from "../../../platform/clock.ts";
import { capturedMessages } from "../../../platform/providers/captured-messages.ts";
import { capturedTexts } from "../../../platform/providers/sms/local.ts";
import { useSms } from "../../../platform/providers/sms/for-tenant.ts";
import { NumberRefused, type SmsProvider } from "../../../platform/providers/sms/port.ts";
import { days, minutes, plus } from "../../../platform/time.ts";
import { OrderDesk, type Person } from "../../orders/testing.ts";
import { buildBooking, buildMember, buildOpenHost } from "../../scheduling/testing.ts";
import { PhoneCode } from "../models/phone-code.ts";
import { buildPhone } from "../testing.ts";

const system = { kind: "system", cause: "test" } as const;
const wrong = "400 notifications.phone_code_wrong";

describe("whose a number is", () => {
  let house: TestHouse;
  let desk: OrderDesk;
  let lastNumber = 15_112_300_000;
  const deadNumbers = new Set<string>();
  before(async () => {
    house = await TestHouse.open();
    desk = await OrderDesk.open(house, { settings: { tenancy: { locales: ["en", "zh-CN", "ar"] } } });
    const outbox = capturedTexts(house.house.scopes);
    const sms: SmsProvider = {
      name: "strict",
      async send(sent, options) {
        if (deadNumbers.has(sent.to)) throw new NumberRefused("21614");
        return outbox.send(sent, options);
      },
    };
    useSms({ captured: sms, connected: async () => null, isConnected: async () => false });
  });
  after(() => house.close());

  const someone = async (locale = "en"): Promise<Person> => {
    const { id, email } = await desk.as(system, (scope) => buildMember(scope, { name: "Ann Baker", locale }));
    return { id, email, headers: { ...desk.office, "Tessera-Acting-For": id } };
  };
  const freshNumber = (): string => `+49${(lastNumber += 1)}`;
  const ask = (person: Person, phone: string) =>
    house.ok<{ expiresAt: string; waitSeconds: number }>("notifications.requestPhoneCode", { phone }, person);
  const refusedAsking = (person: Person, phone: string) =>
    house.refused("notifications.requestPhoneCode", { phone }, person);
  const give = (person: Person, code: string) =>
    house.ok<{ phone: string | null }>("notifications.verifyPhone", { code }, person);
  const refusedGiving = (person: Person, code: string) =>
    house.refused("notifications.verifyPhone", { code }, person);
  const phoneOf = async (person: Person) =>
    (await house.ok<{ phone: string | null }>("notifications.getPreferences", {}, person)).phone;
  const textsTo = async (phone: string): Promise<string[]> =>
    (await capturedMessages(house.house.scopes, desk.tenant))
      .filter(({ recipient }) => recipient === phone)
      .map(({ body }) => body);
  const codeAt = (phone: string, count = 1): Promise<string> =>
    house.until("the code", async () => {
      const texts = await textsTo(phone);
      return texts.length === count && texts[0]!.match(/\d{6}/)?.[0];
    });
  const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
  /** Lets time pass for the codes somebody was sent. */
  const age = (person: Person, minutesOld: number) =>
    desk.as(system, async (scope) => {
      const codes = await scope.query(PhoneCode).where({ memberId: person.id });
      for (const { id, requestedAt, expiresAt } of codes)
        await scope
          .query(PhoneCode)
          .where({ id })
          .patch({
            requestedAt: plus(requestedAt, -minutes(minutesOld)),
            expiresAt: plus(expiresAt, -minutes(minutesOld)),
          });
    });

  it("200 the code from the text message makes the number the member's, once; nobody else's code does", async () => {
    const [ann, eve] = [await someone(), await someone()];
    const phone = freshNumber();
    const { waitSeconds } = await ask(ann, phone);
    assert.equal(waitSeconds, 30);
    const code = await codeAt(phone);
    assert.equal(await phoneOf(ann), null);
    assert.equal(await refusedGiving(eve, code), wrong);
    assert.equal(await refusedGiving(ann, other(code)), wrong);
    assert.equal((await give(ann, code)).phone, phone);
    assert.equal(await refusedGiving(ann, code), wrong);
    assert.equal(await phoneOf(ann), phone);
    assert.equal(await phoneOf(eve), null);
  });

  it("another number takes the place of the first when its code is given back; removed, neither is there", async () => {
    const ann = await someone();
    const [first, second] = [freshNumber(), freshNumber()];
    await ask(ann, first);
    await give(ann, await codeAt(first));
    await age(ann, 1);
    await ask(ann, second);
    assert.equal(await phoneOf(ann), first);
    const code = await codeAt(second);
    await give(ann, code);
    assert.equal(await phoneOf(ann), second);
    await age(ann, 1);
    await ask(ann, first);
    const late = await codeAt(first, 2);
    assert.equal((await house.ok<{ phone: null }>("notifications.removePhone", {}, ann)).phone, null);
    assert.equal((await house.ok<{ phone: null }>("notifications.removePhone", {}, ann)).phone, null);
    assert.equal(await refusedGiving(ann, late), wrong, "a removed number does not come back by itself");
  });

  it("400 after five wrong tries, after ten minutes, and for a code a newer one replaced", async () => {
    const [ann, ben, cleo] = [await someone(), await someone(), await someone()];
    const phones = [freshNumber(), freshNumber(), freshNumber()] as const;
    await ask(ann, phones[0]);
    const spent = await codeAt(phones[0]);
    for (let tries = 0; tries < 5; tries++) assert.equal(await refusedGiving(ann, other(spent)), wrong);
    assert.equal(await refusedGiving(ann, spent), wrong);
    await ask(ben, phones[1]);
    const old = await codeAt(phones[1]);
    await age(ben, 11);
    assert.equal(await refusedGiving(ben, old), wrong);
    await ask(cleo, phones[2]);
    const replaced = await codeAt(phones[2]);
    await age(cleo, 1);
    await ask(cleo, phones[2]);
    const newest = await codeAt(phones[2], 2);
    if (replaced !== newest) assert.equal(await refusedGiving(cleo, replaced), wrong);
    await give(cleo, newest);
  });

  it("twenty at once with the right code are one", async () => {
    const ann = await someone();
    const phone = freshNumber();
    await ask(ann, phone);
    const code = await codeAt(phone);
    const answers = await Promise.allSettled(Array.from({ length: 20 }, () => give(ann, code)));
    assert.equal(answers.filter(({ status }) => status === "fulfilled").length, 1);
    assert.equal(await phoneOf(ann), phone);
  });

  it("429 within half a minute, and after five codes an hour to a member or to a number", async () => {
    const [ann, ben] = [await someone(), await someone()];
    const phone = freshNumber();
    await ask(ann, phone);
    assert.equal(await refusedAsking(ann, phone), "429 notifications.phone_code_just_sent");
    assert.equal(await refusedAsking(ann, freshNumber()), "429 notifications.phone_code_just_sent");
    for (let sent = 1; sent < 5; sent++) {
      await age(ann, 1);
      await ask(ann, phone);
    }
    await age(ann, 1);
    assert.equal(await refusedAsking(ann, freshNumber()), "429 notifications.too_many_phone_codes");
    assert.equal(await refusedAsking(ben, phone), "429 notifications.too_many_phone_codes");
    await ask(ben, freshNumber());
    await age(ann, 60);
    await ask(ann, phone);
  });

  it("400 for what is no number; a number that takes no messages gets no second one", async () => {
    const ann = await someone();
    for (const phone of ["0151 123", "+0151123456", "+49", "+49151123456789012"])
      assert.equal(await refusedAsking(ann, phone), "400 request.invalid_input");
    const dead = freshNumber();
    deadNumbers.add(dead);
    await ask(ann, dead);
    await house.until("the code to end", () =>
      desk.as(system, async (scope) => {
        const row = await scope.query(PhoneCode).findOne({ memberId: ann.id });
        return row?.endedAt && row.sealedCode === null && row.endedAt <= wallClock();
      }),
    );
  });

  it("409 on a live site without a provider, which says so; the number that is there gets nothing and can be removed", async () => {
    const site = await house.site();
    const member = await house.within(site.live, (scope) => buildMember(scope));
    const ann = { headers: site.actingFor(member.id) };
    const phone = freshNumber();
    await house.within(site.live, (scope) => buildPhone(scope, member.id, phone));
    const changes = [{ category: "sessions", channel: "sms", isOn: true }];
    await house.ok("notifications.updatePreferences", { changes }, ann);
    const book = (inDays: number) =>
      house.within(site.live, async (scope) => {
        const { offer } = await buildOpenHost(scope);
        await buildBooking(scope, offer, { clientId: member.id, startsAt: plus(scope.now, days(inDays)) });
      });
    const sentTo = async () =>
      (
        await house.ok<{ items: { channel: string }[] }>(
          "notifications.listDeliveries",
          {},
          { headers: site.server },
        )
      ).items.map(({ channel }) => channel);
    const shown = await house.ok<{ phone: string; sendsTexts: boolean }>(
      "notifications.getPreferences",
      {},
      ann,
    );
    assert.deepEqual([shown.phone, shown.sendsTexts], [phone, false]);
    const asked = await house.refused("notifications.requestPhoneCode", { phone: freshNumber() }, ann);
    assert.equal(asked, "409 notifications.no_text_messages");
    await book(3);
    await house.until("the mail", async () => (await sentTo()).includes("email"));
    assert.ok(!(await sentTo()).includes("sms"));
    const left = await house.ok<{ phone: null; sendsTexts: boolean }>("notifications.removePhone", {}, ann);
    assert.deepEqual([left.phone, left.sendsTexts], [null, false]);
    assert.deepEqual(await capturedMessages(house.house.scopes, site.live), []);
  });

  it("is asked in the member's language", async () => {
    const [hua, amal] = [await someone("zh-CN"), await someone("ar")];
    const phones = [freshNumber(), freshNumber()] as const;
    await ask(hua, phones[0]);
    await ask(amal, phones[1]);
    await codeAt(phones[0]);
    await codeAt(phones[1]);
    assert.match((await textsTo(phones[0]))[0]!, /验证码：\d{6}，/);
    assert.match((await textsTo(phones[1]))[0]!, /هو رمزك في/);
  });

  it("leaves no bug behind", () => assert.deepEqual(house.bugs, []));
});
