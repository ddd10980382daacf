import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { ChatRoom, type ConversationAnswer, type MessageAnswer, type Writer } from "../testing.ts";

interface Evidence {
  readonly items: readonly {
    readonly content: { readonly text: string | null; readonly earlierTexts: readonly string[] };
  }[];
}

describe("reported messages", () => {
  let house: TestHouse;
  let room: ChatRoom;
  let team: { readonly headers: Record<string, string> };
  before(async () => {
    house = await TestHouse.open();
    room = new ChatRoom(house, await house.site());
    team = { headers: await room.site.staff() };
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const reporting = (subjectId: string) => ({ subjectKind: "message", subjectId, category: "harassment" });
  const report = (by: Writer, { id }: MessageAnswer) =>
    house.ok<{ id: string }>("safety.createReport", reporting(id), by);
  const caseOf = async (author: Writer) => {
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "safety.listCases",
      { authorId: author.id },
      team,
    );
    return items[0]!.id;
  };

  it("200 the team reads what was reported as it was, also what an edit or a deletion took away", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const message = await room.say(ben, id, "Something vile");
    await house.ok("messaging.updateMessage", { id: message.id, text: "Something mild" }, ben);
    await report(ann, message);
    await house.ok("messaging.deleteMessage", { id: message.id }, ben);
    const evidence = await house.ok<Evidence>("safety.openCase", { id: await caseOf(ben) }, team);
    assert.deepEqual(evidence.items[0]?.content.text, "Something mild");
    assert.deepEqual(evidence.items[0]?.content.earlierTexts, ["Something vile"]);
  });

  it("404 for who does not read the message; 409 one's own", async () => {
    const [ann, ben, eve] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Eve")];
    const { id } = await room.between(ann, ben);
    const message = await room.say(ben, id, "Between us");
    const refused = (by: Writer) => house.refused("safety.createReport", reporting(message.id), by);
    assert.equal(await refused(eve), "404 request.not_found");
    assert.equal(await refused(ben), "409 safety.own_account");
  });

  it("200 a hidden title is seen by nobody of the group, whose profile stays; restored or renamed, there is one again", async () => {
    const [ann, ben, eve] = [await room.writer("Ann"), await room.writer("Ben"), await room.writer("Eve")];
    const { id } = await house.ok<ConversationAnswer>(
      "messaging.createGroup",
      { title: "Vile people", memberIds: [ben.id] },
      ann,
    );
    const about = { subjectKind: "group_title", subjectId: id, category: "harassment" };
    assert.equal(await house.refused("safety.createReport", about, eve), "404 request.not_found");
    await house.ok("safety.createReport", about, ben);
    const titleFor = async (reader: Writer) =>
      (await house.ok<{ title: string | null }>("messaging.getConversation", { id }, reader)).title;
    const caseId = await caseOf(ann);
    await house.ok("safety.claimCase", { id: caseId }, team);
    await house.ok("safety.decideCase", { id: caseId, decision: "hidden", reason: "Vile" }, team);
    assert.deepEqual([await titleFor(ann), await titleFor(ben)], [null, null]);
    assert.equal(await house.refused("safety.createReport", about, ben), "404 request.not_found");
    await house.ok("safety.restoreCase", { id: caseId, reason: "Mild after all" }, team);
    assert.equal(await titleFor(ben), "Vile people");
    await house.ok("safety.createReport", about, ben);
    const { items } = await house.ok<{ items: { id: string }[] }>(
      "safety.listCases",
      { authorId: ann.id, state: "open" },
      team,
    );
    const again = items[0]!.id;
    await house.ok("safety.claimCase", { id: again }, team);
    await house.ok("safety.decideCase", { id: again, decision: "hidden", reason: "Vile" }, team);
    await house.ok("messaging.updateGroup", { id, title: "Nice people" }, ann);
    assert.equal(await titleFor(ben), "Nice people");
  });

  it("200 a hidden message is read and found by nobody and pages learn of it; restored, it is back", async () => {
    const [ann, ben] = [await room.writer("Ann"), await room.writer("Ben")];
    const { id } = await room.between(ann, ben);
    const message = await room.say(ben, id, "An awful walrus");
    await report(ann, message);
    const found = async () =>
      (await house.ok<{ items: object[] }>("messaging.searchMessages", { query: "walrus" }, ann)).items
        .length;
    const look = async () => {
      const { lastMessage, lastChange } = await house.ok<ConversationAnswer>(
        "messaging.getConversation",
        { id },
        ben,
      );
      return [lastMessage?.text, lastMessage?.isHidden, lastChange];
    };
    const caseId = await caseOf(ben);
    await house.ok("safety.claimCase", { id: caseId }, team);
    await house.ok("safety.decideCase", { id: caseId, decision: "hidden", reason: "Vile" }, team);
    assert.deepEqual([await look(), await found()], [[null, true, 2], 0]);
    await house.ok("messaging.updateMessage", { id: message.id, text: "A nice walrus" }, ben);
    assert.deepEqual([await look(), await found()], [[null, true, 3], 0]);
    await house.ok("safety.restoreCase", { id: caseId, reason: "Mild after all" }, team);
    assert.deepEqual([await look(), await found()], [["A nice walrus", false, 4], 1]);
  });
});
