import { requestFailure } from "../errors.ts";

interface Compartment {
  running: number;
  readonly waiting: { start: () => void; timeout: NodeJS.Timeout }[];
}

/** Keeps one tenant from taking the whole pool: so many transactions at once, a bounded queue, a bounded wait. */
export class Bulkhead {
  readonly #compartments = new Map<string, Compartment>();
  readonly #atOnce: number;
  readonly #queue: number;
  readonly #waitMs: number;

  constructor({ atOnce, queue = 500, waitMs = 2000 }: { atOnce: number; queue?: number; waitMs?: number }) {
    this.#atOnce = atOnce;
    this.#queue = queue;
    this.#waitMs = waitMs;
  }

  /** Runs work in the tenant's compartment. Refuses with `request.busy` when the queue is full or the wait too long. */
  async run<Result>(tenantId: string, work: () => Promise<Result>): Promise<Result> {
    let compartment = this.#compartments.get(tenantId);
    if (!compartment) this.#compartments.set(tenantId, (compartment = { running: 0, waiting: [] }));
    if (compartment.running >= this.#atOnce) await this.#wait(compartment);
    else compartment.running++;
    try {
      return await work();
    } finally {
      const next = compartment.waiting.shift();
      if (next) {
        clearTimeout(next.timeout);
        next.start();
      } else if (--compartment.running === 0) {
        this.#compartments.delete(tenantId);
      }
    }
  }

  #wait(compartment: Compartment): Promise<void> {
    if (compartment.waiting.length >= this.#queue) throw requestFailure("request.busy");
    return new Promise((start, refuse) => {
      const timeout = setTimeout(() => {
        compartment.waiting.splice(compartment.waiting.indexOf(entry), 1);
        refuse(requestFailure("request.busy"));
      }, this.#waitMs);
      const entry = { start, timeout };
      compartment.waiting.push(entry);
    });
  }
}
