import { readFileSync } from "node:fs";

/** Something the manifest names and describes. */
export interface Described {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}

/** An attribute or property of a widget. */
export interface Field extends Described {
  readonly type?: { readonly text: string };
  /** The attribute a property is set by; missing where there is none. */
  readonly attribute?: string;
  readonly readonly?: boolean;
  /** The property an attribute sets. */
  readonly fieldName?: string;
}

/** What a page may use of one widget, as its doc comment says. */
export interface WidgetDeclaration {
  readonly name: string;
  readonly tagName: string;
  readonly summary: string;
  readonly attributes: readonly Field[];
  readonly members: readonly Field[];
  readonly events: readonly (Described & { readonly type: { readonly text: string } })[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  /** The source file, relative to the folder of the widgets. */
  readonly path: string;
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations: readonly (Partial<WidgetDeclaration> & { readonly name: string })[];
  }[];
}

const manifestFile = new URL("../../widgets/custom-elements.json", import.meta.url);

/** Every widget the custom-elements manifest knows, by the order of their tags. */
export function widgetDeclarations(): readonly WidgetDeclaration[] {
  const manifest = JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;
  const found = manifest.modules.flatMap(({ path, declarations }) =>
    declarations.flatMap(({ tagName, ...said }) =>
      tagName === undefined ? [] : [{ ...said, tagName, path }],
    ),
  );
  const nothing = { attributes: [], members: [], events: [], slots: [], cssParts: [], cssProperties: [] };
  return found
    .map((widget) => ({ ...nothing, summary: "", ...widget }))
    .toSorted((a, b) => (a.tagName < b.tagName ? -1 : 1));
}
