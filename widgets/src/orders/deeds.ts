import { type ApiError } from "@tessera/sdk/browser";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { emit } from "../base/events.ts";
import { LazyPanel, type PanelHost } from "../base/lazy.ts";
import { type DeedForms } from "./deed-forms.ts";
import { type WholeOrder } from "./work-orders.ts";

/** What a member can do about an order for work. */
export const deeds = [
  "answer_questions",
  "deliver",
  "accept",
  "ask_revision",
  "accept_cancel",
  "decline_cancel",
  "propose_cancel",
  "cancel",
] as const;
export type Deed = (typeof deeds)[number];

/** What doing something about an order needs of the widget. */
export interface DeedsParts {
  readonly page: Page;
  /** Called when the order has changed. */
  readonly changed: () => void;
}

/** What a member does about one order at a time: in a form that names the consequence, with files sent before. */
export class Deeds {
  readonly #host: PanelHost;
  readonly #parts: DeedsParts;
  readonly #beginning: Action<[order: WholeOrder, deed: Deed], void>;
  readonly #doing: Action<[order: WholeOrder, deed: Deed, form: HTMLFormElement | null], void>;
  #orderId = "";
  #deed: Deed | null = null;

  /** The deed whose form is open. */
  open: Deed | null = null;
  /** What calling the order off would give back, as far as that was asked. */
  refundMinor = 0;
  /** The forms, loaded once one is needed. */
  readonly forms: LazyPanel<DeedForms>;

  constructor(host: PanelHost, parts: DeedsParts) {
    this.#host = host;
    this.#parts = parts;
    this.forms = new LazyPanel(host, async () => {
      const { DeedForms } = await import("./deed-forms.ts");
      return new DeedForms(host, parts.page);
    });
    this.#beginning = new Action(host, (order, deed) => this.#begin(order, deed));
    this.#doing = new Action(host, (order, deed, form) => this.#do(order, deed, form));
  }

  /** What is being done. */
  get busy(): Deed | null {
    return this.#beginning.busy || this.#doing.busy ? this.#deed : null;
  }

  /** Why the last try failed. */
  get failure(): ApiError | null {
    return this.#beginning.failure ?? this.#doing.failure;
  }

  /** Another order is looked at: what was begun about the last one is over. */
  lookAt(orderId: string): void {
    if (this.#orderId === orderId) return;
    this.#orderId = orderId;
    this.open = null;
    if (this.failure) this.#forgive();
  }

  /** Opens the form of a deed; declining a proposal is done at once. */
  async begin(order: WholeOrder, deed: Deed): Promise<void> {
    if (this.busy) return;
    this.#deed = deed;
    this.#forgive();
    if (deed === "decline_cancel") await this.#doing.run(order, deed, null);
    else await this.#beginning.run(order, deed);
  }

  /** Does what the form of a deed says. */
  async submit(order: WholeOrder, deed: Deed, form: HTMLFormElement): Promise<void> {
    if (this.busy) return;
    this.#deed = deed;
    if (this.forms.current?.check(deed, form)) await this.#doing.run(order, deed, form);
    else this.#forgive();
  }

  /** The member leaves the form. */
  close(): void {
    const { open } = this;
    this.open = null;
    this.#forgive();
    if (open) void this.#host.focusOn(`[data-deed="${open}"]`);
  }

  #forgive(): void {
    this.#beginning.forgive();
    this.#doing.forgive();
  }

  async #begin({ id, role }: WholeOrder, deed: Deed): Promise<void> {
    if (deed === "cancel") {
      if (role === "operator" || !emit(this.#host, "tessera-before-order-cancel", { orderId: id })) return;
      const { refundMinor } = await this.#parts.page.client.orders.cancelOrder({ id, dryRun: true });
      this.refundMinor = refundMinor;
    }
    const forms = await this.forms.arrived();
    forms.trouble = null;
    this.open = deed;
    void this.#host.focusOn(`form[data-form="${deed}"] :is(textarea, select, button)`);
  }

  async #do(order: WholeOrder, deed: Deed, form: HTMLFormElement | null): Promise<void> {
    const { id: orderId } = order;
    const { state } = form
      ? await (await this.forms.arrived()).send(order, deed, form)
      : await this.#decline(order);
    this.open = null;
    emit(this.#host, "tessera-order-changed", { orderId, action: deed, state });
    this.#parts.changed();
  }

  #decline({ id, work }: WholeOrder): Promise<{ readonly state: string }> {
    const { orders } = this.#parts.page.client;
    return orders.answerCancel({ id, accept: false, refundShare: work?.cancel?.refundShare });
  }
}
