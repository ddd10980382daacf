import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../..", import.meta.url));
// The star becomes the number of the case, so that all lie in one tree.
const operation = "api/src/modules/*/pay.ts";
const widget = "widgets/src/*/chat.ts";
const lit = 'import { html } from "lit";\n';

/** A file, its code, and the rule that refuses it; no rule where it is fine. */
const cases: [file: string, code: string, rule?: string][] = [
  [operation, "export const at = new Date();", "tessera(no-wall-clock)"],
  [operation, "export const at = Date.now();", "tessera(no-wall-clock)"],
  [operation, "export const at = Date();", "tessera(no-wall-clock)"],
  [operation, "export const luck = Math.random();", "eslint(no-restricted-properties)"],
  [operation, 'export const page = await fetch("https://example.org");', "eslint(no-restricted-globals)"],
  [
    operation,
    'export const page = await globalThis.fetch("https://example.org");',
    "eslint(no-restricted-properties)",
  ],
  [
    operation,
    "import { Booking } from './a.ts';\nexport const all = Booking.query().where({ id: 1 });",
    "tessera(scoped-tables)",
  ],
  [
    operation,
    "import { row } from './a.ts';\nexport const all = row.$relatedQuery('hosts');",
    "tessera(scoped-tables)",
  ],
  [
    operation,
    "import { scope } from './a.ts';\nexport const all = scope.trx.raw('select 1');",
    "tessera(scoped-tables)",
  ],
  [operation, "import { raw } from 'objection';\nexport const one = raw('1');", "tessera(scoped-tables)"],
  [widget, `${lit}export const a = html\`<p style="color: red"></p>\`;`, "lit(ban-attributes)"],
  [
    "admin/src/pages/a.ts",
    `${lit}export const a = html\`<p style=\${"color: red"}></p>\`;`,
    "lit(ban-attributes)",
  ],
  [
    widget,
    `${lit}export class A extends LitElement { render() { return html\`<style>p{}</style>\`; } }`,
    "lit(prefer-static-styles)",
  ],
  [
    widget,
    'export const a = (e: Element) => e.setAttribute("style", "color: red");',
    "tessera(no-style-attribute)",
  ],
  [widget, 'export { styleMap } from "lit/directives/style-map.js";', "eslint(no-restricted-imports)"],
  [
    "admin/src/a.ts",
    'export { unsafeHTML } from "lit/directives/unsafe-html.js";',
    "eslint(no-restricted-imports)",
  ],
  [widget, 'export { unsafeSVG } from "lit-html/directives/unsafe-svg.js";', "eslint(no-restricted-imports)"],
  [
    widget,
    'export const a = (e: Element) => { e.innerHTML = "<b></b>"; };',
    "eslint(no-restricted-properties)",
  ],
  ["sdk-js/src/a.ts", 'export const a = Buffer.from("a");', "eslint(no-restricted-globals)"],
  ["api/src/platform/utils.ts", "export const a = 1;", "tessera(no-drawers)"],
  ["widgets/src/common/a.ts", "export const a = 1;", "tessera(no-drawers)"],
  [operation, "export const a = () => { Promise.resolve(); };", "typescript(no-floating-promises)"],

  [operation, "export const at = new Date(0);"],
  [
    operation,
    "export const all = (scope: Scope, Booking: Model) => scope.query(Booking).where({ id: 1 });\ninterface Scope { query(m: Model): { where(w: object): unknown } }\ntype Model = object;",
  ],
  ["api/src/platform/clock.ts", "export const wallClock = () => new Date();"],
  [widget, `${lit}export const a = html\`<p .style=\${{}} class="a"></p>\`;`],
  ["api/src/platform/money.ts", "export const a = 1;"],
];

interface Finding {
  filename: string;
  code: string;
}

let findings: Finding[] = [];
const placeOf = (file: string, index: number): string => file.replace("*", `case-${index}`);

// One run of oxlint with the project's own configuration over a tree of all cases.
before(async () => {
  const tree = mkdtempSync(join(tmpdir(), "tessera-lint-"));
  try {
    copyFileSync(join(root, ".oxlintrc.json"), join(tree, ".oxlintrc.json"));
    for (const name of ["node_modules", "scripts"]) symlinkSync(join(root, name), join(tree, name));
    for (const [index, [file, code]] of cases.entries()) {
      const place = join(tree, placeOf(file, index));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, code);
    }
    findings = await lint(tree);
  } finally {
    rmSync(tree, { recursive: true });
  }
});

for (const [index, [file, code, rule]] of cases.entries()) {
  const place = placeOf(file, index);
  test(`${rule ?? "nothing"} in ${place}: ${code.split("\n").at(-1)}`, () => {
    const codes = findings.filter((finding) => finding.filename === place).map((finding) => finding.code);
    assert.deepEqual([...new Set(codes)], rule === undefined ? [] : [rule]);
  });
}

async function lint(folder: string): Promise<Finding[]> {
  const command = join(root, "node_modules/.bin/oxlint");
  const run = promisify(execFile)(command, ["--format=json", "api", "widgets", "admin", "sdk-js"], {
    cwd: folder,
  });
  // It exits with 1 because it found something.
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return JSON.parse(stdout).diagnostics;
}
