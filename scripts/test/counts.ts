/** What a runner, or several of them together, counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Adds up the counts of several runners. */
export function sum(counts: Counts[]): Counts {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** The counts a runner wrote, made to agree with its exit code: a runner that fell over has at least one failure. */
export function settle(written: string, exitCode: number): Counts {
  const counts: Counts = written === "" ? { passed: 0, failed: 0, skipped: 0 } : JSON.parse(written);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The line that closes a test run; tests that were skipped are mentioned only when there are any. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Zero when something ran and nothing failed. */
export function exitCode({ passed, failed }: Counts): number {
  return failed === 0 && passed > 0 ? 0 : 1;
}
