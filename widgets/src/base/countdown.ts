import { type ReactiveController, type ReactiveControllerHost } from "lit";

/** Draws an element again every second while something runs out, and says once when it has. */
export class Countdown implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #now: () => number;
  readonly #ended: () => void;
  #until: number | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, now: () => number, ended: () => void) {
    this.#host = host;
    this.#now = now;
    this.#ended = ended;
    host.addController(this);
  }

  /** Whole seconds left; null while nothing runs out. */
  get secondsLeft(): number | null {
    return this.#until === null ? null : Math.max(0, Math.ceil((this.#until - this.#now()) / 1000));
  }

  /** Counts down to an instant; null stops. */
  set(until: number | null): void {
    if (until === this.#until) return;
    this.#until = until;
    this.hostDisconnected();
    if (until === null) return;
    this.#timer = setInterval(() => this.#tick(), 1000);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    const until = this.#until;
    this.#until = null;
    this.set(until);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  #tick(): void {
    if (this.secondsLeft === 0) {
      this.set(null);
      this.#ended();
    }
    this.#host.requestUpdate();
  }
}

/** Seconds as `9:05`, in the digits of a language. */
export function formatSeconds(tag: string, seconds: number): string {
  const digits = (value: number, least: number) =>
    new Intl.NumberFormat(tag, { minimumIntegerDigits: least, useGrouping: false }).format(value);
  return `${digits(Math.floor(seconds / 60), 1)}:${digits(seconds % 60, 2)}`;
}
