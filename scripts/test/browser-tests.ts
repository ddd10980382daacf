import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { summaryReporter, type TestRunnerConfig } from "@web/test-runner";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { findChromium } from "../chromium.ts";
import { browserCounts } from "./browser-counts.ts";

/** The configuration of web-test-runner for a package: its `src/**\/*.test.ts`, in Chromium, two files at a time. */
export async function browserTests(configUrl: string): Promise<TestRunnerConfig> {
  return {
    files: "src/**/*.test.ts",
    // The SDK is served from its own folder beside the package's.
    rootDir: fileURLToPath(new URL("..", configUrl)),
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
