// `npm run weigh`: what the widgets weigh on the wire (brotli, as served), by entry, against their budgets.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { buildWidgets, dist } from "./build.ts";

const { files } = await buildWidgets();

const weightOf = (file: string): number =>
  brotliCompressSync(readFileSync(join(dist, file)), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
    .length;

const texts = (...names: string[]): string[] => names.flatMap((name) => files[name] ?? []);

/** The files whose name begins with one of these words: what is loaded on the way. */
const named = (...words: string[]): string[] =>
  readdirSync(dist).filter((file) => words.some((word) => file.startsWith(`${word}-`)));

const entry = (...names: string[]): string[] => ["tessera.js", ...texts(...names)];

const rows = [
  { what: "loader", files: entry(), budget: 4_000 },
  { what: "core shared by all widgets", files: entry("page"), budget: null },
  { what: "booking until times are on screen", files: entry("page", "tessera-booking"), budget: 25_000 },
  {
    what: "the whole path: times, sign-in, proof of work, checkout, confirmation",
    files: [
      ...entry("page", "tessera-booking", "tessera-checkout"),
      ...named("code-sign-in", "confirmation", "proof"),
    ],
    budget: 30_000,
  },
  {
    what: "a member's sessions with everything that can be done about them, and sign-in",
    files: [...entry("page", "tessera-bookings"), ...named("code-sign-in", "proof")],
    budget: 25_000,
  },
  {
    what: "booking in Chinese, more",
    files: texts("page:zh", "tessera-booking:zh"),
    budget: 3_000,
  },
  {
    what: "booking in Arabic, more",
    files: texts("page:ar", "tessera-booking:ar"),
    budget: 3_000,
  },
];

for (const { what, files: counted, budget } of rows) {
  const bytes = [...new Set(counted)].reduce((sum, file) => sum + weightOf(file), 0);
  const isOver = budget !== null && bytes > budget;
  console.log(
    `${String(bytes).padStart(7)} B ${budget === null ? "" : `of ${budget} `}${isOver ? "TOO MUCH " : ""}${what}`,
  );
  if (isOver) process.exitCode = 1;
}
if (process.argv.includes("--files"))
  for (const file of readdirSync(dist)) console.log(`${String(weightOf(file)).padStart(7)} B ${file}`);
