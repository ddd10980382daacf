import { type ReactiveController, type ReactiveControllerHost } from "lit";
import { type Page } from "../../base/contexts.ts";

// The gateway's event usually arrives within a second of the visitor; after 90 s a mail has to do.
const checkEveryMs = 2_000;
const mostChecks = 45;

/** Follows the payment a visitor comes back from, until the order shows how it ended. */
export class PaymentWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #page: () => Page;
  readonly #look: () => void;
  #order: string | null = null;
  #status: string | null = null;
  #checks = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `look` is called each time the order may have changed. */
  constructor(host: ReactiveControllerHost, page: () => Page, look: () => void) {
    this.#host = host;
    this.#page = page;
    this.#look = look;
    host.addController(this);
  }

  /** How the payment stands: `checking`, still unknown after a long time, `failed`, or null when nobody came back from paying. */
  get state(): "checking" | "late" | "failed" | null {
    if (this.#status === null) return null;
    if (this.#status === "failed" || this.#status === "expired") return "failed";
    return this.#checks < mostChecks ? "checking" : "late";
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Starts when the visitor has just come back from paying for this order, and stops with null. */
  async follow(order: string | null): Promise<void> {
    if (order === this.#order) return;
    this.#order = order;
    clearTimeout(this.#timer);
    const returned = order === null ? null : await this.#page().returned();
    if (returned && returned.order.id === this.#order)
      this.#learn(returned.payment.status, returned.payment.id);
  }

  #learn(status: string, paymentId: string): void {
    this.#status = status;
    this.#host.requestUpdate();
    if (this.state !== "checking") return;
    this.#checks++;
    this.#timer = setTimeout(() => void this.#check(paymentId), checkEveryMs);
  }

  async #check(id: string): Promise<void> {
    const { client } = this.#page();
    // What the gateway says reaches the order a moment later.
    const seen =
      this.#status === "pending" ? await client.money.verifyPayment({ id }).catch(() => null) : null;
    this.#look();
    if (this.#order !== null) this.#learn(seen?.status ?? this.#status ?? "pending", id);
  }
}
