import { html, nothing, type TemplateResult } from "lit";
import { type Desk } from "../base/desk.ts";
import { type ShownListing } from "./listing.ts";
import { partsVoice } from "./texts.ts";

/** A field that narrows a list: a choice when it has options, else a text or a date. */
export interface FilterField {
  readonly name: string;
  readonly label: string;
  readonly options?: readonly { readonly value: string; readonly text: string }[];
  readonly kind?: "text" | "date";
  /** What may be typed, where the label does not say it. */
  readonly hint?: string;
}

/** The choice between the values of an enum, said in the reader's language. */
export const choices = <Value extends string>(
  values: readonly Value[],
  say: (value: Value) => string,
): { readonly value: Value; readonly text: string }[] => values.map((value) => ({ value, text: say(value) }));

/** A text that finds people. */
export const peopleField = (desk: Desk, name: string, label: string): FilterField => ({
  name,
  label,
  hint: partsVoice(desk)("nameOrEmail"),
});

/** From which date to which; both belong to the span. */
export const spanFields = (desk: Desk): readonly FilterField[] => {
  const say = partsVoice(desk);
  return [
    { name: "from", label: say("from"), kind: "date" },
    { name: "until", label: say("until"), kind: "date" },
  ];
};

/** The fields above a list. Choices count at once, the rest with Enter or the button. */
export function filterForm<Item>(
  desk: Desk,
  listing: ShownListing<Item>,
  fields: readonly FilterField[],
): TemplateResult {
  const say = partsVoice(desk);
  const apply = (form: HTMLFormElement) => {
    const typed = [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && value.trim() !== "" ? [[name, value.trim()] as const] : [],
    );
    listing.narrow(Object.fromEntries(typed));
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (event.currentTarget instanceof HTMLFormElement) apply(event.currentTarget);
  };
  const change = ({ currentTarget: field }: Event) => {
    if ((field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && field.form)
      apply(field.form);
  };
  return html`<form class="filters" role="search" aria-label=${say("filters")} @submit=${submit}>
    ${fields.map(
      ({ name, label, options, kind = "text", hint }) =>
        html`<label
          >${label}
          ${
            options
              ? html`<select name=${name} @change=${change}>
                  <option value="">${say("any")}</option>
                  ${options.map(
                    ({ value, text }) =>
                      html`<option value=${value} ?selected=${listing.filters[name] === value}>
                        ${text}
                      </option>`,
                  )}
                </select>`
              : kind === "date"
                ? html`<input
                    type="date"
                    name=${name}
                    .value=${listing.filters[name] ?? ""}
                    @change=${change}
                  />`
                : html`<input
                    name=${name}
                    maxlength="254"
                    placeholder=${hint ?? nothing}
                    .value=${listing.filters[name] ?? ""}
                  />`
          }
        </label>`,
    )}
    <button class="quiet-button">${say("filter")}</button>
  </form>`;
}
