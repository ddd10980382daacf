import { type Vocabulary, type Words, type WordsOf } from "./vocabulary.ts";

/**
 * A kind of order as plain data: the states it passes, who may move it, what each move does, what time does by itself.
 * A released version is never edited: running orders stay on the version they began with.
 * The letters: W the words it may use, S states of the main course, P parameters, T transitions.
 */
export interface Flow<W extends Words, S extends string, P extends string, T extends string> extends Graph<
  W,
  S,
  NoInfer<P>,
  T
> {
  readonly name: string;
  /** Counts from 1; a changed graph is a new version. */
  readonly version: number;
  /** What a tenant may change: numbers, never the graph. */
  readonly parameters: Readonly<Record<P, Parameter>>;
  /** What every outside event means in every state. "handle" needs a transition that takes it whatever the guards say. */
  readonly events: { readonly [Event in W["event"]]: { readonly [State in NoInfer<S>]: EventRule } };
  /** What goes on beside the main course: a dispute, a proposed move. */
  readonly regions: Readonly<Record<string, Region<W, NoInfer<S>, NoInfer<P>, T>>>;
}

/** An event is a transition, of no concern, or something an operator must look at. */
export type EventRule = "handle" | "ignore" | "alarm";

/** States and the transitions between them: the main course of a flow, or a region beside it. */
export interface Graph<W extends Words, S extends string, P extends string, T extends string> {
  readonly initial: NoInfer<S>;
  readonly states: Readonly<Record<S, State<W, P, NoInfer<T>>>>;
  /** Where several transitions take one event from one state, the first whose guards agree is taken. */
  readonly transitions: readonly Transition<W, NoInfer<S>, P, T>[];
}

/** A small graph that runs while the order is in one of some states. */
export interface Region<W extends Words, S extends string, P extends string, T extends string> extends Graph<
  W,
  string,
  P,
  T
> {
  /** The main states it may run beside; when the order leaves them, a region that is under way starts over. */
  readonly beside: readonly S[];
  /** While it is neither in its initial state nor at an end, nothing else of the order moves. */
  readonly freezes: boolean;
  readonly transitions: readonly RegionTransition<W, S, P, T>[];
  /** What is done when the order moves on while the region is under way. */
  readonly whenAbandoned: readonly W["effect"][];
}

/** A place an order can be in. */
export interface State<W extends Words, P extends string, T extends string> {
  /** The key of the text that names the state for people. */
  readonly label: string;
  /** Nobody owes anything any more. Only an outside event or an operator may still move the order. */
  readonly final?: true;
  readonly timers?: readonly Timer<W, P, T>[];
}

/** Takes a transition by itself when its time comes; cancelled when the state is left. */
export interface Timer<W extends Words, P extends string, T extends string> {
  readonly name: string;
  readonly due: TimeExpression<W["moment"], P>;
  readonly takes: T;
}

/** A move from one state to another. All of it happens, or nothing. */
export interface Transition<W extends Words, S extends string, P extends string, T extends string> {
  readonly name: T;
  readonly from: readonly S[];
  /** "same" stays in the state it was taken from, without entering it anew. */
  readonly to: S | "same";
  /** Sides of the order, time, whoever oversees orders, or facts from outside. */
  readonly by: readonly (W["role"] | "system" | "operator" | W["event"])[];
  /** All must agree. */
  readonly guards?: readonly W["guard"][];
  /** Refused before this instant. */
  readonly notBefore?: TimeExpression<W["moment"], P>;
  /** Refused from this instant on. */
  readonly notAfter?: TimeExpression<W["moment"], P>;
  /** The schema, by name, of what the caller sends along. */
  readonly input?: W["input"];
  readonly effects: readonly Effect<W, P>[];
}

/** A move inside a region. One that ends a freezing region settles the order, or unfreezes it. */
export interface RegionTransition<
  W extends Words,
  S extends string,
  P extends string,
  T extends string,
> extends Transition<W, string, P, T> {
  /** Where the order goes when this move settles it. */
  readonly main?: S;
  /** The order goes on from where it was frozen. */
  readonly unfreezes?: true;
}

/** What a transition does, in the order written. */
export type Effect<W extends Words, P extends string> = W["effect"] | EscrowEffect<W, P>;

/** The only ways to touch the money an order holds. */
export type EscrowEffect<W extends Words, P extends string> =
  | { readonly escrow: "fund" }
  /** Pays a share of what was funded to the providers, or back to the payer. */
  | { readonly escrow: "release" | "refund"; readonly share: Share<W, P> }
  /** Empties the escrow: a share, here of what is still held, goes back to the payer, the rest to the providers. */
  | { readonly escrow: "settle"; readonly refund: Share<W, P> };

/** Part of an amount: all that is left, basis points, a tenant's parameter, a policy's answer, or what the caller sent. */
export type Share<W extends Words, P extends string> =
  | "rest"
  | number
  | { readonly parameter: P }
  | W["policy"]
  /** A field of the input that holds basis points. */
  | { readonly inputShare: string }
  /** A field of the input that holds minor units. */
  | { readonly inputAmount: string };

/** A number that tenants may change within its bounds. Minutes measure time, a share is in basis points. */
export interface Parameter {
  readonly kind: "minutes" | "share" | "count";
  readonly default: number;
  readonly min: number;
  readonly max: number;
}

/** Minutes, written down or left to the tenant. */
export type Duration<P extends string> = number | { readonly parameter: P };

/**
 * An instant that depends on what happens to the order. "entered" is when the current state of the same graph was
 * entered, "placed" when the order began.
 */
export type TimeExpression<M extends string, P extends string> =
  | { readonly at: M | "entered" | "placed"; readonly plus?: Duration<P>; readonly minus?: Duration<P> }
  | { readonly earliest: readonly TimeExpression<M, P>[] }
  | { readonly latest: readonly TimeExpression<M, P>[] };

/** Lets the compiler check a flow against the words it may use; the flow itself comes back unchanged. */
export function flowOf<V extends Vocabulary>(_vocabulary: V) {
  return <const S extends string, const P extends string, const T extends string>(
    flow: Flow<WordsOf<V>, S, P, T>,
  ): Flow<WordsOf<V>, S, P, T> => flow;
}

/** The same for a region that is written apart from its flow; the flow's own types then check that it fits. */
export function regionOf<V extends Vocabulary>(_vocabulary: V) {
  return <const S extends string, const P extends string, const T extends string>(
    region: Region<WordsOf<V>, S, P, T>,
  ): Region<WordsOf<V>, S, P, T> => region;
}

/** A flow of any vocabulary, as the checker and the interpreter read it. */
export type AnyFlow = Flow<Words, string, string, string>;
export type AnyRegion = Region<Words, string, string, string>;
export type AnyTransition = RegionTransition<Words, string, string, string>;
export type AnyTimer = Timer<Words, string, string>;
export type AnyEffect = Effect<Words, string>;
export type AnyShare = Share<Words, string>;
export type AnyExpression = TimeExpression<string, string>;
