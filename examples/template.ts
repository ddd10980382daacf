/** What a page's placeholders stand for. */
export type Value = string | boolean | null | readonly Values[] | Values;
export interface Values {
  readonly [name: string]: Value;
}

/** A page as it was written, and the parts it may include. */
export interface Template {
  readonly text: string;
  readonly part: (name: string) => string;
}

/**
 * Fills a page: `{{name}}` and `{{host.name}}` are values, escaped; `{{> head}}` is a part; `{{#coaches}}…{{/coaches}}` repeats for each
 * item of a list, or shows once for a value that is there. A name nobody gave is a mistake in the page and throws.
 */
export function fill({ text, part }: Template, values: Values): string {
  const whole = text.replaceAll(/\{\{> ([\w-]+)\}\}\n?/g, (_, name: string) =>
    fill({ text: part(name), part }, values),
  );
  const repeated = whole.replaceAll(
    /\{\{#([\w.]+)\}\}\n?([\s\S]*?)\{\{\/\1\}\}\n?/g,
    (_, name: string, inner: string) =>
      scopesOf(find(name, values))
        .map((own) => fill({ text: inner, part }, { ...values, ...own }))
        .join(""),
  );
  return repeated.replaceAll(/\{\{([\w.]+)\}\}/g, (_, name: string) =>
    escape(textOf(name, find(name, values))),
  );
}

/** Text as it stands between tags or in an attribute's quotes; braces too, so that nothing in it is taken for a placeholder. */
const escape = (text: string): string =>
  text.replaceAll(/[&<>"'{}]/g, (character) => `&#${character.charCodeAt(0)};`);

function scopesOf(value: Value): readonly Values[] {
  if (Array.isArray(value)) return value;
  return value ? [{}] : [];
}

function find(name: string, values: Values): Value {
  let value: Value | undefined = values;
  for (const key of name.split(".")) {
    value = typeof value === "object" && value !== null && !isList(value) ? value[key] : undefined;
  }
  if (value === undefined) throw new Error(`The page asks for {{${name}}}, which is not given.`);
  return value;
}

function textOf(name: string, value: Value): string {
  if (typeof value !== "string") throw new Error(`{{${name}}} is no text.`);
  return value;
}

const isList = (value: Value): value is readonly Values[] => Array.isArray(value);
