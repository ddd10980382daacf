import { type Log } from "./log.ts";

/** Work done again and again in the background. */
export interface Loop {
  /** Asks for a round within so many milliseconds; earlier plans stay. */
  soon(withinMs: number): void;
  /** Lets the round in progress finish and begins no other. */
  stop(): Promise<void>;
}

const AFTER_FAILURE_MS = 1000;

/** Starts rounds, the first at once; each answers the milliseconds until the next. A round that throws is logged and tried again. */
export function startLoop(name: string, log: Log, round: () => Promise<number>): Loop {
  let isStopping = false;
  let nextAt = Infinity;
  let timer: NodeJS.Timeout | undefined;
  let wake: (() => void) | undefined;

  const arm = () => {
    clearTimeout(timer);
    timer = setTimeout(() => wake?.(), Math.max(0, nextAt - performance.now()));
  };

  const rounds = async () => {
    while (!isStopping) {
      nextAt = Infinity;
      const delay = await round().catch((error: unknown) => {
        log.error({ err: error }, `${name} failed and is tried again.`);
        return AFTER_FAILURE_MS;
      });
      // `soon` may have been called during the round.
      nextAt = Math.min(nextAt, performance.now() + delay);
      if (isStopping) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        arm();
      });
      wake = undefined;
    }
  };
  const done = rounds();

  return {
    soon(withinMs) {
      const at = performance.now() + withinMs;
      if (at >= nextAt) return;
      nextAt = at;
      if (wake) arm();
    },
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      wake?.();
      await done;
    },
  };
}
