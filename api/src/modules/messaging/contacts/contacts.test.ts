import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { OrderDesk } from "../../orders/testing.ts";
import { type ConversationAnswer, type MessageAnswer } from "../testing.ts";

describe("contacts in messages", () => {
  let house: TestHouse;
  before(async () => {
    house = await TestHouse.open();
  });
  after(async () => {
    await house.close();
    assert.deepEqual(house.bugs, []);
  });

  const secret = "Write to coach@elsewhere.example or call +49 30 901820";
  const hidden = "Write to ••• or call •••";

  async function talk(desk: OrderDesk) {
    const conversation = await house.ok<ConversationAnswer>(
      "messaging.openConversation",
      { memberId: desk.coach.id },
      desk.client,
    );
    const { id } = conversation;
    const sent = await house.ok<MessageAnswer>(
      "messaging.sendMessage",
      { conversationId: id, clientId: "first", text: secret },
      desk.coach,
    );
    const look = async () => {
      const { items } = await house.ok<{ items: MessageAnswer[] }>(
        "messaging.listMessages",
        { conversationId: id },
        desk.client,
      );
      return items[0]?.text;
    };
    const shown = () => house.ok<ConversationAnswer>("messaging.getConversation", { id }, desk.client);
    const found = async (query: string) =>
      (await house.ok<{ items: object[] }>("messaging.searchMessages", { query }, desk.client)).items.length;
    return { sent, look, shown, found };
  }

  it("are hidden from both, in the list and in the search, until an order of the two is paid; then shown as written", async () => {
    const desk = await OrderDesk.open(house, { settings: { messaging: { masksContactsUntilPaid: true } } });
    const { sent, look, shown, found } = await talk(desk);
    assert.deepEqual([sent.text, await look(), (await shown()).hidesContacts], [hidden, hidden, true]);
    assert.equal((await shown()).lastMessage?.text, hidden);
    assert.deepEqual([await found("write"), await found("901820"), await found("elsewhere")], [1, 0, 0]);
    await desk.place(await desk.slot(4));
    assert.equal(await look(), hidden);
    await desk.paid(await desk.slot(5));
    await house.until("the contacts", async () => (await look()) === secret);
    assert.equal((await shown()).hidesContacts, false);
  });

  it("are shown where the site does not hide them", async () => {
    const { sent, look, shown } = await talk(await OrderDesk.open(house));
    assert.deepEqual([sent.text, await look(), (await shown()).hidesContacts], [secret, secret, false]);
  });
});
