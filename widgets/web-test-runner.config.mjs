import { esbuildPlugin } from "@web/dev-server-esbuild";
import { defaultReporter } from "@web/test-runner";
import { playwrightLauncher } from "@web/test-runner-playwright";
import { fileURLToPath } from "node:url";
import { findChromium } from "../scripts/chromium.ts";
import { browserCounts } from "../scripts/test/browser-counts.ts";

export default {
  files: "src/**/*.test.ts",
  // The SDK is served from its own folder beside this one.
  rootDir: fileURLToPath(new URL("..", import.meta.url)),
  nodeResolve: { exportConditions: ["browser"] },
  plugins: [
    esbuildPlugin({
      ts: true,
      target: "es2022",
      tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
    }),
  ],
  browsers: [playwrightLauncher({ launchOptions: await findChromium(), concurrency: 2 })],
  concurrentBrowsers: 1,
  browserStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: 10_000 } },
  reporters: [defaultReporter({ reportTestResults: true, reportTestProgress: false }), browserCounts()],
};
