import assert from "node:assert/strict";
import { after, before, beforeEach, test } from "node:test";
import { z } from "zod";
import { OpenAiServer } from "../../../../test/openai-server.ts";
import { Metrics } from "../../metrics.ts";
import { aiMetrics, metered, useAiMeter } from "./meter.ts";
import { openAi } from "./openai.ts";
import { type AiProvider, AiUnavailable } from "./port.ts";

const counting = {
  purpose: "test.count_words",
  instructions: "Count the words.",
  input: "one two three",
  answer: z.object({ words: z.int() }),
  answerLocally: () => ({ words: 3 }),
};
const patient = () => ({ signal: AbortSignal.timeout(10_000) });

let server: OpenAiServer;
let metrics: Metrics;
let provider: AiProvider;
before(async () => {
  server = await OpenAiServer.start();
});
after(() => server.stop());
beforeEach(() => {
  metrics = new Metrics();
  useAiMeter(aiMetrics(metrics, 0.002));
  server.plan = [];
  server.answer = JSON.stringify({ words: 3 });
  provider = metered(
    openAi({
      apiKey: "sk-test",
      baseUrl: server.url,
      embeddingModel: "text-embedding-3-small",
      textModel: "gpt-5-mini",
    }),
  );
});

/** The value of a metric's line that holds all of these words. */
async function valueOf(name: string, ...words: string[]): Promise<number | undefined> {
  const line = (await metrics.print())
    .split("\n")
    .find((each) => each.startsWith(name) && words.every((word) => each.includes(`"${word}"`)));
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
}

test("tokens of both models are counted by direction, and cost what a thousand of them cost", async () => {
  server.usage = { prompt_tokens: 500, completion_tokens: 500 };
  await provider.embed(["Sales training"], patient());
  await provider.answer(counting, patient());
  assert.equal(await valueOf("tessera_ai_tokens_total", "text-embedding-3-small", "input"), 500);
  assert.equal(await valueOf("tessera_ai_tokens_total", "gpt-5-mini", "input"), 500);
  assert.equal(await valueOf("tessera_ai_tokens_total", "gpt-5-mini", "output"), 500);
  assert.equal(await valueOf("tessera_ai_cost_dollars_total", "gpt-5-mini"), 0.002);
  assert.equal(await valueOf("tessera_ai_cost_dollars_total", "text-embedding-3-small"), 0.001);
});

test("a server that does not say how many tokens it took is used all the same", async () => {
  server.usage = null;
  await provider.embed(["Sales training"], patient());
  assert.equal(await valueOf("tessera_ai_tokens_total", "text-embedding-3-small"), undefined);
  assert.equal(await valueOf("tessera_ai_seconds_count", "embed", "used"), 1);
});

test("answers are timed by what became of them", async () => {
  await provider.answer(counting, patient());
  server.answer = JSON.stringify({ words: "many" });
  await assert.rejects(provider.answer(counting, patient()), AiUnavailable);
  server.plan = [500, 500, 500, 500];
  await assert.rejects(provider.answer(counting, patient()), AiUnavailable);
  for (const result of ["used", "misunderstood", "unavailable"])
    assert.equal(await valueOf("tessera_ai_seconds_count", "openai", "test.count_words", result), 1, result);
});
