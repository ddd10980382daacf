import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { journeysFolder } from "../scripts/journeys/loaded-demo.ts";
import { runDemo } from "../scripts/journeys/running-demo.ts";
import { type BenchRow } from "./slots.ts";

const mostStart = 60;
const mostRestart = 5;
const mostMegabytes = 300;

/** How long the demo takes until its pages answer, the first time and again, and what its process holds once its people are loaded. */
export async function measureDemo(): Promise<BenchRow[]> {
  const folder = join(journeysFolder, "bench");
  rmSync(folder, { recursive: true, force: true });
  const started = await timed(() => runDemo(folder, ["--fresh"]));
  const held = megabytesOf(started.result.child.pid ?? 0);
  await started.result.stop();
  const again = await timed(() => runDemo(folder, []));
  await again.result.stop();
  const anchor = "the budget itself";
  const duration = (what: string, { seconds }: { seconds: number }, most: number): BenchRow => ({
    what,
    budget: `<= ${most} s`,
    floor: "none",
    measured: `${seconds.toFixed(1)} s`,
    ratio: most / seconds,
    anchor,
  });
  return [
    duration("the demo's first start: bundles, database, people, until its pages answer", started, mostStart),
    duration("the demo's start with what it had", again, mostRestart),
    {
      what: "memory of the demo's process right after its people were loaded",
      budget: `<= ${mostMegabytes} MB`,
      floor: "none",
      measured: `${held.toFixed(0)} MB`,
      ratio: mostMegabytes / held,
      anchor,
    },
  ];
}

async function timed<Result>(work: () => Promise<Result>): Promise<{ result: Result; seconds: number }> {
  const began = performance.now();
  const result = await work();
  return { result, seconds: (performance.now() - began) / 1000 };
}

/** What a process holds, as the system counts it. */
const megabytesOf = (pid: number): number =>
  Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1000;
