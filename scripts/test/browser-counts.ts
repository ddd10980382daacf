import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { type Reporter, type TestResult, type TestSuiteResult } from "@web/test-runner";
import { failure, noCounts } from "./counts.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A reporter of web-test-runner that writes the totals as JSON to the file TEST_COUNTS_FILE names; nothing without it. */
export function browserCounts(): Reporter {
  const file = process.env["TEST_COUNTS_FILE"];
  return {
    onTestRunFinished({ sessions }) {
      if (file === undefined) return;
      const total = noCounts();
      for (const session of sessions) {
        const tests = flatten(session.testResults);
        const skipped = tests.filter((test) => test.skipped).length;
        const passed = tests.filter((test) => test.passed && !test.skipped).length;
        const failed = tests.length - passed - skipped;
        total.passed += passed;
        total.skipped += skipped;
        // A file that could not be loaded has failed without a failed test.
        total.failed += session.passed ? failed : Math.max(failed, 1);
        const file = session.testFile && relative(root, session.testFile);
        for (const test of tests.filter(({ passed, skipped }) => !passed && !skipped)) {
          total.failures.push(failure(file, test.name, test.error?.message ?? ""));
        }
        if (file !== undefined) {
          const took = tests.reduce((sum, { duration = 0 }) => sum + duration, 0);
          total.times.push({ file, seconds: Math.round(took / 1000) });
        }
        for (const error of session.errors) total.failures.push(failure(file, undefined, error.message));
      }
      writeFileSync(file, JSON.stringify(total));
    },
  };
}

function flatten(suite: TestSuiteResult | undefined): TestResult[] {
  return suite ? [...suite.tests, ...suite.suites.flatMap(flatten)] : [];
}
