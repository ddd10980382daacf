/** What a runner, or several of them together, counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why, a text each: said again at the end of a long output. */
  failures: string[];
}

/** Counts of nothing. */
export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0, failures: [] });

/** How much is told of one failure, in characters. */
const MOST_TOLD = 2_000;

/** One failure as it is told at the end: where it happened, and what was said. */
export function failure(where: readonly (string | undefined)[], said: string): string {
  return `${where.filter(Boolean).join(" > ")}\n${said.trim().slice(0, MOST_TOLD)}`.trimEnd();
}

/** Adds up the counts of several runners. */
export function sum(counts: Counts[]): Counts {
  const total = noCounts();
  for (const { passed, failed, skipped, failures } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.failures.push(...failures);
  }
  return total;
}

/** The counts a runner wrote, made to agree with its exit code: a runner that fell over has at least one failure. */
export function settle(written: string, exitCode: number): Counts {
  const counts: Counts = written === "" ? noCounts() : JSON.parse(written);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The line that closes a test run; tests that were skipped are mentioned only when there are any. */
export function closingLine({ passed, failed, skipped }: Omit<Counts, "failures">): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Zero when something ran and nothing failed. */
export function exitCode({ passed, failed }: Pick<Counts, "passed" | "failed">): number {
  return failed === 0 && passed > 0 ? 0 : 1;
}
