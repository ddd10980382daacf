import { type WidgetScenes } from "../../../widgets/states/scene.ts";
import { keysOf } from "../../widgets/keyboard.ts";
import { type Described, type WidgetDeclaration } from "../../widgets/declarations.ts";
import { Markup, markup } from "../markup.ts";
import { choices, type Look, queryOf } from "./looks.ts";

/** A widget as the page shows it. */
export interface ShownWidget extends WidgetDeclaration {
  readonly scenes: WidgetScenes["scenes"];
  /** What each of its events tells, by the event's name. */
  readonly details: ReadonlyMap<string, string>;
}

/** The page of all widgets: what each offers to a page, and every state of it, live. */
export function galleryPage(widgets: readonly ShownWidget[], look: Look): string {
  const states = widgets.reduce((sum, { scenes }) => sum + scenes.length, 0);
  return markup`<!doctype html>
<html lang="en" data-width="${look.width}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <title>Widgets · Tessera</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/gallery.css" />
    <script type="module" src="/gallery.js"></script>
  </head>
  <body>
    <a class="skip" href="#main">Skip to the widgets</a>
    <header>
      <div>
        <h1>Widgets</h1>
        <p>${widgets.length} tags in ${states} states, each live over a pretend API: nothing here reaches the demo's data.</p>
      </div>
      <nav class="switches" aria-label="How the states are shown">${switches(look)}</nav>
    </header>
    <nav class="tags" aria-label="Tags">
      <ul>${widgets.map(({ tagName }) => markup`<li><a href="#${tagName}">${tagName.replace("tessera-", "")}</a></li>`)}</ul>
    </nav>
    <main id="main">${widgets.map((widget) => section(widget, look))}</main>
  </body>
</html>`.text;
}

const switches = (look: Look): Markup[] =>
  Object.entries(choices).map(
    ([name, among]) =>
      markup`<ul>${Object.entries(among).map(([value, words]) => {
        const isChosen = Object.entries(look).some(([part, chosen]) => part === name && chosen === value);
        const query = queryOf({ ...look, [name]: value });
        return markup`<li><a href="/?${query}" data-switch="${name}"${name === "lang" ? markup` lang="${value}"` : ""}${isChosen ? markup` aria-current="true"` : ""}>${words}</a></li>`;
      })}</ul>`,
  );

function section(widget: ShownWidget, look: Look): Markup {
  const { tagName, summary, scenes } = widget;
  return markup`<section id="${tagName}" aria-labelledby="${tagName}-title">
    <h2 id="${tagName}-title"><code>&lt;${tagName}&gt;</code></h2>
    <p class="lead">${summary}</p>
    ${snippet(widget)}
    <details>
      <summary>Attributes, events, slots, parts, tokens and keys</summary>
      ${reference(widget)}
    </details>
    <ol class="states">${scenes.map(
      ({ title, state }, at) => markup`<li>
        <h3>${title} <code>${state}</code></h3>
        <iframe src="/scene/${tagName}/${at}?${queryOf(look)}" title="${tagName}: ${title}" height="448" loading="lazy"></iframe>
      </li>`,
    )}</ol>
  </section>`;
}

/** The tag as a page writes it, with what its first state needs. */
function snippet({ tagName, scenes: [first] }: ShownWidget): Markup {
  const attributes = Object.entries(first?.attributes ?? {}).map(([name, value]) => ` ${name}="${value}"`);
  return markup`<div class="snippet">
    <pre tabindex="0"><code>${`<${tagName}${attributes.join("")}></${tagName}>`}</code></pre>
    <button type="button" class="copy" hidden aria-label="Copy the ${tagName} tag">Copy</button>
  </div>`;
}

function reference(widget: ShownWidget): Markup {
  const { attributes, members, events, slots, cssParts, cssProperties, details } = widget;
  const properties = members.filter(({ attribute }) => attribute === undefined);
  return markup`
    ${table(
      widget.tagName,
      "Attributes",
      ["Attribute", "Property", "What it does"],
      attributes.map((field) => [code(field.name), code(field.fieldName ?? field.name), about(field)]),
    )}
    ${table(
      widget.tagName,
      "Properties without an attribute",
      ["Property", "What it does"],
      properties.map((field) => [code(field.name), about(field)]),
    )}
    ${table(
      widget.tagName,
      "Events",
      ["Event", "Detail", "When"],
      events.map((event) => [code(event.name), code(details.get(event.name) ?? ""), about(event)]),
    )}
    ${table(
      widget.tagName,
      "Slots",
      ["Slot", "What it is for"],
      slots.map((slot) => [slot.name ? code(slot.name) : markup`without a name`, about(slot)]),
    )}
    ${table(
      widget.tagName,
      "Parts",
      ["Part", "What it is"],
      cssParts.map((part) => [code(part.name), about(part)]),
    )}
    ${table(
      widget.tagName,
      "Tokens",
      ["Custom property", "What it sets"],
      cssProperties.map((token) => [code(token.name), about(token)]),
    )}
    ${table(
      widget.tagName,
      "Keys",
      ["Where", "Keys", "What they do"],
      keysOf(widget.tagName).map(({ where, keys, does }) => [
        markup`${where}`,
        markup`${keys.map((key) => markup`<kbd>${key}</kbd> `)}`,
        markup`${does}`,
      ]),
    )}`;
}

const code = (text: string): Markup => markup`<code>${text}</code>`;

/** A description; what stands in backquotes is code. */
function about({ description, default: usual }: Described): Markup {
  const pieces = description.split("`").map((text, at) => (at % 2 === 1 ? code(text) : markup`${text}`));
  const isSaid = usual !== undefined && usual !== '""' && usual !== "false";
  return markup`${pieces}${isSaid ? markup` Usually ${code(usual)}.` : ""}`;
}

function table(
  tag: string,
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Markup[])[],
): Markup {
  if (rows.length === 0) return new Markup("");
  return markup`<div class="scroll" role="region" aria-label="${tag}: ${caption}" tabindex="0"><table>
    <caption>${caption}</caption>
    <thead><tr>${heads.map((head) => markup`<th scope="col">${head}</th>`)}</tr></thead>
    <tbody>${rows.map((row) => markup`<tr>${row.map((cell) => markup`<td>${cell}</td>`)}</tr>`)}</tbody>
  </table></div>`;
}
