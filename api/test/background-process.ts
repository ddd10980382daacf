import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { Pool } from "pg";
import { openRelayPool, openRuntimePool } from "../src/platform/db/pool.ts";
import { startBackground } from "../src/platform/background.ts";
import { serveLoneRuns } from "../src/platform/jobs/own-process.ts";
import { eventsOf, jobTarget } from "../src/platform/jobs/subscriptions.ts";
import { Bugs } from "../src/platform/alerts/bugs.ts";
import { CallMinutes } from "../src/platform/alerts/call-minutes.ts";
import { Metrics } from "../src/platform/metrics.ts";
import { Relay } from "../src/platform/outbox/relay.ts";
import { Scopes } from "../src/platform/scope/open.ts";
import { silentLog, tenantLoader, testJobs } from "./background.ts";

// A process to be killed by a test: `node background-process.ts --part relay|worker|lone --relay <url> --runtime <url> --admin <url>`.
const { values: given } = parseArgs({
  options: {
    part: { type: "string" },
    relay: { type: "string" },
    runtime: { type: "string" },
    admin: { type: "string" },
    /** Numbers of things at which the worker says so and hangs. */
    hangAt: { type: "string" },
    /** Number of a thing at which the worker kills itself. */
    dieAt: { type: "string" },
  },
});
const say = (word: string) => process.stdout.write(`${word}\n`);

if (given.part === "relay") {
  const pool = openRelayPool(given.relay ?? "", { size: 3, name: "doomed relay" });
  new Relay({
    pool,
    targets: [jobTarget(testJobs())],
    events: eventsOf(testJobs()),
    log: silentLog(),
    metrics: new Metrics(),
    reportStuck: async () => {},
  }).start();
} else {
  const knex = openRuntimePool(given.runtime ?? "", { size: 8, name: "doomed worker" });
  const admin = new Pool({ connectionString: given.admin ?? "", max: 1 });
  const hang = async (number: number) => {
    if (String(number) === given.dieAt) process.kill(process.pid, "SIGKILL");
    if (String(number) !== given.hangAt) return;
    say(`hanging ${number}`);
    await sleep(60_000);
  };
  const isLone = given.part === "lone";
  const background = startBackground({
    relayUrl: given.relay ?? "",
    modules: [
      {
        jobs: testJobs({
          onRun: hang,
          async onCall(number, key) {
            await admin.query("insert into calls (key) values ($1)", [key]);
            await hang(number);
          },
        }),
        timers: [],
        events: {},
      },
    ],
    scopes: new Scopes(knex),
    loadTenant: tenantLoader(knex),
    targets: [],
    log: silentLog(),
    metrics: new Metrics(),
    bugs: new Bugs(),
    calls: new CallMinutes(),
    alertTargets: { webhookUrl: null, mailTo: null },
    concurrency: 6,
    loneProgram: {
      path: import.meta.filename,
      args: [...process.argv.slice(2).filter((flag) => !flag.startsWith("--part")), "--part=lone"],
      configuration: null,
    },
    doesWork: !isLone,
  });
  if (isLone) serveLoneRuns(async () => (run) => background.runJobAlone(run));
}
say("ready");
