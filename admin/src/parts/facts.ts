import { html, nothing, type TemplateResult } from "lit";

/** A name and what there is to say; what is null is left out. */
export type Fact = readonly [name: string, value: unknown];

/** Facts side by side. */
export const facts = (list: readonly Fact[]): TemplateResult =>
  html`<dl class="facts">
    ${list.map(([name, value]) =>
      value === null
        ? nothing
        : html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl>`;
