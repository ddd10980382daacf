import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { widgetDeclarations } from "./declarations.ts";
import { keyboard, keysOf } from "./keyboard.ts";

const src = join(import.meta.dirname, "../../widgets/src");
const named = /"(Arrow(?:Left|Right|Up|Down)|Home|End|Page(?:Up|Down)|Enter|Escape|Backspace|Delete|Tab)"/g;

/** The keys a source file names; those of `stepFor` too where it is used. */
function keysIn(file: string): string[] {
  const text = readFileSync(join(src, file), "utf8");
  if (!text.includes("KeyboardEvent")) return [];
  const steps = text.includes("stepFor(") ? readFileSync(join(src, "base/keyboard.ts"), "utf8") : "";
  const keys = new Set([...`${steps}${text}`.matchAll(named)].map(([, key = ""]) => key));
  // These lie in a row: what goes up and down is taken out there.
  if (["parts/tabs/tabs.ts", "gig/gallery.ts"].includes(file))
    for (const key of ["ArrowUp", "ArrowDown"]) keys.delete(key);
  return [...keys].toSorted();
}

test("every file that hears keys is in the table, with each key it knows and no other", () => {
  const hearing = globSync("**/*.ts", { cwd: src, exclude: ["**/*.test.ts"] })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file !== "base/keyboard.ts" && keysIn(file).length > 0);
  assert.deepEqual(hearing.toSorted(), [...new Set(keyboard.flatMap(({ sources }) => sources))].toSorted());
  for (const file of hearing) {
    const told = keyboard.filter(({ sources }) => sources.includes(file)).flatMap(({ keys }) => keys);
    assert.deepEqual([...new Set(told)].toSorted(), keysIn(file), file);
  }
});

test("every widget has keys, and no row names a tag there is not", () => {
  const tags = widgetDeclarations().map(({ tagName }) => tagName);
  for (const tag of tags) assert.ok(keysOf(tag).length >= 2, tag);
  for (const { tags: named = [] } of keyboard) for (const tag of named) assert.ok(tags.includes(tag), tag);
});
