import { type Metrics } from "../../metrics.ts";
import { AiMisunderstood, type AiProvider, AiUnavailable } from "./port.ts";

/** How a question to a provider ended: used, of no use because of its form, not answered, or stopped by a bug of ours. */
export type AiResult = "used" | "misunderstood" | "unavailable" | "bug";

/** What is told of the use of AI: how long it took, whether the answer could be used, and how many tokens it took. */
export interface AiMeter {
  readonly took: (
    question: { readonly provider: string; readonly task: string; readonly result: AiResult },
    seconds: number,
  ) => void;
  readonly spent: (
    what: { readonly model: string; readonly direction: "input" | "output" },
    tokens: number,
  ) => void;
}

const silent: AiMeter = { took: () => undefined, spent: () => undefined };
let meter: AiMeter = silent;

/** Tells the process who counts its use of AI, once at the start. */
export function useAiMeter(chosen: AiMeter): void {
  meter = chosen;
}

/** Who counts. */
export const aiMeter = (): AiMeter => meter;

/** A meter for `/metrics`; money is counted by what a thousand tokens cost. */
export function aiMetrics(metrics: Metrics, dollarsPer1kTokens: number): AiMeter {
  const took = metrics.histogram(
    "tessera_ai_seconds",
    "Time to an answer of the AI provider, by what became of it: the share of `used` says how right its answers are in form.",
    ["provider", "task", "result"],
  );
  const tokens = metrics.counter("tessera_ai_tokens_total", "Tokens of outside models.", [
    "model",
    "direction",
  ]);
  const dollars = metrics.counter(
    "tessera_ai_cost_dollars_total",
    "What those tokens cost by OPENAI_DOLLARS_PER_1K_TOKENS.",
    ["model"],
  );
  return {
    took,
    spent({ model, direction }, count) {
      tokens({ model, direction }, count);
      dollars({ model }, (count / 1000) * dollarsPer1kTokens);
    },
  };
}

const known = new WeakMap<AiProvider, AiProvider>();

/** The same provider with every question of it counted. */
export function metered(provider: AiProvider): AiProvider {
  let made = known.get(provider);
  if (!made) {
    made = {
      name: provider.name,
      embedding: provider.embedding,
      embed: (texts, options) => timed(provider.name, "embed", () => provider.embed(texts, options)),
      answer: (task, options) => timed(provider.name, task.purpose, () => provider.answer(task, options)),
    };
    known.set(provider, made);
  }
  return made;
}

async function timed<Answer>(provider: string, task: string, ask: () => Promise<Answer>): Promise<Answer> {
  const askedAt = performance.now();
  const told = (result: AiResult) =>
    meter.took({ provider, task, result }, (performance.now() - askedAt) / 1000);
  try {
    const answer = await ask();
    told("used");
    return answer;
  } catch (problem) {
    told(
      problem instanceof AiMisunderstood
        ? "misunderstood"
        : problem instanceof AiUnavailable
          ? "unavailable"
          : "bug",
    );
    throw problem;
  }
}
