import { ApiError } from "@tessera/sdk/browser";
import { Action } from "../base/action.ts";
import { type Page } from "../base/contexts.ts";
import { emit } from "../base/events.ts";
import { type PanelHost } from "../base/lazy.ts";
import { valuesOf } from "../parts/field/field.ts";
import { fileProblem } from "../parts/files/file-check.ts";
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

/** Why files are not sent: what is wrong with one by its name, or that there are too many. */
export type FileTrouble = { readonly name: string; readonly problem: "tooLarge" | "wrongKind" } | "tooMany";

/** What doing something about an order needs of the widget. */
export interface DeedsParts {
  readonly page: Page;
  /** Called when the order has changed. */
  readonly changed: () => void;
}

/** The most files that go with a delivery, or with one answer. */
export const mostOf = { deliver: 20, answer_questions: 10 } as const;

/** What a member does about one order at a time: in a form that names the consequence, with files sent before. */
export class Deeds {
  readonly #host: PanelHost;
  readonly #parts: DeedsParts;
  readonly #beginning: Action<[order: WholeOrder, deed: Deed], void>;
  readonly #doing: Action<[order: WholeOrder, deed: Deed, form: HTMLFormElement | null], void>;
  /** Files that were sent, so that a second try does not send them again. */
  readonly #sent = new WeakMap<File, string>();
  #orderId = "";
  #deed: Deed | null = null;

  /** The deed whose form is open. */
  open: Deed | null = null;
  /** What calling the order off would give back, as far as that was asked. */
  refundMinor = 0;
  /** Why the files of the form cannot be sent. */
  trouble: FileTrouble | null = null;
  /** The file that is being sent. */
  sending: { readonly name: string; readonly percent: number } | null = null;

  constructor(host: PanelHost, parts: DeedsParts) {
    this.#host = host;
    this.#parts = parts;
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
    this.trouble = null;
    if (this.failure) this.#forgive();
  }

  /** Opens the form of a deed; declining a proposal is done at once. */
  async begin(order: WholeOrder, deed: Deed): Promise<void> {
    if (this.busy) return;
    this.#deed = deed;
    this.#forgive();
    this.trouble = null;
    if (deed === "decline_cancel") await this.#doing.run(order, deed, null);
    else await this.#beginning.run(order, deed);
  }

  /** Does what the form of a deed says. */
  async submit(order: WholeOrder, deed: Deed, form: HTMLFormElement): Promise<void> {
    if (this.busy) return;
    this.#deed = deed;
    this.trouble = troubleIn(form, deed);
    if (this.trouble) this.#forgive();
    else await this.#doing.run(order, deed, form);
  }

  /** The member leaves the form. */
  close(): void {
    const { open } = this;
    this.open = null;
    this.trouble = null;
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
    this.open = deed;
    void this.#host.focusOn(`form[data-form="${deed}"] :is(textarea, select, button)`);
  }

  async #do(order: WholeOrder, deed: Deed, form: HTMLFormElement | null): Promise<void> {
    const { id: orderId } = order;
    const { state } = await this.#call(order, deed, form);
    this.open = null;
    emit(this.#host, "tessera-order-changed", { orderId, action: deed, state });
    this.#parts.changed();
  }

  async #call(
    order: WholeOrder,
    deed: Deed,
    form: HTMLFormElement | null,
  ): Promise<{ readonly state: string }> {
    const { orders } = this.#parts.page.client;
    const { id, work } = order;
    const said = form ? valuesOf(form) : {};
    const reason = said["reason"] ?? "";
    const refundShare = work?.cancel?.refundShare;
    switch (deed) {
      case "answer_questions":
        return orders.answerQuestions({ id, answers: await this.#answers(order, form) });
      case "deliver": {
        const fileIds = await this.#send(filesIn(form, "files"), "orders.delivery");
        return orders.deliverOrder({ id, message: said["message"] ?? "", fileIds });
      }
      case "accept":
        return orders.acceptOrder({ id });
      case "ask_revision":
        return orders.askRevision({ id, reason });
      case "propose_cancel":
        return orders.proposeCancel({ id, reason, refundShare: Number(said["share"]) });
      case "accept_cancel":
      case "decline_cancel":
        return orders.answerCancel({ id, accept: deed === "accept_cancel", refundShare });
      case "cancel":
        return (await orders.cancelOrder({ id, reason })).order;
    }
  }

  /** What was answered; what was left out is left out. */
  async #answers({ questions }: WholeOrder, form: HTMLFormElement | null) {
    const said = form ? valuesOf(form) : {};
    const answers = [];
    for (const { id: questionId, kind } of questions) {
      if (kind === "file") {
        const fileIds = await this.#send(filesIn(form, questionId), "orders.answer");
        if (fileIds.length > 0) answers.push({ questionId, fileIds });
      } else if (said[questionId]) answers.push({ questionId, text: said[questionId] });
    }
    return answers;
  }

  /** One by one, so that on a slow line the first is there soon. */
  async #send(files: readonly File[], purpose: "orders.delivery" | "orders.answer"): Promise<string[]> {
    const ids: string[] = [];
    for (const file of files) {
      const { name } = file;
      const tell = (part: number) => {
        this.sending = { name, percent: Math.round(part * 100) };
        this.#host.requestUpdate();
      };
      const id = this.#sent.get(file) ?? (await this.#upload(file, purpose, tell));
      this.#sent.set(file, id);
      ids.push(id);
    }
    return ids;
  }

  async #upload(
    file: File,
    purpose: "orders.delivery" | "orders.answer",
    onProgress: (part: number) => void,
  ): Promise<string> {
    onProgress(0);
    try {
      const { uploadFile } = await loadUpload();
      return (await uploadFile(this.#parts.page.client, file, { purpose, onProgress })).id;
    } finally {
      this.sending = null;
    }
  }
}

/** What sends files; most orders need none. */
const loadUpload = () =>
  import("@tessera/sdk/upload").catch(() => {
    throw new ApiError(0, {
      code: "network.unreachable",
      message: "The server was not reached. Try again.",
    });
  });

function filesIn(form: HTMLFormElement | null, name: string): readonly File[] {
  const input = form?.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  return [...(input?.files ?? [])];
}

function troubleIn(form: HTMLFormElement, deed: Deed): FileTrouble | null {
  const most = deed === "deliver" || deed === "answer_questions" ? mostOf[deed] : 0;
  for (const input of form.querySelectorAll<HTMLInputElement>("input[type=file]")) {
    const files = [...(input.files ?? [])];
    if (files.length > most) return "tooMany";
    for (const file of files) {
      const problem = fileProblem(file);
      if (problem) return { name: file.name, problem };
    }
  }
  return null;
}
