// `npm run element-types` writes sdk-js/src/elements.ts, the widgets as types for a page's own code; with --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Field, type WidgetDeclaration, widgetDeclarations } from "./declarations.ts";
import { keyboardTable } from "./keyboard.ts";
import { type EventType, readWidgetTypes, type WidgetTypes } from "./widget-types.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

const doc = (text: string, indent = ""): string => `${indent}/** ${text.replaceAll(/\s+/g, " ").trim()} */`;

const titled = (word: string): string => word[0]?.toUpperCase() + word.slice(1);

const key = (name: string): string => (/^\w+$/.test(name) ? name : `"${name}"`);

function attributeOf(widget: WidgetDeclaration, types: WidgetTypes, field: Field): string {
  const type = types.fieldType(widget, field.fieldName ?? field.name);
  return `${doc(field.description, "  ")}\n  readonly ${key(field.name)}?: ${type} | undefined;`;
}

function propertyOf(widget: WidgetDeclaration, types: WidgetTypes, field: Field): string {
  const mark = field.readonly ? "readonly " : "";
  return `${doc(field.description, "  ")}\n  ${mark}${field.name}: ${types.fieldType(widget, field.name)};`;
}

function eventOf({ name, description }: WidgetDeclaration["events"][number], types: WidgetTypes): string {
  const type = types.events.get(name);
  if (!type) throw new TypeError(`${name} is in the manifest and in no HTMLElementEventMap.`);
  return `${doc(description, "  ")}\n  readonly "${name}": ${type.name};`;
}

const listed = (head: string, lines: readonly string[], indent = ""): string =>
  lines.length === 0 ? `${head} {}` : `${head} {\n${lines.join("\n")}\n${indent}}`;

function widgetTypes(widget: WidgetDeclaration, types: WidgetTypes): string {
  const { name, summary, attributes, members, events } = widget;
  return [
    doc(summary),
    listed(
      `export interface ${name}Element extends HTMLElement`,
      members.map((field) => propertyOf(widget, types, field)),
    ),
    "",
    doc(`The attributes of ${widget.tagName}.`),
    listed(
      `export interface ${name}Attributes`,
      attributes.map((field) => attributeOf(widget, types, field)),
    ),
    "",
    doc(`The events of ${widget.tagName}.`),
    listed(
      `export interface ${name}Events`,
      events.map((event) => eventOf(event, types)),
    ),
    "",
  ].join("\n");
}

const eventType = ({ name, doc: text, detail }: EventType): string =>
  `${doc(text)}\nexport type ${name} = CustomEvent<${detail}>;\n`;

/** The text of sdk-js/src/elements.ts, before it is formatted. */
export function elementTypes(widgets: readonly WidgetDeclaration[], types: WidgetTypes): string {
  const events = [...types.events.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const tags = widgets.map(({ tagName, name }) =>
    listed(
      `  readonly "${tagName}":`,
      ["element", "attributes", "events"].map((part) => `    readonly ${part}: ${name}${titled(part)};`),
      "  ",
    ),
  );
  const ofWidgets = widgets.map((widget) => widgetTypes(widget, types));
  const ofEvents = events.map(eventType);
  const contract = [...types.used].toSorted().map((name) => `type ${name}`);
  return [
    "// Generated from the widgets by `npm run element-types`. Do not edit.",
    ...(contract.length > 0 ? [`import { ${contract.join(", ")} } from "./contract.ts";`] : []),
    "",
    ...ofEvents,
    ...ofWidgets,
    doc(
      "Every widget by its tag: the element, the attributes a template may write, the events it announces.",
    ),
    listed("export interface TesseraWidgets", tags),
    "",
    doc(
      "Every event by its name. They bubble: whoever listens above a widget hears those of widgets inside it too.",
    ),
    listed(
      "export interface TesseraEvents",
      [...types.events.keys()]
        .toSorted()
        .map((name) => `  readonly "${name}": ${types.events.get(name)?.name};`),
    ),
    "",
    "declare global {",
    listed(
      "  interface HTMLElementTagNameMap",
      widgets.map(({ tagName, name }) => `    "${tagName}": ${name}Element;`),
      "  ",
    ),
    "  interface HTMLElementEventMap extends TesseraEvents {}",
    "}",
    "",
  ].join("\n");
}

const [start, end] = ["<!-- keys -->", "<!-- /keys -->"];

/** A page of the docs with the table of keys between its two marks. */
function withKeys(page: string): string {
  const [before = "", rest = ""] = page.split(start);
  const [, after = ""] = rest.split(end);
  return `${before}${start}\n\n${keyboardTable()}\n\n${end}${after}`;
}

if (import.meta.main) {
  const docs = "docs/accessibility.md";
  const texts = {
    "sdk-js/src/elements.ts": elementTypes(widgetDeclarations(), readWidgetTypes(root)),
    [docs]: withKeys(readFileSync(root + docs, "utf8")),
  };
  for (const [file, text] of Object.entries(texts)) {
    if (!process.argv.includes("--check")) writeFileSync(root + file, text);
    else if (readFileSync(root + file, "utf8") !== text) {
      console.error(
        `${file} is not what the widgets say. Run \`npm run element-types\` and commit the result.`,
      );
      process.exitCode = 1;
    }
  }
}
