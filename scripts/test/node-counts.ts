import { type TestEvent } from "node:test/reporters";
import { type Counts } from "./counts.ts";

/** A reporter of `node --test` that writes the totals of the whole run as JSON. */
export default async function* nodeCounts(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    // Every file has a summary of its own; the one without a file is the run's.
    if (type !== "test:summary" || data.file !== undefined) continue;
    const { tests, passed, skipped: off, todo } = data.counts;
    const skipped = off + todo;
    const counts: Counts = { passed, failed: tests - passed - skipped, skipped };
    yield JSON.stringify(counts);
  }
}
