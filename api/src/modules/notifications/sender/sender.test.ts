import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { NameServer } from "../../../../test/name-server.ts";
import { TestHouse, type TestSite } from "../../../../test/house.ts";

describe("the domain mails come from", () => {
  let names: NameServer;
  let house: TestHouse;
  let site: TestSite;
  before(async () => {
    names = await NameServer.open();
    house = await TestHouse.open({
      variables: { NAME_SERVERS: names.address, MAIL_FROM: "Calm <hello@calm.example>" },
    });
    site = await house.site();
  });
  after(async () => {
    await house.close();
    names.close();
    assert.deepEqual(house.bugs, []);
  });

  const publish = (records: Record<string, readonly string[]>) => {
    names.records.clear();
    for (const [name, texts] of Object.entries(records)) names.records.set(name, texts);
  };
  const check = async (input: object = {}) =>
    house.ok<{ address: string; domain: string; spf: string; dkim: string | null; dmarc: string }>(
      "notifications.checkSender",
      input,
      { headers: await site.staff() },
    );

  it("200 what receivers find, long keys in parts included", async () => {
    publish({
      "calm.example": ["google-site-verification=x", "v=spf1 include:mail.example -all"],
      "s1._domainkey.calm.example": [`v=DKIM1; k=rsa; p=${"A".repeat(400)}`],
      "_dmarc.calm.example": ["v=DMARC1; p=quarantine; rua=mailto:a@calm.example"],
    });
    assert.deepEqual(await check({ selector: "s1" }), {
      address: "hello@calm.example",
      domain: "calm.example",
      spf: "found",
      dkim: "found",
      dmarc: "found",
    });
    assert.equal((await check()).dkim, null);
  });

  it("200 nothing there, or records that receivers take for none", async () => {
    publish({ "calm.example": [] });
    const none = await check({ selector: "s1" });
    assert.deepEqual([none.spf, none.dkim, none.dmarc], ["missing", "missing", "missing"]);
    const wrong = [["v=spf1 -all", "v=spf1 include:mail.example -all"], ["v=spf1 +all"], ["v=spf1 a all"]];
    for (const texts of wrong) {
      publish({
        "calm.example": texts,
        "s1._domainkey.calm.example": ["v=DKIM1; p="],
        "_dmarc.calm.example": ["v=DMARC1; p=perhaps"],
      });
      const found = await check({ selector: "s1" });
      assert.deepEqual([found.spf, found.dkim, found.dmarc], ["broken", "broken", "broken"], texts.join());
    }
  });

  it("200 nobody answers", async () => {
    names.isSilent = true;
    const { spf, dmarc } = await check();
    assert.deepEqual([spf, dmarc], ["unknown", "unknown"]);
    names.isSilent = false;
  });

  it("400 a selector that is none; 401 and 403 for everybody outside the team", async () => {
    const headers = await site.staff();
    for (const selector of ["a b", "-a", "a/b", "a".repeat(80), ""]) {
      const answer = await house.refused("notifications.checkSender", { selector }, { headers });
      assert.equal(answer, "400 request.invalid_input", selector);
    }
    const visitor = await house.refused("notifications.checkSender", {}, { headers: site.visitor });
    assert.equal(visitor, "401 request.unauthenticated");
    const { headers: member } = await site.signIn("mia@person.example");
    assert.equal(
      await house.refused("notifications.checkSender", {}, { headers: member }),
      "403 request.forbidden",
    );
  });
});
