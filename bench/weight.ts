// `node bench/weight.ts`: bytes on the wire beside what Cal.com's published packages weigh, all in brotli.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { findChromium } from "../scripts/chromium.ts";
import { bookOnBuiltPage } from "../scripts/widgets/built-booking.ts";
import { buildWidgets, dist } from "../scripts/widgets/build.ts";
import { bookInDemo, reachesThisMachine } from "./booking-in-demo.ts";
import { type BenchRow } from "./slots.ts";

const packages = [
  "@calcom/atoms@2.11.0",
  "@calcom/embed-core@1.5.3",
  "@stripe/react-stripe-js@7.0.1",
  "@stripe/stripe-js@10.2.1",
  "react@19.2.0",
  "react-dom@19.2.0",
  "use-sync-external-store@1.7.0",
];

/** The loader, and a whole booking from an empty cache, as a page pays for them: with answers as small as they can be, and with the demo's. */
export async function measureWeight(): Promise<BenchRow[]> {
  const { core, bundles } = await buildWidgets();
  const { args, ...launch } = await findChromium();
  const browser = await chromium.launch({ ...launch, args: [...args, reachesThisMachine] });
  const { untilTimes, whole } = await bookOnBuiltPage(browser);
  const real = await bookInDemo(browser);
  await browser.close();
  const anchors = await loadCalcomAnchors();
  const row = (
    what: string,
    { own, budget, anchor, of }: { own: number; budget: number; anchor: number | undefined; of: string },
  ): BenchRow => ({
    what,
    budget: `<= ${budget.toLocaleString("en")} B`,
    floor: `<= ${budget.toLocaleString("en")} B`,
    measured: `${own.toLocaleString("en")} B`,
    ratio: anchor === undefined ? null : anchor / own,
    anchor:
      anchor === undefined
        ? `${of} could not be downloaded`
        : `${of}, ${anchor.toLocaleString("en")} B of code alone`,
  });
  const weightOf = (file: string) => brotliCompressSync(readFileSync(join(dist, file))).length;
  const loader = weightOf("tessera.js");
  // The list and a conversation. What goes back and forth from then on comes when they are on screen, and is not in it.
  const chat = weightOf(core) + weightOf(bundles.get("widgets/src/chat/chat.ts")?.file ?? "");
  const booker = { anchor: anchors?.booker, of: "Cal.com's Booker with React" };
  return [
    row("loader", { own: loader, budget: 4_000, anchor: anchors?.loader, of: "Cal.com's loader" }),
    row("chat opened, beyond the loader", { own: chat, budget: 25_000, anchor: 250_000, of: "TalkJS" }),
    row("booking until times are on screen, with answers", { own: untilTimes, budget: 25_000, ...booker }),
    row("booking from an empty cache to the confirmation", { own: whole, budget: 30_000, ...booker }),
    row("the same with the demo's API, until times are on screen", {
      own: real.untilTimes,
      budget: 25_000,
      ...booker,
    }),
    row(
      `the same with the demo's API, to the confirmation, without ${real.photo.toLocaleString("en")} B of photo`,
      {
        own: real.whole,
        budget: 30_000,
        ...booker,
      },
    ),
  ];
}

/** Sizes of Cal.com's loader and in-page booker; undefined when the packages cannot be had. They are kept in the temporary folder. */
async function loadCalcomAnchors(): Promise<{ loader: number; booker: number } | undefined> {
  const folder = join(tmpdir(), "tessera-bench-calcom-atoms-2.11.0");
  const loader = join(folder, "node_modules/@calcom/embed-core/dist/embed/embed.js");
  if (!existsSync(loader)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), `{ "private": true }`);
    // Its peers do not agree on a version of React.
    const asked = ["install", "--force", "--ignore-scripts", "--no-audit", "--no-fund", ...packages];
    if (spawnSync("npm", asked, { cwd: folder, timeout: 300_000 }).status !== 0) return undefined;
  }
  const entry = join(folder, "booker.js");
  writeFileSync(
    entry,
    `export { Booker } from "@calcom/atoms"; export { createRoot } from "react-dom/client";`,
  );
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2021",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".css": "empty" },
    logLevel: "error",
    write: false,
  });
  const booker = outputFiles[0];
  if (!booker) return undefined;
  return {
    loader: brotliCompressSync(readFileSync(loader)).length,
    booker: brotliCompressSync(booker.contents).length,
  };
}

if (import.meta.main) console.table(await measureWeight());
