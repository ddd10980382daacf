import { z } from "zod";
import { readOutgoingUrl } from "../../../../platform/outgoing.ts";
import { AiUnavailable, type AiProvider } from "../../../../platform/providers/ai/port.ts";
import { codeOfStatus } from "../../../../platform/providers/credential-check.ts";
import { allowedAddresses } from "../../outgoing.ts";
import { vendor } from "./vendor.ts";

const model = z.string().min(1, "Name a model.").max(100);

/** What was entered for OpenAI. */
export const openAiValues = z.strictObject({
  apiKey: z.string().min(8, "This is no API key: it is too short."),
  baseUrl: z.string().optional(),
  embeddingModel: model.default("text-embedding-3-small"),
  textModel: model.default("gpt-5-mini"),
});

/** A provider that uses the entered credentials. */
export async function openAiProvider(entered: z.infer<typeof openAiValues>): Promise<AiProvider> {
  const { openAi } = await import("../../../../platform/providers/ai/openai.ts");
  return openAi({ ...entered, guard: allowedAddresses() });
}

/** OpenAI, or a server that speaks its protocol, for reading, comparing and writing texts. */
export const openai = vendor({
  name: "openai",
  kind: "ai",
  title: "OpenAI",
  values: openAiValues,
  secrets: ["apiKey"],
  hookPath: null,
  modeOf: () => null,
  assertAddresses: ({ baseUrl }) => {
    if (baseUrl !== undefined) readOutgoingUrl(baseUrl, allowedAddresses());
  },
  async check(entered, _context, options) {
    const [provider, { default: OpenAI }] = await Promise.all([openAiProvider(entered), import("openai")]);
    try {
      // One short text for each of the two models: that is what is going to be asked.
      await provider.embed(["Hello"], options);
      await provider.answer(greeting, options);
      return { code: "works", account: null, detail: `${entered.embeddingModel}, ${entered.textModel}` };
    } catch (refusal) {
      if (!(refusal instanceof AiUnavailable)) throw refusal;
      const status: unknown = refusal.cause instanceof OpenAI.APIError ? refusal.cause.status : undefined;
      const isForm = !(refusal.cause instanceof OpenAI.OpenAIError) && !options.signal.aborted;
      const code = isForm ? "settings" : codeOfStatus(typeof status === "number" ? status : undefined);
      return { code, account: null, detail: refusal.message };
    }
  },
});

const greeting = {
  purpose: "integrations.test_connection",
  instructions: "Answer with the word that the user wrote.",
  input: "Hello",
  answer: z.object({ word: z.string() }),
  answerLocally: (word: string) => ({ word }),
};
