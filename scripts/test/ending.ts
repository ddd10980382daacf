import { after } from "node:test";
import { isMainThread } from "node:worker_threads";

const patienceMs = Number(process.env["TEST_ENDING_MS"] ?? 90_000);

// Loaded before a test file: one whose `before` failed leaves open what its `after` would have closed, and would otherwise be waited
// for until its time is up. Workers and forked processes inherit this, and are no test files.
if (isMainThread && !process.send) {
  after(() => {
    setTimeout(() => {
      const open = process.getActiveResourcesInfo().filter((name) => name !== "PipeWrap");
      console.error(`The tests are over, and the file keeps open: ${open.join(", ")}.`);
      process.exit(1);
    }, patienceMs).unref();
  });
}
