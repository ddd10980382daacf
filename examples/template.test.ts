import assert from "node:assert/strict";
import { test } from "node:test";
import { fill } from "./template.ts";

const parts: Record<string, string> = { head: "<title>{{title}}</title>\n" };
const page = (text: string, values: Parameters<typeof fill>[1]) =>
  fill({ text, part: (name) => parts[name] ?? "" }, values);

test("values are escaped, in text and in attributes", () => {
  const name = `<b>"Ada" & 'Bob'</b>`;
  assert.equal(page("<p title='{{name}}'>{{name}}</p>", { name }).includes("<b>"), false);
  assert.equal(page("{{a.b}}", { a: { b: "1 < 2" } }), "1 &#60; 2");
});

test("a value is not filled again, whatever it holds", () => {
  const name = "{{secret}}";
  assert.equal(page("{{name}}", { name, secret: "x" }).includes("x"), false);
  assert.equal(page("{{#list}}{{name}}{{/list}}", { list: [{ name }], secret: "x" }).includes("x"), false);
});

test("parts are filled with the page's values", () => {
  assert.equal(page("{{> head}}<p>", { title: "Home" }), "<title>Home</title>\n<p>");
});

test("a list repeats, and its items stand before the page's values", () => {
  const people = [{ name: "Ada" }, { name: "Bob" }];
  assert.equal(
    page("{{#people}}{{name}} of {{site}}, {{/people}}", { people, site: "S", name: "none" }),
    "Ada of S, Bob of S, ",
  );
});

test("a switch shows once or not at all", () => {
  assert.equal(page("{{#yes}}a{{/yes}}{{#no}}b{{/no}}", { yes: true, no: null }), "a");
});

test("a name nobody gave throws", () => {
  assert.throws(() => page("{{nmae}}", { name: "Ada" }), /\{\{nmae\}\}, which is not given/);
});
