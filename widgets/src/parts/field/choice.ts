import { html, nothing, type TemplateResult } from "lit";

type Names = readonly (readonly [value: string, name: string])[];

/** One field in which a value is chosen. */
export interface Choice {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string;
  /** What no choice is called, where that is possible. */
  readonly empty?: string;
  /** All that can be chosen. */
  readonly names: () => Names;
}

/** A list to choose from. It holds the chosen value until somebody turns to it: drawing 430 zones with the panel would cost 90 ms. */
export function choice({ name, label, value, hint, empty, names }: Choice): TemplateResult {
  const fill = ({ currentTarget }: Event) => {
    if (!(currentTarget instanceof HTMLSelectElement) || "full" in currentTarget.dataset) return;
    const known = new Set([...currentTarget.options].map((option) => option.value));
    currentTarget.dataset["full"] = "";
    currentTarget.append(
      ...names()
        .filter(([own]) => !known.has(own))
        .map(([own, text]) => new Option(text, own)),
    );
  };
  const shown = value === "" ? "" : (names().find(([own]) => own === value)?.[1] ?? value);
  return html`<div class="field">
    <label for=${name}>${label}</label>
    <select
      id=${name}
      name=${name}
      part="input"
      aria-describedby=${hint ? `${name}-note` : nothing}
      @pointerdown=${fill}
      @focus=${fill}
      @keydown=${fill}
    >
      ${empty === undefined ? nothing : html`<option value="">${empty}</option>`}
      ${value === "" ? nothing : html`<option value=${value} selected>${shown}</option>`}
    </select>
    ${hint ? html`<p id="${name}-note" class="small muted">${hint}</p>` : nothing}
  </div>`;
}

/** Languages, each called as its speakers call it. */
export const languageNames = (tags: readonly string[]): Names =>
  tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag]);

/** The time zones browsers know. */
export const zoneNames = (): Names =>
  Intl.supportedValuesOf("timeZone").map((zone) => [zone, zone.replaceAll("_", " ")]);

/** Currencies with their names in a language. */
export function currencyNames(tag: string): Names {
  const names = new Intl.DisplayNames([tag], { type: "currency" });
  return Intl.supportedValuesOf("currency").map((code) => [code, `${code} · ${names.of(code) ?? code}`]);
}
