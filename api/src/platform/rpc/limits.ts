/** What a limiter decided, as the `RateLimit` headers tell it (draft-ietf-httpapi-ratelimit-headers-11). */
export interface LimitDecision {
  readonly isAllowed: boolean;
  readonly limit: number;
  readonly remaining: number;
  /** Seconds until a refused call would pass, or until the whole allowance is back. */
  readonly seconds: number;
}

const minuteMs = 60_000;
const maxKeys = 200_000;

/**
 * Calls per minute and key, by the generic cell rate algorithm: one number per key, the moment at which its allowance would be
 * whole again. A whole minute's allowance may be spent at once. Kept in this process; limits that guard secrets also stand in the database.
 */
export class RateLimiter {
  readonly #wholeAt = new Map<string, number>();

  /** Counts one call of a key, unless it is over its limit. */
  take(key: string, perMinute: number, nowMs: number): LimitDecision {
    const stepMs = minuteMs / perMinute;
    const wholeAt = Math.max(this.#wholeAt.get(key) ?? 0, nowMs);
    const spent = wholeAt + stepMs - nowMs;
    if (spent > minuteMs + 0.001) {
      return {
        isAllowed: false,
        limit: perMinute,
        remaining: 0,
        seconds: Math.ceil((spent - minuteMs) / 1000),
      };
    }
    if (this.#wholeAt.size >= maxKeys) this.#forgetWhole(nowMs);
    this.#wholeAt.set(key, wholeAt + stepMs);
    const remaining = Math.floor((minuteMs - spent) / stepMs + 0.001);
    return { isAllowed: true, limit: perMinute, remaining, seconds: Math.ceil(spent / 1000) };
  }

  #forgetWhole(nowMs: number): void {
    for (const [key, wholeAt] of this.#wholeAt) if (wholeAt <= nowMs) this.#wholeAt.delete(key);
    // Still full of live keys: an attack with many identities. Starting over is safer than growing without bound.
    if (this.#wholeAt.size >= maxKeys) this.#wholeAt.clear();
  }
}
