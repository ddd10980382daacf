import { html, nothing, type TemplateResult } from "lit";
import { formatMoney } from "../base/money.ts";
import { type Say } from "../base/texts.ts";
import { endings } from "../parts/files/file-check.ts";
import { type Deed, type Deeds } from "./deeds.ts";
import { type OrderPageTexts } from "./order-page.texts.ts";
import { shareOf, type WholeOrder } from "./work-orders.ts";

/** Why files are not sent: what is wrong with one by its name, or that there are too many. */
export type FileTrouble = { readonly name: string; readonly problem: "tooLarge" | "wrongKind" } | "tooMany";

/** The most files that go with a delivery, or with one answer. */
export const mostOf = { deliver: 20, answer_questions: 10 } as const;

/** What the form of a deed needs. */
export interface FormParts {
  readonly say: Say<OrderPageTexts>;
  readonly tag: string;
  readonly deeds: Deeds;
  /** Why the files of the form cannot be sent. */
  readonly trouble: FileTrouble | null;
  /** The file that is being sent. */
  readonly sending: { readonly name: string; readonly percent: number } | null;
  /** Why the last try failed. */
  readonly failure: TemplateResult | symbol;
}

/** Parts of the money, in basis points, that can be proposed to go back. */
const shares = [10_000, 7_500, 5_000, 2_500, 0] as const;

/** The form in which a member says what a deed needs, or yes to its consequence. */
export function deedForm(order: WholeOrder, deed: Deed, parts: FormParts): TemplateResult {
  const { say, deeds, failure } = parts;
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) void deeds.submit(order, deed, event.target);
  };
  const says = deed === "ask_revision" || deed === "propose_cancel";
  return html`<form class="deed" data-form=${deed} @submit=${send}>
    ${fieldsOf(order, deed, parts)} ${troubleOf(parts, deed)} ${failure}
    <div class="actions">
      <button
        class="button ${deed === "cancel" ? "" : "primary"}"
        part="button"
        aria-busy=${deeds.busy === deed}
      >
        ${say(says ? "send" : deed)}
      </button>
      ${
        deed === "answer_questions"
          ? nothing
          : html`<button type="button" class="button quiet" part="button" @click=${() => deeds.close()}>
              ${say("notNow")}
            </button>`
      }
    </div>
  </form>`;
}

function fieldsOf(order: WholeOrder, deed: Deed, { say, tag, deeds }: FormParts): TemplateResult {
  const money = (amountMinor: number) => formatMoney(tag, amountMinor, order.currency);
  switch (deed) {
    case "answer_questions":
      return html`${order.questions.map((question) => questionField(question, say))}`;
    case "deliver":
      return html`${words("message", say("message"), 5_000)}
      ${files("files", say("files", { most: mostOf.deliver }))}`;
    case "ask_revision":
      return words("reason", say("changes"), 2_000);
    case "propose_cancel":
      return html`<label class="field"
          >${say("share")}<select name="share" part="input">
            ${shares.map((share) => html`<option value=${share}>${money(shareOf(order, share))}</option>`)}
          </select>
        </label>
        ${words("reason", say("reason"), 2_000, false)}
        <p class="small muted">${say("goesOn")}</p>`;
    case "accept_cancel":
      return html`<p>
        ${say("sureToAgree", { amount: money(shareOf(order, order.work?.cancel?.refundShare ?? 0)) })}
      </p>`;
    case "cancel":
      return html`<p>
          ${
            deeds.refundMinor === 0
              ? say("nothingBack")
              : say(order.role === "client" ? "youGetBack" : "buyerGetsBack", {
                  amount: money(deeds.refundMinor),
                })
          }
        </p>
        ${words("reason", say("reason"), 2_000, false)}`;
    default:
      return html`<p>${say("sureToAccept")}</p>`;
  }
}

function questionField(
  { id, kind, question, choices, isRequired }: WholeOrder["questions"][number],
  say: Say<OrderPageTexts>,
): TemplateResult {
  const label = isRequired ? question : say("optional", { question });
  switch (kind) {
    case "text":
      return words(id, label, 5_000, isRequired);
    case "choice":
      return html`<label class="field"
        ><bdi>${label}</bdi>
        <select name=${id} part="input" ?required=${isRequired}>
          <option value="">${say("choose")}</option>
          ${choices.map((choice) => html`<option value=${choice}>${choice}</option>`)}
        </select>
      </label>`;
    case "file":
      return html`${files(id, label, isRequired)}
        <p class="small muted">${say("files", { most: mostOf.answer_questions })}</p>`;
  }
}

const words = (name: string, label: string, most: number, isRequired = true): TemplateResult =>
  html`<label class="field"
    ><bdi>${label}</bdi>
    <textarea name=${name} part="input" rows="4" maxlength=${most} ?required=${isRequired}></textarea>
  </label>`;

const files = (name: string, label: string, isRequired = false): TemplateResult =>
  html`<label class="field"
    ><bdi>${label}</bdi>
    <input type="file" name=${name} part="input" multiple accept=${endings.join()} ?required=${isRequired} />
  </label>`;

/** What is wrong with the chosen files, or how far the one is that is being sent. */
function troubleOf({ say, trouble, sending }: FormParts, deed: Deed): TemplateResult | typeof nothing {
  if (trouble) {
    const most = mostOf[deed === "deliver" ? deed : "answer_questions"];
    const sentence =
      trouble === "tooMany" ? say("tooMany", { most }) : say(trouble.problem, { name: trouble.name });
    return html`<p class="wrong" role="alert"><bdi>${sentence}</bdi></p>`;
  }
  return sending ? html`<p class="small muted"><bdi>${say("uploading", sending)}</bdi></p>` : nothing;
}
