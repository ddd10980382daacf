// `node bench/slots.ts`: free slots of 50 hosts over 60 days, against Cal.com's published code in the same process.
import { minutes } from "../api/src/platform/time.ts";
import { findSlots } from "../api/src/modules/scheduling/rules/slots.ts";
import { spansOf } from "../api/src/modules/scheduling/rules/spans.ts";
import { type CalcomSlots, loadCalcom, withCachedFormatter } from "./calcom-slots.ts";
import { type Host, from, hosts, until } from "./slot-scenario.ts";

/** One line of the benchmark table. */
export interface BenchRow {
  readonly what: string;
  readonly budget: string;
  /** What must never be missed. */
  readonly floor: string;
  readonly measured: string;
  /** How many times better than the anchor; null when the anchor could not be had. */
  readonly ratio: number | null;
  /** What was measured beside it in the same run. */
  readonly anchor: string;
}

const lengthMinutes = 30;

/** Measures the slot search and checks that Cal.com finds the same slots; throws when it does not. */
export async function measureSlots(): Promise<BenchRow[]> {
  const calcom = await loadCalcom();
  return [measure("1 host", hosts(1, 7), calcom), measure("50 hosts", hosts(50, 7), calcom)];
}

function measure(who: string, asked: readonly Host[], calcom: CalcomSlots | undefined): BenchRow {
  const ours = () => slotsOfAny(asked);
  const row = {
    what: `free slots, ${who} x 60 days, warm`,
    budget: who === "1 host" ? ">= 500x" : ">= 500x, <= 1 ms",
    floor: ">= 100x",
  };
  const mine = medianOf(500, ours);
  const measured = `${mine.toFixed(3)} ms`;
  if (!calcom) return { ...row, measured, ratio: null, anchor: "Cal.com's package could not be downloaded" };
  // Its answers depend on the zone the server runs in; this is the one they are right in.
  const theirs = () => underUtc(() => withCachedFormatter(() => calcom(asked, from, until, lengthMinutes)));
  const [found, expected] = [ours(), theirs()];
  if (found.join() !== expected.join()) {
    throw new Error(`Not the same slots as Cal.com for ${who}: ${found.length} and ${expected.length}.`);
  }
  const anchor = medianOf(5, theirs);
  return {
    ...row,
    measured,
    ratio: anchor / mine,
    anchor: `Cal.com ${anchor.toFixed(0)} ms, the same ${found.length} slots`,
  };
}

/** The starts at which at least one host is free, from bookings as the database returns them. */
function slotsOfAny(asked: readonly Host[]): number[] {
  const shape = { lengthMinutes, stepMinutes: lengthMinutes, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
  const lists = asked.map(({ availability, busy }) =>
    findSlots({ availability, busy: spansOf(busy), shape, now: 0 }, from, until),
  );
  if (lists.length === 1) return lists[0]!;
  const free = new Uint8Array((until - from) / minutes(1));
  for (const starts of lists) for (const start of starts) free[(start - from) / minutes(1)] = 1;
  const union: number[] = [];
  for (let at = free.indexOf(1); at >= 0; at = free.indexOf(1, at + 1)) union.push(from + minutes(at));
  return union;
}

function medianOf(runs: number, work: () => unknown): number {
  for (let warming = 0; warming < runs / 5; warming++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

function underUtc<T>(work: () => T): T {
  const zone = process.env["TZ"];
  process.env["TZ"] = "UTC";
  try {
    return work();
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
}

if (import.meta.main) console.table(await measureSlots());
