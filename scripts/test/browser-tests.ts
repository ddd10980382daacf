import { globSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { summaryReporter, type TestRunnerConfig } from "@web/test-runner";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { findChromium } from "../chromium.ts";
import { browserCounts } from "./browser-counts.ts";
import { longestFirst } from "./order.ts";

/** The configuration of web-test-runner for a package: its `src/**\/*.test.ts`, in Chromium, two files at a time. */
export async function browserTests(configUrl: string): Promise<TestRunnerConfig> {
  const root = fileURLToPath(new URL("..", configUrl));
  const name = basename(fileURLToPath(new URL(".", configUrl)));
  const files = globSync(`${name}/src/**/*.test.ts`, { cwd: root });
  return {
    files: longestFirst(files, (file) => statSync(join(root, file)).size).map((file) => join(root, file)),
    // The SDK is served from its own folder beside the package's.
    rootDir: root,
    nodeResolve: { exportConditions: ["browser"] },
    plugins: [
      esbuildPlugin({
        ts: true,
        target: "es2022",
        tsconfig: fileURLToPath(new URL("tsconfig.json", configUrl)),
      }),
    ],
    browsers: [playwrightLauncher({ launchOptions: await findChromium(), concurrency: 2 })],
    concurrentBrowsers: 1,
    browserStartTimeout: 60_000,
    testsFinishTimeout: 600_000,
    // axe alone takes seconds on two busy cores.
    testFramework: { config: { timeout: "30000" } },
    reporters: [summaryReporter({ flatten: true }), browserCounts()],
  };
}
