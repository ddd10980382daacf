import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse, type TestSite } from "../../../../test/house.ts";
import { ChatRoom, type MessageAnswer, type Writer } from "../../messaging/testing.ts";

interface Case {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly categories: readonly string[];
  readonly said: readonly {
    readonly rules: readonly string[];
    readonly text: string;
    readonly reporter: null;
  }[];
}

describe("the rules of a site for what is written", () => {
  let house: TestHouse;
  before(async () => {
    house = await TestHouse.open({ works: false });
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  async function open(safety: object = {}) {
    const site = await house.site(undefined, { safety });
    const room = new ChatRoom(house, site);
    const [ann, ben] = [await room.writer("Ann Author"), await room.writer("Ben Reader")];
    const { id } = await room.between(ann, ben);
    return { site, room, ann, ben, talkId: id, headers: await site.staff() };
  }
  type Desk = Awaited<ReturnType<typeof open>>;
  const casesOf = async ({ headers }: Desk, author: Writer): Promise<Case[]> => {
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "safety.listCases",
      { authorId: author.id },
      { headers },
    );
    return Promise.all(items.map(({ id }) => house.ok<Case>("safety.getCase", { id }, { headers })));
  };
  const rulesOf = async (desk: Desk, author: Writer) =>
    (await casesOf(desk, author)).map(({ subjectKind, said }) => [
      subjectKind,
      ...said.flatMap(({ rules }) => rules),
    ]);

  it("a message with a word of the list is sent, and begins a case whose evidence says what was found", async () => {
    const desk = await open();
    const sent = await desk.room.say(desk.ann, desk.talkId, "Use Western Union, ann@elsewhere.example");
    const [made, ...others] = await casesOf(desk, desk.ann);
    assert.deepEqual([made?.subjectKind, made?.subjectId, made?.categories], ["message", sent.id, ["rule"]]);
    assert.deepEqual(
      made?.said.map(({ rules, text, reporter }) => [rules, text, reporter]),
      [[["words"], "", null]],
    );
    assert.deepEqual(others, []);
    const { items } = await house.ok<{ items: { content: Record<string, unknown> }[] }>(
      "safety.openCase",
      { id: made?.id },
      desk,
    );
    assert.deepEqual(items[0]?.content["found"], ["words: western union"]);
    assert.match(String(items[0]?.content["text"]), /Western Union/);
  });

  it("an edit is looked at as well; an ordinary message begins nothing", async () => {
    const desk = await open({ links: { watched: "everywhere", allowedDomains: ["example.com"] } });
    const sent = await desk.room.say(desk.ann, desk.talkId, "See https://example.com/ at ten");
    assert.deepEqual(await rulesOf(desk, desk.ann), []);
    await house.ok<MessageAnswer>(
      "messaging.updateMessage",
      { id: sent.id, text: "See https://evil.test" },
      desk.ann,
    );
    assert.deepEqual(await rulesOf(desk, desk.ann), [["message", "links"]]);
  });

  it("400 a word is refused where the site wants it, and nothing is stored", async () => {
    const desk = await open({ words: { list: ["线下交易"], refuses: true } });
    const { status, body } = await house.call(
      "messaging.sendMessage",
      { conversationId: desk.talkId, clientId: "one", text: "我们线下交易吧" },
      desk.ann,
    );
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /safety\.word_refused.*线下交易/);
    assert.deepEqual(await desk.room.texts(desk.ben, desk.talkId), []);
    assert.deepEqual(await casesOf(desk, desk.ann), []);
  });

  it("a profile is looked at where it changed; what the team writes is not", async () => {
    const desk = await open();
    const bio = "Call me: +49 30 901820";
    const write = (change: object, by: { headers: Record<string, string> } = desk.ann) =>
      house.ok("people.updateProfile", { memberId: desk.ann.id, ...change }, by);
    await write({ bio }, desk);
    await write({ bio, headline: "Coach" });
    assert.deepEqual(await rulesOf(desk, desk.ann), []);
    await write({ expertise: ["ann@elsewhere.example"] });
    assert.deepEqual(await rulesOf(desk, desk.ann), [["profile", "contacts"]]);
  });

  it("a case keeps everything the rules find until it is decided, each with what was written then", async () => {
    const desk = await open();
    const write = (headline: string) =>
      house.ok("people.updateProfile", { memberId: desk.ann.id, headline }, desk.ann);
    await write("Mail ann@elsewhere.example");
    await write("Pay by Western Union");
    await write("A harmless headline");
    assert.deepEqual(await rulesOf(desk, desk.ann), [["profile", "contacts", "words"]]);
    const [made] = await casesOf(desk, desk.ann);
    const { items } = await house.ok<{ items: { content: Record<string, unknown> }[] }>(
      "safety.openCase",
      { id: made?.id },
      desk,
    );
    assert.deepEqual(
      items.map(({ content }) => content["headline"]),
      ["Mail ann@elsewhere.example", "Pay by Western Union"],
    );
  });

  it("offers, titles of groups and applications are looked at too, each as what it is", async () => {
    const desk = await open();
    const { ann, ben } = desk;
    const bad = "Western Union only";
    const offer = { title: bad, minutes: 60, price: { amountMinor: 0, currency: "EUR" } };
    await house.ok("people.applyForRole", { role: "coach", note: bad }, ann);
    const { id: offerId } = await house.ok<{ id: string }>("scheduling.createOffer", offer, ann);
    const change = { id: offerId, description: `${bad}!` };
    await house.ok("scheduling.updateOffer", change, ann);
    await house.ok("scheduling.updateOffer", { id: offerId, minutes: 30 }, ann);
    const { id } = await house.ok<{ id: string }>(
      "messaging.createGroup",
      { title: bad, memberIds: [ben.id] },
      ann,
    );
    await house.ok("messaging.updateGroup", { id, title: "Harmless" }, ann);
    assert.deepEqual(
      new Map((await rulesOf(desk, ann)).map(([kind, ...rules]) => [kind, rules])),
      new Map([
        ["profile", ["words"]],
        ["offer", ["words", "words"]],
        ["group_title", ["words"]],
      ]),
    );
    const evidenceOf = async (kind: string) => {
      const made = (await casesOf(desk, ann)).find(({ subjectKind }) => subjectKind === kind);
      const { items } = await house.ok<{ items: { content: Record<string, unknown> }[] }>(
        "safety.openCase",
        { id: made?.id },
        desk,
      );
      return items.map(({ content }) => content);
    };
    assert.deepEqual(
      (await evidenceOf("profile")).map(({ place, written }) => [place, written]),
      [["application", [bad]]],
    );
    assert.deepEqual(
      (await evidenceOf("offer")).map(({ title, description }) => [title, description]),
      [
        [bad, ""],
        [bad, `${bad}!`],
      ],
    );
    assert.deepEqual(
      (await evidenceOf("group_title")).map(({ title }) => title),
      [bad],
    );
    const refusing = await open({ words: { list: ["lottery"], refuses: true } });
    assert.equal(
      await house.refused("people.applyForRole", { role: "coach", note: "Lottery" }, refusing.ann),
      "400 safety.word_refused",
    );
  });

  it("too many texts in an hour and the same one again and again are one case an hour", async () => {
    const desk = await open({ spam: { perHour: 4, repeats: 2 } });
    for (let i = 0; i < 3; i++) await desk.room.say(desk.ann, desk.talkId, "Buy my course, it is very good");
    assert.deepEqual(await rulesOf(desk, desk.ann), [["message", "spam"]]);
    for (let i = 0; i < 4; i++) await desk.room.say(desk.ann, desk.talkId, `Number ${i}`);
    assert.deepEqual(await rulesOf(desk, desk.ann), [["message", "spam"]]);
    for (let i = 0; i < 4; i++) await desk.room.say(desk.ben, desk.talkId, `Number ${i}`);
    assert.deepEqual(await rulesOf(desk, desk.ben), []);
    await desk.room.say(desk.ben, desk.talkId, "Number 5");
    assert.deepEqual(await rulesOf(desk, desk.ben), [["message", "spam"]]);
  });

  it("200 rules are tried on a text, those in force and those of the form", async () => {
    const { headers } = await open();
    const attempt = (input: object) =>
      house.ok<{ findings: object[]; isRefused: boolean }>("safety.tryRules", input, { headers });
    const text = "Western Union, www.evil.test";
    assert.deepEqual(await attempt({ text, audience: "private" }), {
      findings: [{ rule: "words", excerpt: "western union" }],
      isRefused: false,
    });
    const rules = { words: { list: ["evil"], refuses: true }, links: { watched: "everywhere" } };
    assert.deepEqual(await attempt({ text, audience: "private", rules }), {
      findings: [
        { rule: "words", excerpt: "evil" },
        { rule: "links", excerpt: "www.evil.test" },
      ],
      isRefused: true,
    });
  });

  it("400 a domain that is none; the change of a rule is in the audit log", async () => {
    const { headers, site } = await open();
    const save = (safety: object) =>
      house.call("tenancy.updateSettings", { changes: { safety } }, { headers });
    const wrong = await save({ links: { allowedDomains: ["https://example.com/"] } });
    assert.equal(wrong.status, 400);
    assert.match(JSON.stringify(wrong.body), /Write a domain such as example\.com/);
    assert.equal((await save({ words: { list: ["lottery"] } })).status, 200);
    const { items } = await house.ok<{ items: { action: string; after: unknown }[] }>(
      "insights.listAudit",
      { action: "tenancy.update_settings" },
      { headers },
    );
    assert.deepEqual(
      items.map(({ after: changed }) => changed),
      [{ safety: { words: { list: ["lottery"] } } }],
    );
    await tellsNobodyElse(site);
  });

  async function tellsNobodyElse(site: TestSite) {
    assert.match(
      await house.refused("safety.tryRules", { text: "a", audience: "public" }, { headers: site.visitor }),
      /^40[13] /,
    );
  }
});
