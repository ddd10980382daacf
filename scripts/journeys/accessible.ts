import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { type AxeResults } from "axe-core";
import { type Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on a page and inside its widgets, one line each; empty when nothing is. */
export async function barriersOn(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which a page's policy does not concern.
  await page.evaluate(axe);
  const { violations } = (await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] })",
  )) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(" ")}: ${failureSummary}`),
  );
}
