import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { test } from "node:test";
import { arrowRules, checkArrows } from "./arrows.ts";

const module = (name: string): string => `api/src/modules/${name}`;
const allModules = arrowRules.flatMap((rule) => /^(.+)-imports-downward$/.exec(rule)?.[1] ?? []);

/** For every rule, one import that breaks it: from this file to that one (or that package). */
const planted: Record<string, [from: string, to: string]> = {
  ...Object.fromEntries(
    allModules.map((name, rank) => [
      `${name}-imports-downward`,
      [`${module(name)}/a.ts`, `${module(allModules[rank + 1] ?? "insights")}/index.ts`],
    ]),
  ),
  "everything-resolves": ["api/src/app.ts", "no-such-package"],
  "no-cycles": ["api/src/platform/clock.ts", "api/src/platform/zone.ts"],
  "modules-are-in-the-order": [`${module("afterthoughts")}/a.ts`, "api/src/platform/errors.ts"],
  "modules-meet-at-index": [`${module("orders")}/a.ts`, `${module("money")}/post.ts`],
  "platform-knows-no-module": ["api/src/platform/a.ts", `${module("money")}/index.ts`],
  "rules-are-pure": [`${module("money")}/rules/a.ts`, "api/src/platform/clock.ts"],
  "transport-stays-at-the-edge": [`${module("money")}/pay.ts`, "api/src/platform/rpc/procedure.ts"],
  "routers-are-mounted-once": ["api/src/app.ts", `${module("money")}/router.ts`],
  "modules-are-listed-once": ["api/src/app.ts", `${module("money")}/module.ts`],
  "migrations-know-only-the-platform": ["api/migrations/a.ts", `${module("money")}/index.ts`],
  "test-builders-stay-in-tests": [`${module("money")}/a.ts`, `${module("money")}/testing.ts`],
  "nobody-imports-a-test": [`${module("money")}/a.ts`, `${module("money")}/a.test.ts`],
  "nobody-imports-the-api": ["widgets/src/base/a.ts", "api/src/platform/errors.ts"],
  "the-api-sees-no-client": ["api/src/a.ts", "sdk-js/src/index.ts"],
  "packages-meet-by-name": ["admin/src/a.ts", "sdk-js/src/index.ts"],
  "the-sdk-stands-alone": ["sdk-js/src/a.ts", "node:fs"],
  "frameworks-are-types-alone": ["sdk-js/src/b.ts", "vue"],
  "parts-know-no-widget": ["widgets/src/parts/a.ts", "widgets/src/booking/booking.ts"],
  "widgets-are-islands": ["widgets/src/chat/chat.ts", "widgets/src/booking/booking.ts"],
};

/** Imports that look like the ones above and are allowed. */
const allowed: [from: string, to: string][] = [
  [`${module("insights")}/a.ts`, `${module("tenancy")}/index.ts`],
  [`${module("money")}/a.test.ts`, `${module("orders")}/testing.ts`],
  [`${module("money")}/rules/b.ts`, "api/src/platform/money.ts"],
  [`${module("money")}/rules/c.ts`, "api/src/platform/time.ts"],
  [`${module("money")}/rules/d.ts`, "api/src/platform/errors.ts"],
  [`${module("money")}/router.ts`, "api/src/platform/rpc/procedure.ts"],
  [`${module("money")}/a.ts`, "api/src/platform/rpc/operation.ts"],
  ["api/src/router.ts", `${module("money")}/router.ts`],
  ["api/src/modules.ts", `${module("money")}/module.ts`],
  ["api/migrations/b.ts", "api/src/platform/db/isolation.ts"],
  ["widgets/src/chat/chat.ts", "widgets/src/parts/button.ts"],
  ["widgets/src/loader.ts", "widgets/src/chat/chat.ts"],
];

test("every rule has a planted violation", () => {
  assert.deepEqual(Object.keys(planted).toSorted(), arrowRules.toSorted());
});

for (const [rule, arrow] of Object.entries(planted)) {
  const back: [string, string][] = rule === "no-cycles" ? [[arrow[1], arrow[0]]] : [];
  test(`${rule} refuses ${arrow.join(" -> ")}`, async () => {
    const { violations } = await checkTree([arrow, ...back]);
    assert.ok(violations.some((found) => found.rule.name === rule && found.from === arrow[0]));
  });
}

test("allowed imports pass, and every file was looked at", async () => {
  const { violations, unseen, seen } = await checkTree(allowed);
  assert.deepEqual(violations, []);
  assert.deepEqual(unseen, []);
  assert.equal(seen, new Set(allowed.flat()).size);
});

async function checkTree(arrows: [from: string, to: string][]): ReturnType<typeof checkArrows> {
  const root = mkdtempSync(join(tmpdir(), "tessera-arrows-"));
  try {
    for (const to of arrows.map(([, to]) => to).filter((to) => to.endsWith(".ts")))
      write(join(root, to), "export {};\n");
    for (const [from, to] of arrows) {
      const path = relative(dirname(from), to);
      const specifier = !to.endsWith(".ts") ? to : path.startsWith(".") ? path : `./${path}`;
      write(join(root, from), `import "${specifier}";\n`);
    }
    return await checkArrows(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
