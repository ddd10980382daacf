import { type AnyFlow } from "./definition.ts";
import { type Escrow, type EscrowMove } from "./escrow.ts";
import { type FlowRun } from "./flow-run.ts";
import { type Step } from "./interpreter.ts";
import { flowBook, type FlowBook, loadFlow } from "./load.ts";
import { type AnyHandlers, type Vocabulary } from "./vocabulary.ts";

/** What a module makes of its flow. `Context` is what its handlers share while one transition is carried out. */
export interface FlowKind<Context> {
  /** All versions that orders may still be on; new ones begin with the highest. */
  readonly versions: readonly [AnyFlow, ...AnyFlow[]];
  readonly vocabulary: Vocabulary;
  readonly handlers: AnyHandlers<Context>;
  /** Makes the context, after the instance was locked. */
  readonly open: (run: FlowRun) => Promise<Context>;
  /** What the order's escrow was paid and still holds, as the ledger says. */
  readonly readEscrow: (context: Context) => Promise<Escrow>;
  /** Takes note of money that moves. It is posted in `finish`, together with everything else. */
  readonly moveEscrow: (context: Context, move: EscrowMove) => void;
  /** After all effects: tells the world, and posts to the ledger last. */
  readonly finish: (context: Context, step: Step) => Promise<void>;
  /** An event arrived that the flow does not expect where the order stands: a person has to look. */
  readonly alarm: (context: Context, event: string) => Promise<void>;
}

/** A flow of a module, checked and ready to run. */
export interface ModuleFlow {
  readonly name: string;
  readonly book: FlowBook;
  readonly kind: FlowKind<unknown>;
}

/** Binds a flow to its module. Throws with every defect, so a process with a wrong flow does not start. */
export function moduleFlow<Context>(kind: FlowKind<Context>): ModuleFlow {
  const [{ name }] = kind.versions;
  const other = kind.versions.find((flow) => flow.name !== name);
  if (other) throw new Error(`versions of one flow have one name, not ${name} and ${other.name}`);
  const book = flowBook(kind.versions.map((flow) => loadFlow(flow, kind.vocabulary)));
  return { name, book, kind: kind as unknown as FlowKind<unknown> };
}
