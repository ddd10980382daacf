import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { type Dictionary, type Entry, type TextSource } from "../../widgets/src/base/texts.ts";

const src = join(import.meta.dirname, "../../widgets/src");
const files = globSync("**/*.texts.ts", { cwd: src });

const formsOf = (entry: Entry): [form: string, sentence: string][] =>
  typeof entry === "string" ? [["", entry]] : Object.entries(entry);

const placeholdersOf = (sentence: string): string =>
  [...sentence.matchAll(/\{\w+\}/g)].map(String).toSorted().join(" ");

assert.ok(files.length >= 4);
for (const file of files) {
  const exported: Record<string, TextSource<Dictionary>> = await import(pathToFileURL(join(src, file)).href);
  const [source] = Object.values(exported);
  assert.ok(source, file);
  for (const language of ["zh-CN", "ar"] as const) {
    const { texts } = await source[language]();

    test(`${file}: every sentence is there in ${language}, with the same params`, () => {
      assert.deepEqual(Object.keys(texts).toSorted(), Object.keys(source.en).toSorted());
      for (const [name, entry] of Object.entries(source.en)) {
        const [[, original] = ["", ""]] = formsOf(entry).toReversed();
        for (const [form, sentence] of formsOf(texts[name] ?? "")) {
          assert.notEqual(sentence.trim(), "", `${name} is empty`);
          assert.notEqual(sentence, original, `${name} is not translated`);
          // "One" and "two" are often written as words.
          if (["zero", "one", "two"].includes(form)) continue;
          assert.equal(placeholdersOf(sentence), placeholdersOf(original), `${name} ${form}`);
        }
      }
    });

    test(`${file}: plural forms are those of ${language}`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [name, entry] of Object.entries(texts)) {
        if (typeof entry === "string") continue;
        assert.deepEqual(Object.keys(entry).toSorted(), pluralCategories.toSorted(), name);
      }
    });
  }
}
