import { html, type TemplateResult } from "lit";

/** A value and how it is called. */
export type Choice = readonly [value: string, label: string];

/** What is chosen in a list, and what choosing does. */
interface Selected {
  readonly chosen: string;
  readonly choose: (value: string) => void;
  /** Names what is chosen although it is no longer among the choices. */
  readonly label?: (value: string) => string;
}

/** A field in which one of a few values is chosen; each choice is at once. */
export function selectField(
  id: string,
  name: string,
  options: readonly Choice[],
  { chosen, choose, label = String }: Selected,
): TemplateResult {
  const isKnown = options.some(([value]) => value === chosen);
  return html`<div class="field">
    <label for=${id}>${name}</label>
    <select id=${id} part="input" .value=${chosen} @change=${(event: Event) => choose(valueOf(event))}>
      ${[...options, ...(isKnown ? [] : [[chosen, label(chosen)] as const])].map(
        ([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </div>`;
}

/** What stands in the field an event came from. */
export const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target.value : "";
