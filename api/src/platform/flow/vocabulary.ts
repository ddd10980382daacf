import { type z } from "zod";

/**
 * What the flows of one kind may speak of. A module declares it once and binds a handler to every effect, guard and
 * policy; a flow that says anything else does not compile, and `loadFlow` refuses it.
 */
export interface Vocabulary {
  /** The sides of an order who may take transitions, such as "client" and "provider". */
  readonly roles: readonly string[];
  /** Facts that come from outside, such as "payment.captured". */
  readonly events: readonly string[];
  /** Instants that timers and windows are measured from. One that is only sometimes known cannot be a state's sure way out. */
  readonly moments: Readonly<Record<string, "always" | "sometimes">>;
  /** What a transition does to the world, by name, with the schema of its arguments. */
  readonly effects: Readonly<Record<string, z.ZodObject>>;
  /** Conditions that a transition may wait for, with the schema of their arguments. */
  readonly guards: Readonly<Record<string, z.ZodObject>>;
  /** Rules that answer a share in basis points, such as the cancellation table. */
  readonly policies: Readonly<Record<string, z.ZodObject>>;
  /** What a caller sends along with a transition. */
  readonly inputs: Readonly<Record<string, z.ZodObject>>;
}

/** Declares the words of a family of flows. */
export function defineVocabulary<const V extends Vocabulary>(vocabulary: V): V {
  return vocabulary;
}

/** A named effect, guard or policy with its arguments. `{ parameter }` stands for the tenant's number. */
export type Call<Word extends "effect" | "guard" | "policy"> = { readonly [Key in Word]: string } & {
  readonly args?: Readonly<Record<string, unknown>>;
};

/** A vocabulary as the types a flow is written in. */
export interface Words {
  role: string;
  event: string;
  moment: string;
  effect: Call<"effect">;
  guard: Call<"guard">;
  policy: Call<"policy">;
  input: string;
}

type Args<Schema extends z.ZodType> = {
  readonly [Name in keyof z.input<Schema>]: z.input<Schema>[Name] | { readonly parameter: string };
};

type CallOf<Word extends string, Table extends Readonly<Record<string, z.ZodType>>> = {
  [Name in keyof Table & string]: { readonly [Key in Word]: Name } & (Record<never, never> extends z.input<
    Table[Name]
  >
    ? { readonly args?: Args<Table[Name]> }
    : { readonly args: Args<Table[Name]> });
}[keyof Table & string];

/** The types of one vocabulary's words. */
export interface WordsOf<V extends Vocabulary> {
  role: V["roles"][number];
  event: V["events"][number];
  moment: keyof V["moments"] & string;
  effect: CallOf<"effect", V["effects"]>;
  guard: CallOf<"guard", V["guards"]>;
  policy: CallOf<"policy", V["policies"]>;
  input: keyof V["inputs"] & string;
}

/** What the caller of a transition sent along, after its schema. */
export type Input = Readonly<Record<string, unknown>>;

/** The arguments of a call, filled and checked. */
export type CallArgs = Readonly<Record<string, unknown>>;

/**
 * The code behind a vocabulary's words, one function for each. `Context` is what the engine hands over: the scope and
 * the locked order. An effect that refuses throws, and nothing of the transition happens.
 */
export interface Handlers<V extends Vocabulary, Context> {
  readonly effects: {
    readonly [Name in keyof V["effects"]]: (
      context: Context,
      args: z.output<V["effects"][Name]>,
      input: Input,
    ) => Promise<void>;
  };
  readonly guards: {
    readonly [Name in keyof V["guards"]]: (
      context: Context,
      args: z.output<V["guards"][Name]>,
    ) => Promise<boolean>;
  };
  /** Basis points, 0 to 10,000. */
  readonly policies: {
    readonly [Name in keyof V["policies"]]: (
      context: Context,
      args: z.output<V["policies"][Name]>,
    ) => Promise<number>;
  };
}

/** Handlers of any vocabulary, as the engine calls them with arguments that their schema accepted. */
export interface AnyHandlers<Context> {
  // Methods, so that a handler which expects the arguments of its own schema can stand here.
  readonly effects: Readonly<
    Record<string, { run(context: Context, args: CallArgs, input: Input): Promise<void> }["run"]>
  >;
  readonly guards: Readonly<
    Record<string, { ask(context: Context, args: CallArgs): Promise<boolean> }["ask"]>
  >;
  readonly policies: Readonly<
    Record<string, { ask(context: Context, args: CallArgs): Promise<number> }["ask"]>
  >;
}
