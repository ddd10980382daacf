import { ApiError } from "@tessera/sdk/browser";
import { type TemplateResult } from "lit";
import { type Page } from "../base/contexts.ts";
import { type Panel, type PanelHost } from "../base/lazy.ts";
import { type Say } from "../base/texts.ts";
import { valuesOf } from "../parts/field/field.ts";
import { fileProblem } from "../parts/files/file-check.ts";
import { deedForm, type FileTrouble, mostOf } from "./deed-form.ts";
import { type Deed, type Deeds } from "./deeds.ts";
import { type OrderPageTexts } from "./order-page.texts.ts";
import { type WholeOrder } from "./work-orders.ts";

/** The forms in which a member says what a deed needs, and what sends them with their files. */
export class DeedForms implements Panel {
  readonly #host: PanelHost;
  readonly #page: Page;
  /** Files that were sent, so that a second try does not send them again. */
  readonly #sent = new WeakMap<File, string>();
  /** Its texts are those of the order it is about. */
  readonly ready = true;

  /** Why the files of the form cannot be sent. */
  trouble: FileTrouble | null = null;
  /** The file that is being sent. */
  sending: { readonly name: string; readonly percent: number } | null = null;

  constructor(host: PanelHost, page: Page) {
    this.#host = host;
    this.#page = page;
  }

  /** The form of a deed. */
  render(
    order: WholeOrder,
    deed: Deed,
    parts: {
      readonly say: Say<OrderPageTexts>;
      readonly deeds: Deeds;
      readonly failure: TemplateResult | symbol;
    },
  ): TemplateResult {
    const { trouble, sending } = this;
    return deedForm(order, deed, { ...parts, tag: this.#host.locale.tag, trouble, sending });
  }

  /** Whether the files of a form can be sent; what is wrong with them is shown in it. */
  check(deed: Deed, form: HTMLFormElement): boolean {
    this.trouble = troubleIn(form, deed);
    return this.trouble === null;
  }

  /** Does what a form says, and answers the order as it then stands. */
  async send(order: WholeOrder, deed: Deed, form: HTMLFormElement): Promise<{ readonly state: string }> {
    const { orders } = this.#page.client;
    const { id, work } = order;
    const said = valuesOf(form);
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
  async #answers({ questions }: WholeOrder, form: HTMLFormElement) {
    const said = valuesOf(form);
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
      return (await uploadFile(this.#page.client, file, { purpose, onProgress })).id;
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

function filesIn(form: HTMLFormElement, name: string): readonly File[] {
  const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
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
