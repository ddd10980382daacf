import { html, nothing, type TemplateResult } from "lit";

/** A field of a dialog. With options it is a choice, or several ticks. */
export interface DialogField {
  readonly name: string;
  readonly label: string;
  readonly kind?: "text" | "secret" | "url" | "amount" | "moment" | "long" | "choice" | "ticks";
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  /** The options ticked at first. */
  readonly ticked?: readonly string[];
  readonly isRequired?: boolean;
  /** Draws the field with its labels, in place of a kind; it holds a control of the name. */
  readonly own?: (problem: string | undefined) => TemplateResult;
  readonly hint?: string;
  /** What is wrong with what was typed, if anything. */
  readonly check?: (typed: string) => string | undefined;
}

/** Shows a field with its label, hint and problem. */
export function dialogField(field: DialogField, problem: string | undefined): TemplateResult {
  const { name, label, kind = "text", hint, own } = field;
  if (own) return own(problem);
  const id = `ask-${name}`;
  const notes = html`${hint ? html`<p class="quiet" id="${id}-hint">${hint}</p>` : nothing}
  ${problem ? html`<p class="problem" id="${id}-problem" role="alert">${problem}</p>` : nothing}`;
  if (kind === "ticks") {
    return html`<fieldset class="ticks">
      <legend>${label}</legend>
      ${notes}
      ${(field.options ?? []).map(
        ({ value, text }) =>
          html`<label
            ><input
              type="checkbox"
              name=${name}
              .value=${value}
              ?checked=${field.ticked?.includes(value)}
            />${text}</label
          >`,
      )}
    </fieldset>`;
  }
  return html`<div class="field">
    <label for=${id}>${label}</label>${control(field, id, problem)}${notes}
  </div>`;
}

const types: Readonly<Record<string, string>> = { url: "url", moment: "datetime-local", secret: "password" };

function control(
  { name, kind = "text", value = "", options = [], isRequired, hint }: DialogField,
  id: string,
  problem: string | undefined,
): TemplateResult {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(" ") || nothing;
  const invalid = problem ? "true" : nothing;
  const required = isRequired ? "true" : nothing;
  if (kind === "choice") {
    return html`<select id=${id} name=${name} aria-describedby=${described}>
      ${options.map((each) => html`<option value=${each.value} ?selected=${each.value === value}>${each.text}</option>`)}
    </select>`;
  }
  if (kind === "long") {
    return html`<textarea
      id=${id}
      name=${name}
      rows="3"
      maxlength="1000"
      aria-invalid=${invalid}
      aria-required=${required}
      aria-describedby=${described}
      .defaultValue=${value}
    ></textarea>`;
  }
  return html`<input
    id=${id}
    name=${name}
    type=${types[kind] ?? "text"}
    inputmode=${kind === "amount" ? "decimal" : nothing}
    dir=${["url", "amount", "secret"].includes(kind) ? "ltr" : nothing}
    maxlength="2000"
    autocomplete=${kind === "secret" ? "new-password" : "off"}
    aria-invalid=${invalid}
    aria-required=${required}
    aria-describedby=${described}
    .defaultValue=${value}
    @focus=${kind === "amount" ? chooseAll : nothing}
  />`;
}

// What stands in the field is a proposal: typing replaces it.
const chooseAll = ({ currentTarget: field }: Event) => {
  if (field instanceof HTMLInputElement) field.select();
};
