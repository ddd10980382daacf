import { relative, resolve } from "node:path";
import { type TestEvent } from "node:test/reporters";
import { type Counts, type Failure, failure, type FileTime } from "./counts.ts";

/** How much of what a file wrote to stderr is kept for its failure, in characters. */
const KEPT = 1_500;

/** A reporter of `node --test` that writes the totals and the failures of the whole run as JSON. */
export default async function* nodeCounts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: Failure[] = [];
  const times: FileTime[] = [];
  const written = new Map<string, string>();
  for await (const event of events) {
    if (event.type === "test:stderr") {
      const { file, message } = event.data;
      const path = resolve(file);
      written.set(path, `${written.get(path) ?? ""}${message}`.slice(-KEPT));
    } else if (event.type === "test:fail") {
      const told = toldOf(event.data, written);
      if (told !== undefined) failures.push(told);
    } else if (event.type === "test:summary" && event.data.file !== undefined) {
      const { file, duration_ms: took } = event.data;
      times.push({ file: relative(process.cwd(), file), seconds: Math.round(took / 1000) });
    } else if (event.type === "test:summary") {
      // Every file has a summary of its own; the one without a file is the run's.
      const { tests, passed, skipped: off, todo } = event.data.counts;
      const skipped = off + todo;
      const counts: Counts = { passed, failed: tests - passed - skipped, skipped, failures, times };
      yield JSON.stringify(counts);
    }
  }
}

type Failed = Extract<TestEvent, { type: "test:fail" }>["data"];

/** What ERR_TEST_FAILURE of Node's runner carries beside its message; the last two only where a whole file ended badly. */
interface Reason extends Error {
  readonly failureType?: string;
  readonly exitCode?: number | null;
  readonly signal?: string | null;
}

/** Undefined for a suite that failed only because of a test within it. */
function toldOf({ name, file, details }: Failed, written: ReadonlyMap<string, string>): Failure | undefined {
  const { failureType, exitCode, signal, message, cause }: Reason = details.error;
  if (failureType === "subtestsFailed") return undefined;
  const where = file === undefined ? undefined : relative(process.cwd(), file);
  const inner = cause instanceof Error ? (cause.stack ?? cause.message) : message;
  if (exitCode === undefined && signal === undefined) return failure(where, name, inner);
  const end = `It ended with ${signal ?? `exit code ${exitCode}`}.`;
  return failure(where, undefined, [inner, end, written.get(resolve(file ?? ""))].filter(Boolean).join("\n"));
}
