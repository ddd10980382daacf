import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { TestHouse } from "../../../../test/house.ts";
import { samples } from "../../../platform/files/testing.ts";
import { days, hours, plus } from "../../../platform/time.ts";
import { orderContexts } from "../../orders/conversation-contexts.ts";
import { personalData } from "../../orders/personal-data.ts";
import { anotherClient, type Person } from "../../orders/testing.ts";
import { GigDesk } from "./testing.ts";

let house: TestHouse;
before(async () => {
  house = await TestHouse.open();
});
after(async () => {
  await house.close();
  assert.deepEqual(house.bugs, []);
});

/** The smallest package, what the site keeps of it, and what the seller earns. */
const price = 5_000;
const fee = 500;

async function upload({ headers }: Person, purpose: string, name: string): Promise<string> {
  const query = new URLSearchParams({ purpose, name }).toString();
  const answer = await house.request(`/api/v1/files?${query}`, {
    method: "POST",
    headers: { ...headers, "Content-Type": "application/pdf" },
    body: new Uint8Array(await samples.pdf()),
  });
  assert.equal(answer.status, 201);
  return ((await answer.json()) as { id: string }).id;
}

const actionsOf = ({ actions }: { actions: readonly { readonly name: string }[] }) =>
  actions.map(({ name }) => name);

describe("work that is delivered", () => {
  it("is read by both sides, changed as often as agreed, and earns its seller the price less the fee", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    const fileId = await upload(desk.seller, "orders.delivery", "logo.pdf");
    assert.equal(
      await desk.refused(desk.client, "deliverOrder", { id: order.id, message: "mine" }),
      "403 orders.not_by_you",
    );
    await desk.deliver(order, "The first draft.", [fileId]);
    const delivered = await desk.see(order);
    assert.deepEqual([delivered.state, delivered.work.deliveries], ["delivered", 1]);
    assert.equal(new Date(delivered.work.acceptsAt!) > plus(await desk.now(), days(2)), true);
    assert.deepEqual(
      delivered.deliveries.map(({ message, files }) => [message, files.map(({ name }) => name)]),
      [["The first draft.", ["logo.pdf"]]],
    );
    const link = (person: Person) =>
      house.request(`/api/v1/files/${fileId}/link`, { method: "POST", headers: person.headers });
    assert.equal((await link(desk.client)).status, 200);
    assert.equal((await link(await anotherClient(desk))).status, 404);

    await desk.call(desk.client, "askRevision", { id: order.id, reason: "Larger, please." });
    const asked = await desk.see(order, desk.seller);
    assert.deepEqual([asked.state, asked.work.revisionsUsed], ["revision", 1]);
    assert.equal(asked.deliveries[0]?.changes, "Larger, please.");
    await desk.deliver(order, "A larger one.");
    const again = await desk.see(order);
    assert.ok(!actionsOf(again).includes("ask_revision"));
    assert.equal(
      await desk.refused(desk.client, "askRevision", { id: order.id, reason: "Larger still." }),
      "409 orders.no_revisions_left",
    );
    assert.equal(await desk.refused(desk.seller, "acceptOrder", { id: order.id }), "403 orders.not_by_you");
    assert.equal((await desk.call(desk.client, "acceptOrder", { id: order.id })).state, "completed");
    assert.deepEqual(await desk.purse(order), { escrow: 0, seller: price - fee, fees: fee });
    assert.equal(
      await desk.refused(desk.seller, "deliverOrder", { id: order.id, message: "more" }),
      "409 orders.not_possible",
    );
    assert.deepEqual(
      (await desk.see(order)).events.map(({ state }) => state),
      [
        "awaiting_payment",
        "awaiting_payment",
        "in_progress",
        "delivered",
        "revision",
        "delivered",
        "completed",
      ],
    );
  });

  it("is accepted by itself after the site's days, and both are told a day before", async () => {
    const desk = await GigDesk.sell(house, { settings: { orders: { acceptanceMinutes: 5 * 1_440 } } });
    const order = await desk.bought();
    await desk.deliver(order);
    const deliveredAt = await desk.now();
    await desk.until(plus(deliveredAt, days(4.5)));
    assert.equal((await desk.see(order)).state, "delivered");
    await desk.mail(desk.client, "accepted by itself");
    await desk.until(plus(deliveredAt, days(5) + hours(1)));
    assert.equal((await desk.see(order)).state, "completed");
    assert.deepEqual(await desk.purse(order), { escrow: 0, seller: price - fee, fees: fee });
  });

  it("begins when everything was answered that has to be, with files and choices", async () => {
    const desk = await GigDesk.sell(house, {
      gig: {
        requirements: [
          { kind: "text", question: "What is your company called?" },
          { kind: "choice", question: "Which colour?", choices: ["Red", "Blue"] },
          { kind: "file", question: "What do you have?", isRequired: false },
        ],
      },
    });
    const order = await desk.bought(undefined, "requirements");
    const [text, choice, file] = order.questions.map(({ id }) => id);
    const answer = (answers: readonly object[], person = desk.client) =>
      desk.refused(person, "answerQuestions", { id: order.id, answers });
    const named = { questionId: text, text: "Acme" };
    assert.equal(await answer([named]), "400 request.invalid_input");
    assert.equal(await answer([named, { questionId: choice, text: "Green" }]), "400 request.invalid_input");
    assert.equal(
      await answer([named, { questionId: choice, text: "Red" }], desk.seller),
      "403 orders.not_by_you",
    );
    assert.equal(
      await desk.refused(desk.seller, "deliverOrder", { id: order.id, message: "early" }),
      "409 orders.not_possible",
    );
    const fileId = await upload(desk.client, "orders.answer", "old.pdf");
    const before = await desk.now();
    await desk.call(desk.client, "answerQuestions", {
      id: order.id,
      answers: [named, { questionId: choice, text: "Red" }, { questionId: file, fileIds: [fileId] }],
    });
    const begun = await desk.see(order, desk.seller);
    assert.equal(begun.state, "in_progress");
    assert.ok(new Date(begun.work.dueAt!) >= plus(before, days(3)));
    assert.deepEqual(
      begun.questions.map((each) => [each.answer?.text, each.answer?.files.length]),
      [
        ["Acme", 0],
        ["Red", 0],
        [null, 1],
      ],
    );
    assert.equal(await answer([named, { questionId: choice, text: "Blue" }]), "409 orders.not_possible");
  });

  it("is told to whoever asks for their data, and forgets what the erased wrote", async () => {
    const desk = await GigDesk.sell(house, {
      gig: { requirements: [{ kind: "text", question: "What is your company called?" }] },
    });
    const order = await desk.bought(undefined, "requirements");
    const answers = [{ questionId: order.questions[0]!.id, text: "Acme" }];
    await desk.call(desk.client, "answerQuestions", { id: order.id, answers });
    await desk.deliver(order, "Drawn for Acme.");
    await desk.call(desk.client, "askRevision", { id: order.id, reason: "Larger, please." });
    const exported = () =>
      desk.as({ kind: "system", cause: "test" }, async (scope) =>
        JSON.stringify(await personalData.export(scope, desk.client.id)),
      );
    const before = await exported();
    for (const written of ["Acme", "Drawn for Acme.", "Larger, please."]) assert.ok(before.includes(written));
    await desk.as({ kind: "system", cause: "test" }, (scope) => personalData.erase(scope, desk.client.id));
    const left = await desk.see(order, desk.seller);
    assert.equal(left.questions[0]?.answer, null);
    assert.deepEqual(
      left.deliveries.map(({ message, changes }) => [message, changes]),
      [["Drawn for Acme.", null]],
    );
  });

  it("has its card beside the conversation about it", async () => {
    const desk = await GigDesk.sell(house);
    const order = await desk.bought();
    const card = await desk.as({ kind: "system", cause: "test" }, (scope) =>
      orderContexts[0]!.card(scope, order.id),
    );
    assert.deepEqual(card, {
      title: "A logo drawn by hand",
      state: "in_progress",
      at: new Date(order.work.dueAt!),
      price: { amountMinor: price, currency: "EUR" },
    });
  });

  it("tells its sides of everything that happens", async () => {
    const desk = await GigDesk.sell(house, {
      gig: { requirements: [{ kind: "text", question: "What is your company called?" }] },
    });
    const order = await desk.bought(undefined, "requirements");
    await desk.mail(desk.seller, "New order");
    await desk.mail(desk.client, "questions");
    const answers = [{ questionId: order.questions[0]!.id, text: "Acme" }];
    await desk.call(desk.client, "answerQuestions", { id: order.id, answers });
    await desk.mail(desk.seller, "Answers");
    await desk.call(desk.client, "proposeCancel", { id: order.id, reason: "Too slow" });
    await desk.mail(desk.seller, "call off");
    await desk.call(desk.seller, "answerCancel", { id: order.id, accept: false });
    await desk.mail(desk.client, "goes on");
    await desk.deliver(order);
    await desk.mail(desk.client, "Delivered");
    await desk.call(desk.client, "askRevision", { id: order.id, reason: "Larger, please." });
    await desk.mail(desk.seller, "Changes");
    await desk.deliver(order);
    await desk.call(desk.client, "acceptOrder", { id: order.id });
    await desk.mail(desk.seller, "Accepted");
  });
});
