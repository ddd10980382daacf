import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Widget {
  readonly tagName: string;
  readonly events?: readonly Named[];
  readonly cssParts?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly attributes?: readonly Named[];
}

const widgets = fileURLToPath(new URL("../../widgets/", import.meta.url));
const manifest: {
  readonly modules: readonly { readonly path: string; readonly declarations: readonly Widget[] }[];
} = JSON.parse(readFileSync(join(widgets, "custom-elements.json"), "utf8"));

const sourceOf = (pattern: string): string =>
  globSync(pattern, { cwd: widgets, exclude: ["**/*.test.ts"] })
    .map((file) => readFileSync(join(widgets, file), "utf8"))
    .join("\n");

const found = (source: string, pattern: RegExp): ReadonlySet<string> =>
  new Set([...source.matchAll(pattern)].flatMap(([, names = ""]) => names.split(" ")));

const named = (list: readonly Named[] = []): ReadonlySet<string> => new Set(list.map(({ name }) => name));

const shared = sourceOf("src/{base,parts}/**/*.ts");
assert.ok(manifest.modules.length > 0);

for (const { path, declarations } of manifest.modules) {
  const own = sourceOf(`${dirname(path)}/*.ts`);
  for (const { tagName, events, cssParts, cssProperties, attributes } of declarations) {
    test(`${tagName}: every part, event and attribute that the source has is documented, and no other`, () => {
      const parts = found(own, /(?:part="|"part", ")([^"$]+)"/g);
      assert.deepEqual(
        [...parts].filter((part) => !named(cssParts).has(part)),
        [],
      );
      const anywhere = found(own + shared, /(?:part="|"part", ")([^"$]+)"|"((?:day|chosen)[\w -]*)"/g);
      const chosen = found(shared, /\? "([\w -]+)" : "day"/g);
      assert.deepEqual(
        [...named(cssParts)].filter((part) => !anywhere.has(part) && !chosen.has(part)),
        [],
      );

      const emitted = found(own, /emit\([^,]+, "([\w-]+)"/g);
      assert.deepEqual(
        [...emitted].filter((event) => !named(events).has(event)),
        [],
      );
      const known = found(own + shared, /emit\([^,]+, "([\w-]+)"/g);
      assert.deepEqual(
        [...named(events)].filter((event) => !known.has(event)),
        [],
      );

      for (const { name, description = "" } of [
        ...(attributes ?? []),
        ...(events ?? []),
        ...(cssParts ?? []),
      ]) {
        assert.ok(description.endsWith("."), `${name} has no sentence`);
      }
    });

    test(`${tagName}: every documented custom property does something`, () => {
      const used = found(own + shared, /var\((--tessera-[\w-]+)/g);
      assert.deepEqual(
        [...named(cssProperties)].filter((property) => !used.has(property)),
        [],
      );
    });
  }
}
