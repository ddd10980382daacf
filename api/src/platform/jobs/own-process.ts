import { fork, type ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { LeaseLost } from "./lease.ts";
import { type JobEnvelope } from "./subscriptions.ts";

/** One run of a job in a process of its own. */
export interface LoneRun {
  readonly jobName: string;
  readonly envelope: JobEnvelope;
  /** The worker that holds the job, and whose lease the run stands on. */
  readonly workerId: string;
}

/** The program of such a process: it calls `serveLoneRuns`. */
export interface LoneProgram {
  readonly path: string;
  readonly args: readonly string[];
  /** What it opens its part of the house with; travels as JSON. */
  readonly configuration: unknown;
}

/** Thrown when a job ended the process in which it ran alone. */
export class ProcessDied extends Error {
  override readonly name = "ProcessDied";
}

type FromParent =
  | { readonly kind: "open"; readonly configuration: unknown }
  | { readonly kind: "run"; readonly run: LoneRun };

type FromChild =
  | { readonly kind: "done" }
  | { readonly kind: "failed"; readonly name: string; readonly message: string; readonly stack: string };

/** What ends both processes ends the other within this time, and then the job is not to blame. */
const SETTLE_MS = 1000;

/** A process in which nothing but one job at a time runs. */
export class LoneProcess {
  readonly #child: ChildProcess;
  readonly #exited: Promise<readonly [number | null, string | null]>;
  readonly #opened: Promise<FromChild | null>;

  constructor({ path, args, configuration }: LoneProgram) {
    this.#child = fork(path, [...args], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // The bounds of its memory are those of its worker; a debugger's or a test runner's flags are not for it.
      execArgv: process.execArgv.filter((flag) => flag.startsWith("--max-")),
    });
    const exited = Promise.withResolvers<readonly [number | null, string | null]>();
    this.#child.once("exit", (code, signal) => exited.resolve([code, signal]));
    // One that could not be started has ended.
    this.#child.once("error", () => exited.resolve([null, null]));
    this.#exited = exited.promise;
    this.#opened = this.#ask({ kind: "open", configuration });
  }

  /**
   * Runs a job; `onReady` is awaited when the process stands and before the job begins. Throws what the job threw, and
   * `ProcessDied` when the process ended in the middle of the job: nothing else ran in it, so the job ended it.
   */
  async run(
    run: LoneRun,
    { signal, onReady }: { signal: AbortSignal; onReady: () => Promise<void> },
  ): Promise<void> {
    const end = () => this.end();
    signal.throwIfAborted();
    signal.addEventListener("abort", end, { once: true });
    try {
      const opened = await this.#opened;
      signal.throwIfAborted();
      if (!opened) throw new Error("The process for a job did not start.");
      if (opened.kind === "failed") throw asThrown(opened);
      await onReady();
      const answer = await this.#ask({ kind: "run", run });
      if (answer?.kind === "failed") throw asThrown(answer);
      if (answer) return;
      await sleep(SETTLE_MS, undefined, { signal });
      const [code, endedBy] = await this.#exited;
      throw new ProcessDied(`The job ended the process in which it ran alone (${endedBy ?? code}).`);
    } finally {
      signal.removeEventListener("abort", end);
    }
  }

  end(): void {
    this.#child.kill("SIGKILL");
  }

  /** What the process answers; null when it ended instead. */
  async #ask(word: FromParent): Promise<FromChild | null> {
    const { promise, resolve } = Promise.withResolvers<FromChild>();
    this.#child.once("message", resolve as (answer: unknown) => void);
    // That it is gone is noticed by its end.
    this.#child.send(word, () => undefined);
    return Promise.race([promise, this.#exited.then(() => null)]);
  }
}

function asThrown({ name, message, stack }: Extract<FromChild, { kind: "failed" }>): Error {
  if (name === LeaseLost.name) return new LeaseLost(message);
  return Object.assign(new Error(message), { name, stack });
}

/** The other side: opens what jobs need, then runs those it is told to, until whoever started it is gone. */
export function serveLoneRuns(
  open: (configuration: unknown) => Promise<(run: LoneRun) => Promise<void>>,
): void {
  // Whoever started it decides when it ends: a terminal and some supervisors signal every process at once.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => undefined);
  process.once("disconnect", () => process.exit(1));
  // It may have gone while this process was loading its code.
  if (!process.connected) process.exit(1);
  let perform: ((run: LoneRun) => Promise<void>) | undefined;
  process.on("message", (word: FromParent) => {
    const work = async () => {
      if (word.kind === "open") perform = await open(word.configuration);
      else await perform?.(word.run);
    };
    void work()
      .then((): FromChild => ({ kind: "done" }), asSaid)
      .then((answer) => {
        // When nobody listens any more, this process ends by itself.
        process.send?.(answer, undefined, undefined, () => undefined);
      });
  });
}

function asSaid(thrown: unknown): FromChild {
  const { name, message, stack = "" } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { kind: "failed", name, message, stack };
}
