import { html, nothing, type TemplateResult } from "lit";
import { type Day } from "../base/format.ts";

/** One date to be chosen. */
export interface DateField {
  readonly name: string;
  readonly label: string;
  readonly min: Day;
  readonly error?: string | undefined;
}

/** A date with its label above and its error below. */
export const dateField = ({ name, label, min, error }: DateField): TemplateResult =>
  html`<div class="field">
    <label for=${name}>${label}</label>
    <input
      id=${name}
      name=${name}
      part="input"
      type="date"
      min=${min}
      required
      aria-invalid=${error ? "true" : nothing}
      aria-describedby=${error ? `${name}-note` : nothing}
    />
    ${error ? html`<p id="${name}-note" class="small wrong">${error}</p>` : nothing}
  </div>`;
