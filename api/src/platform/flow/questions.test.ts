import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadFlow } from "./load.ts";
import { answer } from "./questions.ts";
import { questionsFor } from "./request.ts";
import { sale, saleVocabulary } from "./sale/testing.ts";
import { type Handlers } from "./vocabulary.ts";

const loaded = loadFlow(sale, saleVocabulary);
const parameters = { payMinutes: 30, reminders: 2, acceptMinutes: 60, deposit: 0 };
const at = (state: string, dispute = "none") => ({
  position: { state, regions: { question: "none", dispute } },
  parameters,
});

describe("questionsFor", () => {
  it("asks for the guards and policies of what may be taken, with their arguments", () => {
    assert.deepEqual(questionsFor(loaded, at("paid"), { transition: "cancel", by: "buyer" }), {
      guards: [],
      policies: [{ key: 'cancellation {"by":"buyer"}', name: "cancellation", args: { by: "buyer" } }],
    });
    const { guards } = questionsFor(loaded, at("unpaid"), { event: "money.arrived" });
    assert.deepEqual(
      guards.map(({ name }) => name),
      ["inStock"],
    );
  });

  it("asks nothing when the request is refused anyway", () => {
    for (const request of [
      { transition: "cancel", by: "seller" },
      { transition: "cancel", by: "buyer" },
      { timer: "delivery_overdue" },
    ]) {
      assert.deepEqual(questionsFor(loaded, at("delivered", "open"), request), { guards: [], policies: [] });
    }
  });
});

describe("answer", () => {
  it("puts each question once to the handler of its name", async () => {
    const asked: unknown[] = [];
    const handlers: Pick<Handlers<typeof saleVocabulary, string>, "guards" | "policies"> = {
      guards: {
        inStock: async () => true,
        longAgo: async (order, { minutes }) => asked.push(`${order} ${minutes}`) > 1,
      },
      policies: { cancellation: async (_order, { by }) => (by === "buyer" ? 2_500 : 0) },
    };
    const { guards } = questionsFor(loaded, at("paid"), { transition: "remind", by: "buyer" });
    const { policies } = questionsFor(loaded, at("paid"), { transition: "cancel", by: "buyer" });
    const answers = await answer({ guards: [...guards, ...guards], policies }, handlers, "order 7");
    assert.deepEqual(answers, {
      guards: { 'longAgo {"minutes":30}': false },
      policies: { 'cancellation {"by":"buyer"}': 2_500 },
    });
    assert.deepEqual(asked, ["order 7 30"]);
  });

  it("throws when nothing handles a question", async () => {
    const questions = questionsFor(loaded, at("unpaid"), { event: "money.arrived" });
    await assert.rejects(answer(questions, { guards: {}, policies: {} }, null), /nothing handles "inStock"/);
  });
});
