import { type InboundRequest } from "../src/platform/providers/payments/port.ts";
import { VendorServer } from "./vendor-server.ts";

/** How a payer pays on the vendor's page, where it goes wrong. */
export interface Paying {
  /** Another amount than was asked for, by a fault of the vendor. */
  readonly amountMinor?: number;
  /** The money was on its way when the checkout closed. */
  readonly isLate?: boolean;
}

/** An event as it travels. */
export interface SentEvent extends InboundRequest {
  readonly headers: Readonly<Record<string, string>>;
}

/** A payment vendor with the troubles of events: lost ones, doubled ones, and those a test delivers itself in another order. */
export abstract class PaymentServer extends VendorServer {
  /** How often each event is sent; 0 loses all of them. */
  copies = 1;
  /** Everything there was to tell, in its order, whether it was sent or not. */
  readonly told: SentEvent[] = [];
  /** What was answered to the events that were sent. */
  readonly acknowledged: { readonly status: number; readonly text: string }[] = [];
  #count = 0;

  /** A payer pays on the page of a checkout. */
  abstract pay(checkoutId: string, paying?: Paying): Promise<void>;
  /** The merchant sends money back in the vendor's own pages. */
  abstract refundOutside(checkoutId: string, amountMinor: number): Promise<void>;

  /** Takes an event to an address. */
  async deliver(address: string, { headers, body }: SentEvent): Promise<number> {
    const answer = await fetch(address, { method: "POST", headers: { ...headers }, body });
    this.acknowledged.push({ status: answer.status, text: await answer.text() });
    return answer.status;
  }

  protected async tell(address: string | null, event: SentEvent): Promise<void> {
    this.told.push(event);
    for (let copy = 0; copy < this.copies && address !== null; copy += 1) await this.deliver(address, event);
  }

  protected nextId = (prefix: string): string => `${prefix}${String((this.#count += 1)).padStart(12, "0")}`;
}

/** A page with one button, as far as a payer needs it. */
export const payPage = (title: string): string =>
  `<!doctype html><title>${title}</title><form method="post"><button name="card" value="paid">Pay</button></form>`;
