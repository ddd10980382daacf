import { ApiError, type Contract } from "@tessera/sdk/browser";
import { type Page } from "../base/contexts.ts";
import { returnUrl } from "../base/leave.ts";

export type Offer = Contract["scheduling"]["getOffer"]["output"];
export type Hold = Contract["scheduling"]["holdSlot"]["output"];
/** An order as every answer about it tells at least. */
export type Order = Contract["orders"]["redeemReturn"]["output"]["order"];
/** The session as every answer about it tells at least. */
export type Booking = NonNullable<Contract["orders"]["redeemReturn"]["output"]["booking"]>;

/** Where a booking stands: a time is chosen, the visitor says who they are, it is paid, it is agreed. */
export type Step = "time" | "details" | "payment" | "done";

/** What the tab remembers of a booking. */
interface Standing {
  readonly holdId?: string;
  readonly orderId?: string | undefined;
  readonly bookingId?: string | undefined;
  readonly startsAt?: string | null;
  readonly offerId?: string | null;
  /** Whether the page was told that the session is agreed. */
  readonly told?: boolean;
}

/**
 * One booking from the chosen time to the agreed session. Only ids are kept in the tab; a reload, the way back and the return
 * from the pay page ask the API where things stand.
 */
export class Journey {
  readonly #page: Page;
  readonly #entry: string;
  /** The start of the time chosen, as the API wrote it; null before. */
  startsAt: string | null = null;
  /** The offer chosen with it; null before. */
  offerId: string | null = null;
  hold: Hold | null = null;
  order: Order | null = null;
  booking: Booking | null = null;

  constructor(page: Page, name: string) {
    this.#page = page;
    this.#entry = `booking:${name}`;
  }

  get step(): Step {
    if (this.booking) return "done";
    if (this.order) return "payment";
    return this.hold ? "details" : "time";
  }

  /** Finds out where the tab's booking stands. Answers "gone" when the time is no longer kept, "nothing" when there was none. */
  async restore(): Promise<"found" | "gone" | "nothing"> {
    const { holdId, orderId, bookingId, startsAt, offerId } = this.#kept();
    if (!holdId && !orderId) return "nothing";
    this.startsAt = startsAt ?? null;
    this.offerId = offerId ?? null;
    const returned = await this.#page.returned();
    try {
      // Back from the pay page: the way back tells how the order stands.
      if (returned && returned.order.id === orderId) {
        await this.show(returned.order, returned.booking);
        return this.step === "time" ? "gone" : "found";
      }
      const booking = bookingId ? await this.#page.client.scheduling.getBooking({ id: bookingId }) : null;
      // What is agreed says all that is shown of it.
      if (booking?.state === "confirmed") this.#agree(booking);
      else if (orderId) await this.refresh();
      else if (holdId) this.#adopt(await this.#page.client.scheduling.getHold({ id: holdId }));
    } catch (failure) {
      // Not found, or not this visitor's any more. Anything else may pass, and the booking is not given up for it.
      if (!(failure instanceof ApiError) || ![401, 403, 404, 410].includes(failure.status)) throw failure;
      this.forget();
      return "gone";
    }
    return this.step === "time" ? "gone" : "found";
  }

  /** Keeps a time for the visitor, instead of the one kept before. */
  async take(offerId: string, startsAt: string): Promise<Hold> {
    await this.release();
    this.startsAt = startsAt;
    this.offerId = offerId;
    const hold = await this.#page.client.scheduling.holdSlot({ offerId, startsAt });
    this.#adopt(hold);
    return hold;
  }

  /** Says where the visitor can be reached, so that the time is kept longer. It stays kept as it was when that fails. */
  async giveEmail(email: string): Promise<void> {
    const { hold } = this;
    if (!hold) return;
    const { scheduling } = this.#page.client;
    const kept = await scheduling.giveHoldEmail({ id: hold.id, email }).catch(() => null);
    if (this.hold === hold) this.hold = { ...hold, ...kept };
  }

  /** Gives the kept time back. It ends by itself too, so a failure to say so changes nothing. */
  async release(): Promise<void> {
    const { hold } = this;
    this.forget();
    if (hold) await this.#page.client.scheduling.releaseHold({ id: hold.id }).catch(() => undefined);
  }

  /** Orders the session at the kept time. */
  async place({ id: holdId }: Hold): Promise<Order> {
    const order = await this.#page.client.orders.placeOrder({
      holdId,
      utm: { ...this.#page.campaign },
      pageUrl: returnUrl(),
    });
    this.#keep({ orderId: order.id, bookingId: order.bookingId });
    await this.show(order);
    return order;
  }

  /** Looks at the order again, after it may have changed. */
  async refresh(): Promise<void> {
    const { orderId } = this.#kept();
    if (orderId) await this.show(await this.#page.client.orders.getOrder({ id: orderId }));
  }

  /** What to announce once, however often the page is loaded: the agreed session. */
  takeNews(): { readonly bookingId: string; readonly orderId: string; readonly startsAt: string } | null {
    const { orderId, told } = this.#kept();
    const { booking } = this;
    if (!orderId || !booking || told) return null;
    this.#keep({ orderId, bookingId: booking.id, told: true });
    return { bookingId: booking.id, orderId, startsAt: booking.startsAt };
  }

  /** Starts over. */
  forget(): void {
    this.startsAt = null;
    this.offerId = null;
    this.hold = null;
    this.order = null;
    this.booking = null;
    this.#page.keep.write(this.#entry, undefined);
  }

  /** Goes on with an order as it stands now, and with its session when that came along. */
  async show(order: Order, known?: Booking | null): Promise<void> {
    const { bookingId } = order;
    if (order.state === "expired" || bookingId === null) return this.forget();
    if (order.state === "awaiting_payment") this.booking = null;
    else this.#agree(known ?? (await this.#page.client.scheduling.getBooking({ id: bookingId })));
    this.order = order;
  }

  #agree(booking: Booking): void {
    this.booking = booking;
    this.startsAt = booking.startsAt;
  }

  #adopt(hold: Hold): void {
    if (hold.state !== "live") return this.forget();
    this.hold = hold;
    this.startsAt = hold.startsAt;
    this.offerId = hold.offerId;
    this.#keep({ holdId: hold.id });
  }

  #keep(standing: Standing): void {
    this.#page.keep.write(this.#entry, {
      ...standing,
      startsAt: this.startsAt,
      offerId: this.offerId,
    });
  }

  #kept(): Standing {
    const kept = this.#page.keep.read(this.#entry);
    return typeof kept === "object" && kept !== null ? kept : {};
  }
}
