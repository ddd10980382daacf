/** What a runner, or several of them together, counted. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed and why: said again at the end of a long output. */
  failures: Failure[];
  /** How long each file took. */
  times: FileTime[];
}

/** How long a test file took, from its first test to its last. */
export interface FileTime {
  /** From the root of the project. */
  readonly file: string;
  readonly seconds: number;
}

/** The files that took longest, longest first. */
export const slowest = ({ times }: Counts, most: number): readonly FileTime[] =>
  times.toSorted((a, b) => b.seconds - a.seconds).slice(0, most);

/** A test that failed, or a file that ended badly. */
export interface Failure {
  /** The test file from the root of the project; undefined when no file is to blame. */
  readonly file: string | undefined;
  readonly told: string;
}

/** Counts of nothing. */
export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0, failures: [], times: [] });

/** How much is told of one failure, in characters. */
const MOST_TOLD = 2_000;

/** One failure as it is told at the end: the file and the test in which it happened, and what was said. */
export function failure(file: string | undefined, name: string | undefined, said: string): Failure {
  const where = [file, name].filter(Boolean).join(" > ");
  return { file, told: `${where}\n${said.trim().slice(0, MOST_TOLD)}`.trimEnd() };
}

/** More files than this that fail are broken, and not merely unsteady. */
const MOST_REPEATED = 3;

/** The files to run a second time: those that failed, if they are few and to blame for every failure. */
export function toRepeat({ failed, failures }: Counts): string[] {
  const files = new Set(failures.map(({ file }) => file));
  return failed === failures.length && files.size <= MOST_REPEATED
    ? [...files].filter((file) => file !== undefined)
    : [];
}

/** The counts after a file was run alone and nothing in it failed again. */
export function forgiven(counts: Counts, file: string): Counts {
  const failures = counts.failures.filter((failure) => failure.file !== file);
  const mended = counts.failures.length - failures.length;
  return { ...counts, failures, passed: counts.passed + mended, failed: counts.failed - mended };
}

/** Adds up the counts of several runners. */
export function sum(counts: Counts[]): Counts {
  const total = noCounts();
  for (const { passed, failed, skipped, failures, times } of counts) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    total.failures.push(...failures);
    total.times.push(...times);
  }
  return total;
}

/** The counts a runner wrote, made to agree with its exit code: a runner that fell over has at least one failure. */
export function settle(written: string, exitCode: number): Counts {
  const counts: Counts = written === "" ? noCounts() : JSON.parse(written);
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** The line that closes a test run; tests that were skipped are mentioned only when there are any. */
export function closingLine({
  passed,
  failed,
  skipped,
}: Pick<Counts, "passed" | "failed" | "skipped">): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

/** Zero when something ran and nothing failed. */
export function exitCode({ passed, failed }: Pick<Counts, "passed" | "failed">): number {
  return failed === 0 && passed > 0 ? 0 : 1;
}
