import { html, nothing, type TemplateResult } from "lit";

/** A field for several lines. */
export interface WritingField {
  readonly name: string;
  readonly label: string;
  readonly rows: number;
  readonly maxLength: number;
  readonly value?: string;
  readonly hint?: string;
  /** Why the value is not accepted. */
  readonly error?: string | undefined;
}

/** A field for several lines with its label above and its hint or error below. */
export function writingField({
  name,
  label,
  rows,
  maxLength,
  value,
  hint,
  error,
}: WritingField): TemplateResult {
  const note = error ?? hint;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <textarea
      id=${name}
      name=${name}
      part="input"
      rows=${rows}
      maxlength=${maxLength}
      .value=${value ?? ""}
      aria-invalid=${error ? "true" : nothing}
      aria-describedby=${note ? `${name}-note` : nothing}
    ></textarea>
    ${note ? html`<p id="${name}-note" class="small ${error ? "wrong" : "muted"}">${note}</p>` : nothing}
  </div>`;
}
