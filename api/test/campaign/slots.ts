// `node api/test/campaign/slots.ts`: opening hours in every zone on every change of its clock in 2024 to 2030, under four server zones.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { testCluster } from "../cluster.ts";
import { type Verdict } from "./clock-changes.ts";

/** The zones the server is made to run in: no offset, one with daylight saving, half an hour, and the far side of the date line. */
export const serverZones = ["UTC", "America/New_York", "Asia/Kolkata", "Pacific/Apia"] as const;

const judge = fileURLToPath(new URL("judge-clock-changes.ts", import.meta.url));

/** Judges the clock changes of zones against Temporal and PostgreSQL, once under each server zone. */
export async function judgeClockChanges(zones: readonly string[]): Promise<Verdict[]> {
  const { adminUrl } = await testCluster();
  const verdicts: Verdict[] = [];
  for (const serverZone of serverZones) verdicts.push(await judgeUnder(serverZone, adminUrl, zones));
  return verdicts;
}

function judgeUnder(serverZone: string, databaseUrl: string, zones: readonly string[]): Promise<Verdict> {
  const child = spawn("node", [judge, databaseUrl, zones.join()], {
    env: { ...process.env, TZ: serverZone },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += String(chunk)));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(printed) as Verdict);
      else reject(new Error(`The judge under ${serverZone} ended with ${code}.`));
    });
  });
}

if (import.meta.main) {
  const verdicts = await judgeClockChanges(Intl.supportedValuesOf("timeZone"));
  for (const { serverZone, judgedByBoth, judgedByTemporal, wrong, oraclesDisagree } of verdicts) {
    console.log(
      `${serverZone}: ${wrong.length} wrong of ${judgedByBoth} windows (two oracles) and ${judgedByTemporal} with skipped or doubled ends; ` +
        `the oracles disagree on ${oraclesDisagree.length}`,
    );
    for (const name of wrong.slice(0, 20)) console.log(`  wrong: ${name}`);
    const differing = new Set(oraclesDisagree.map((name) => name.split(" ").slice(0, 2).join(" ")));
    for (const name of [...differing].slice(0, 20))
      console.log(`  PostgreSQL's tz database is of another age: ${name}`);
  }
  process.exitCode = verdicts.every(({ wrong }) => wrong.length === 0) ? 0 : 1;
}
