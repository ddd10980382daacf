// A worker of messages that a test kills, with keys of its own: `node reseal-process.ts --relay <url> --runtime <url> --keys <ring>`.
import { parseArgs } from "node:util";
import { messagingModule } from "../src/modules/messaging/module.ts";
import { TenantDirectory } from "../src/modules/tenancy/index.ts";
import { Bugs } from "../src/platform/alerts/bugs.ts";
import { CallMinutes } from "../src/platform/alerts/call-minutes.ts";
import { startBackground } from "../src/platform/background.ts";
import { openRuntimePool } from "../src/platform/db/pool.ts";
import { createLog } from "../src/platform/log.ts";
import { serveLoneRuns } from "../src/platform/jobs/own-process.ts";
import { Metrics } from "../src/platform/metrics.ts";
import { Scopes } from "../src/platform/scope/open.ts";
import { KeyRing, useKeyRing } from "../src/platform/secrets.ts";

const { values: given } = parseArgs({
  options: {
    relay: { type: "string" },
    runtime: { type: "string" },
    keys: { type: "string" },
    /** Set when the process runs one job only. */
    lone: { type: "boolean", default: false },
  },
});
useKeyRing(KeyRing.parse(given.keys ?? ""));
const scopes = new Scopes(openRuntimePool(given.runtime ?? "", { size: 4, name: "doomed reseal" }));
const directory = new TenantDirectory(scopes);
const background = startBackground({
  relayUrl: given.relay ?? "",
  modules: [messagingModule],
  scopes,
  loadTenant: (id) => directory.load(id),
  targets: [],
  log: createLog("error"),
  metrics: new Metrics(),
  bugs: new Bugs(),
  calls: new CallMinutes(),
  alertTargets: { webhookUrl: null, mailTo: null },
  concurrency: 2,
  loneProgram: {
    path: import.meta.filename,
    args: [...process.argv.slice(2), "--lone"],
    configuration: null,
  },
  doesWork: !given.lone,
});
if (given.lone) serveLoneRuns(async () => (run) => background.runJobAlone(run));
