import { type z } from "zod";
import { type Scope } from "../scope/scope.ts";

interface Described<Input extends z.ZodType, Output extends z.ZodType> {
  /** One sentence for the caller: what it does. Shown in the API reference and in the generated contract. */
  readonly summary: string;
  readonly input: Input;
  readonly output: Output;
}

/** One thing a caller can ask for, done in one transaction. `run` may be called by other operations with their scope. */
export interface Operation<Input extends z.ZodType, Output extends z.ZodType> extends Described<
  Input,
  Output
> {
  readonly run: (scope: Scope, input: z.output<Input>) => Promise<z.input<Output>>;
}

/** Declares an operation: its schemas, one sentence and its body. */
export const operation = <Input extends z.ZodType, Output extends z.ZodType>(
  definition: Operation<Input, Output>,
): Operation<Input, Output> => definition;

/** What the middle part of a three-part operation may use: no transaction, but a deadline. */
export interface CallOptions {
  readonly signal: AbortSignal;
}

/**
 * An operation that must wait for the outside, in three parts: `prepare` (a transaction: decides, and stores the command and the
 * key it will send), `call` (outside, under a deadline, no transaction), `finish` (a second transaction: stores the outcome).
 * A crash in between leaves the stored command; the owner's sweep finishes it by asking the provider.
 */
export interface ThreePartOperation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Prepared,
  Outcome,
> extends Described<Input, Output> {
  readonly prepare: (scope: Scope, input: z.output<Input>) => Promise<Prepared>;
  readonly call: (prepared: Prepared, options: CallOptions) => Promise<Outcome>;
  readonly finish: (scope: Scope, prepared: Prepared, outcome: Outcome) => Promise<z.input<Output>>;
  /** How long `call` may take, 10 seconds when not given. */
  readonly deadlineMs?: number;
}

/** Declares a three-part operation. */
export const threePartOperation = <Input extends z.ZodType, Output extends z.ZodType, Prepared, Outcome>(
  definition: ThreePartOperation<Input, Output, Prepared, Outcome>,
): ThreePartOperation<Input, Output, Prepared, Outcome> => definition;
