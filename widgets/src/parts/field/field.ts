import { css, html, nothing, type TemplateResult } from "lit";

/** One labelled input of a form. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: "text" | "email" | "password" | "tel";
  /** What the browser may fill in: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill-field */
  readonly autocomplete: AutoFill;
  readonly value?: string;
  readonly hint?: string;
  /** Why the value is not accepted. */
  readonly error?: string | undefined;
  readonly maxLength?: number;
  /** Whether it may be left empty. */
  readonly isOptional?: boolean;
  /** A whole number: a number pad on phones. */
  readonly isNumber?: boolean;
  /** A code of digits: a number pad on phones, wide spacing. */
  readonly isCode?: boolean;
}

/** A text field with its label above, its hint or error below, and both tied to it for people who listen. */
export function field({
  name,
  label,
  type = "text",
  hint,
  error,
  isCode = false,
  ...rest
}: Field): TemplateResult {
  const note = error ?? hint;
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      part="input"
      class=${isCode ? "code" : nothing}
      type=${type}
      inputmode=${isCode || rest.isNumber ? "numeric" : nothing}
      autocomplete=${rest.autocomplete}
      maxlength=${rest.maxLength ?? 200}
      .value=${rest.value ?? ""}
      ?required=${!rest.isOptional}
      aria-invalid=${error ? "true" : nothing}
      aria-describedby=${note ? `${name}-note` : nothing}
    />
    ${note ? html`<p id="${name}-note" class="small ${error ? "wrong" : "muted"}">${note}</p>` : nothing}
  </div>`;
}

/** The trimmed values of a form by name. */
export const valuesOf = (form: HTMLFormElement): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value.trim() : ""]),
  );

export const fieldStyles = css`
  .field {
    display: grid;
    gap: 6px;
  }
  label {
    font-weight: 550;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: 10px;
    background: var(--_surface);
    transition: border-color var(--_ease);
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  input:hover,
  textarea:hover {
    border-color: var(--_text);
  }
  input:focus-visible,
  textarea:focus-visible {
    outline-offset: 0;
  }
  [aria-invalid] {
    border-color: var(--_danger);
  }
  .code {
    max-width: 10em;
    font-size: 1.375em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.3em;
    direction: ltr;
  }
  .wrong {
    color: var(--_danger);
  }
`;
