import { type CallOptions } from "../../rpc/operation.ts";
import { CircuitBreaker } from "../circuit-breaker.ts";
import { GatewayError } from "./port.ts";

/** How a vendor's refusals are read. */
export interface VendorLineOptions {
  /** As people know it. */
  readonly vendor: string;
  readonly circuit?: CircuitBreaker | undefined;
  /** What something thrown by the vendor's library means; anything else is passed on as it is. */
  readonly translate: (thrown: unknown) => unknown;
  /** Whether the vendor itself is in trouble, rather than a key or a request. Asked about what `translate` answered. */
  readonly isFault: (thrown: unknown) => boolean;
}

/** The way to a vendor: gives up with the caller's deadline, and rests after five failures in a row. */
export class VendorLine {
  readonly #options: VendorLineOptions;
  readonly #breaker: CircuitBreaker;

  constructor(options: VendorLineOptions) {
    this.#options = options;
    this.#breaker = options.circuit ?? new CircuitBreaker({ failures: 5, restMs: 15_000 });
  }

  /** Asks the vendor, unless it rests. */
  ask<Answer>(options: CallOptions, work: () => Promise<Answer>): Promise<Answer> {
    const { vendor, isFault } = this.#options;
    return this.#breaker.run(() => this.askOnce(options, work), {
      refusal: () =>
        new GatewayError(`${vendor} failed several times in a row and is given a rest.`, { isFinal: false }),
      isFault: (thrown) =>
        thrown instanceof DOMException ? thrown.name === "TimeoutError" : isFault(thrown),
    });
  }

  /** Asks the vendor even while it rests. Gives up with the caller's deadline: the libraries have only one of their own. */
  async askOnce<Answer>({ signal }: CallOptions, work: () => Promise<Answer>): Promise<Answer> {
    signal.throwIfAborted();
    const { promise: gaveUp, reject } = Promise.withResolvers<never>();
    const giveUp = () => reject(signal.reason as Error);
    signal.addEventListener("abort", giveUp, { once: true });
    try {
      return await Promise.race([work(), gaveUp]);
    } catch (thrown) {
      throw this.#options.translate(thrown);
    } finally {
      signal.removeEventListener("abort", giveUp);
    }
  }
}
