import { globSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cruise, type ICruiseResult, type IViolation } from "dependency-cruiser";

const packages = ["api", "widgets", "admin", "sdk-js", "examples"];
const { forbidden, options } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

/** What checking the imports of a source tree found. */
export interface Arrows {
  violations: IViolation[];
  /** Source files on disk that the check never looked at. Any at all means that its parser did not work. */
  unseen: string[];
  seen: number;
}

/** The names of all import rules. */
export const arrowRules: string[] = forbidden.map((rule: { name: string }) => rule.name);

/** Checks who imports whom in the packages of a source tree. */
export async function checkArrows(root: string): Promise<Arrows> {
  const present = readdirSync(root).filter((name) => packages.includes(name));
  const { output } = await cruise(present, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === "string")
    throw new Error("dependency-cruiser answered text where a result was asked for");
  return { violations: output.summary.violations, ...coverage(root, present, output) };
}

function coverage(
  root: string,
  present: string[],
  { modules }: ICruiseResult,
): Pick<Arrows, "seen" | "unseen"> {
  const seen = new Set(modules.map((module) => module.source));
  const sources = globSync(
    present.map((name) => join(name, "**/*.ts")),
    { cwd: root, exclude: ["**/node_modules/**", "**/dist/**", "**/*.d.ts"] },
  );
  return {
    seen: sources.filter((file) => seen.has(file)).length,
    unseen: sources.filter((file) => !seen.has(file)),
  };
}

if (import.meta.main) {
  const { violations, unseen, seen } = await checkArrows(fileURLToPath(new URL("..", import.meta.url)));
  for (const { rule, from, to, cycle } of violations)
    console.error(`${rule.name}: ${[from, ...(cycle?.map((step) => step.name) ?? [to])].join(" -> ")}`);
  if (unseen.length > 0) console.error(`${unseen.length} files were not checked, the first is ${unseen[0]}.`);
  if (seen === 0) console.error("No file was checked.");
  console.log(`${seen} files, ${violations.length} forbidden imports`);
  process.exitCode = violations.length + unseen.length === 0 && seen > 0 ? 0 : 1;
}
