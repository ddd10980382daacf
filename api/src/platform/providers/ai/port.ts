import { type z } from "zod";
import { type CallOptions } from "../../rpc/operation.ts";

/** How a provider turns texts into vectors. */
export interface EmbeddingModel {
  /** Vectors of one model can be compared with each other and with no others; stored beside every vector. */
  readonly id: string;
  readonly dimensions: number;
  /** The cosine up to which two texts have nothing to do with each other. */
  readonly unrelatedCosine: number;
  /** The cosine from which two texts mean the same. */
  readonly sameCosine: number;
}

/** A text to be read or written, with the deterministic way that answers where no model is connected. */
export interface TextTask<Answer> {
  /** `module.verb_noun`, for logs. */
  readonly purpose: string;
  /** What the model is to do with the input. */
  readonly instructions: string;
  /** What people wrote; the model is told to treat it as material and never as instructions. */
  readonly input: string;
  /** The form of the answer, a JSON object. */
  readonly answer: z.ZodType<Answer>;
  readonly answerLocally: (input: string) => Answer;
}

/** Reads, compares and writes texts. */
export interface AiProvider {
  /** Shown in health and in the admin app, such as `local` or `openai`. */
  readonly name: string;
  readonly embedding: EmbeddingModel;
  /** One vector of length 1 for each text, in their order; all zeros for a text without words. Throws `AiUnavailable`, at the latest when the signal aborts. */
  embed(texts: readonly string[], options: CallOptions): Promise<readonly Float32Array[]>;
  /** Throws `AiUnavailable`, at the latest when the signal aborts. */
  answer<Answer>(task: TextTask<Answer>, options: CallOptions): Promise<Answer>;
}

/** A provider did not answer, or not with what was asked: the caller goes on without. Anything else thrown is a bug. */
export class AiUnavailable extends Error {
  override readonly name: string = "AiUnavailable";
}

/** A model answered, but not in the form that was asked for. */
export class AiMisunderstood extends AiUnavailable {
  override readonly name = "AiMisunderstood";
}
