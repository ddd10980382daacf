// `npm run bench [-- word ...]`: every budget beside what it is compared with, in one table, or those whose name holds a word.
import { measureApi } from "./api.ts";
import { measureChat } from "./chat.ts";
import { measureDemo } from "./demo.ts";
import { measureFanOut } from "./fan-out.ts";
import { measureFiles } from "./files.ts";
import { measureJobs } from "./jobs.ts";
import { measureLedger } from "./ledger.ts";
import { measureMatching } from "./matching.ts";
import { measurePaint } from "./paint.ts";
import { measureMemory } from "./memory.ts";
import { measureSearch } from "./search.ts";
import { type BenchRow, measureSlots } from "./slots.ts";
import { measureStreamMemory } from "./stream-memory.ts";
import { measureWeight } from "./weight.ts";

const measures: Readonly<Record<string, () => Promise<BenchRow[]>>> = {
  api: measureApi,
  chat: measureChat,
  demo: measureDemo,
  "fan-out": measureFanOut,
  files: measureFiles,
  jobs: measureJobs,
  ledger: measureLedger,
  matching: measureMatching,
  paint: measurePaint,
  memory: measureMemory,
  search: measureSearch,
  slots: measureSlots,
  "stream-memory": measureStreamMemory,
  weight: measureWeight,
};

const wanted = process.argv.slice(2);
const rows: BenchRow[] = [];
for (const [name, measure] of Object.entries(measures)) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  console.log(`Measuring ${name} ...`);
  rows.push(...(await measure()));
}

const columns: [string, (row: BenchRow) => string][] = [
  ["what", ({ what }) => what],
  ["budget", ({ budget }) => budget],
  ["floor", ({ floor }) => floor],
  ["measured", ({ measured }) => measured],
  [
    "ratio",
    ({ ratio }) => (ratio === null ? "no anchor" : ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(2)),
  ],
  ["anchor in the same run", ({ anchor }) => anchor],
];
const widths = columns.map(([title, of]) => Math.max(title.length, ...rows.map((row) => of(row).length)));
const line = (cells: readonly string[]) =>
  cells.map((cell, index) => cell.padEnd(widths[index] ?? 0)).join("  ");
console.log(`\n${line(columns.map(([title]) => title))}`);
for (const row of rows) console.log(line(columns.map(([, of]) => of(row))));
process.exit(0);
