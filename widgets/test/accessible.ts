import { type AxeResults, type RunOptions } from "axe-core";
// It comes as a plain script that sets `window.axe`.
// oxlint-disable-next-line import/no-unassigned-import
import "axe-core/axe.min.js";

declare global {
  interface Window {
    readonly axe: { run(context: Element, options: RunOptions): Promise<AxeResults> };
  }
}

/** Throws unless an element passes every rule of WCAG 2.1 A and AA that a program can judge. */
export async function assertAccessible(element: Element): Promise<void> {
  const { violations } = await window.axe.run(element, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"],
    // A widget is a part of a page: headings and landmarks begin with the page.
    rules: {
      region: { enabled: false },
      "page-has-heading-one": { enabled: false },
      "heading-order": { enabled: false },
    },
    resultTypes: ["violations"],
  });
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
  if (found.length > 0) throw new Error(found.join("\n"));
}
