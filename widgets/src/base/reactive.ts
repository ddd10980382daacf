import { type PropertyDeclaration, type ReactiveElement } from "lit";

/** What a field may be declared with; a page's Lit knows no more (`scripts/widgets/trim-lit.ts`). */
type FieldOptions = Pick<PropertyDeclaration, "attribute" | "reflect" | "state"> & {
  readonly type?: StringConstructor | NumberConstructor | BooleanConstructor;
};

// Lit's own decorators also know the standard ones, which no browser runs yet: 0.25 kB of every page.

/** Draws the element again when the field changes; pages set it by an attribute of its name unless the options say otherwise. */
export const property =
  (options?: FieldOptions) =>
  ({ constructor }: object, name: string): void =>
    // A decorator of a field gets the prototype, and only elements have such fields.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    (constructor as typeof ReactiveElement).createProperty(name, options);

/** Draws the element again when the field changes, which is the element's own matter. */
export const state = (): ReturnType<typeof property> => property({ state: true, attribute: false });
