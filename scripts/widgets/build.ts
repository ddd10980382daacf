// Builds the widgets into widgets/dist/v1: the loader by its plain name, everything else by names that hold a hash.
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, globSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, version as esbuildVersion } from "esbuild";
import { deleteOldFiles } from "./old-files.ts";
import { Bundler, type Bundle, common, hashOf, isTranslation, type Shared } from "./bundle.ts";
import { minify } from "./minify.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const src = "widgets/src";

/** Where the built files lie. */
export const dist = join(root, "widgets/dist/v1");

/** The folders of widgets; each has a file of its own name that defines its tag. */
const widgetNames: readonly string[] = readdirSync(join(root, src)).filter((name) =>
  existsSync(join(root, src, name, `${name}.ts`)),
);

/** Changes with every sentence of a translation and with what writes the files. */
const textsHash = hashOf(
  [
    esbuildVersion,
    ...globSync(`${src}/**/*.ts`, { cwd: root })
      .filter(isTranslation)
      .toSorted()
      .map((file) => readFileSync(join(root, file), "utf8")),
  ].join("\0"),
);

/** What is built: every file by its source, and the core that all share. */
export interface Built {
  readonly core: string;
  readonly bundles: ReadonlyMap<string, Bundle>;
}

/** Builds the core, the widgets and the loader that knows their files. */
export async function buildWidgets(): Promise<Built> {
  const core = await buildCore();
  const bundler = new Bundler({ root, outdir: dist, textsHash, write: true, shared: core });
  await bundleWidgets(bundler);
  const bundles = new Map([...core.bundles, ...(await bundler.all())]);
  const hashes = Object.fromEntries([
    ["core", hashIn(core.file)],
    ["bubble", hashIn(bundles.get(`${src}/chat/bubble.ts`)?.file ?? "")],
    ...widgetNames.map((name) => [name, hashIn(bundles.get(`${src}/${name}/${name}.ts`)?.file ?? "")]),
  ]);
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { tessera: `${src}/loader.ts` },
    outdir: dist,
    define: { HASHES: JSON.stringify(hashes), TEXTS: JSON.stringify(textsHash) },
    write: false,
  });
  writeFileSync(join(dist, "tessera.js"), await minify(outputFiles[0]?.text ?? ""));
  pinLoader();
  await writePushWorker();
  // A page that was opened before this build goes on with the files of its own.
  deleteOldFiles(dist, Date.now());
  return { core: core.file, bundles };
}

/** The script that a site's service worker imports, by a name that never changes. */
async function writePushWorker(): Promise<void> {
  const { outputFiles } = await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { "push-worker": `${src}/push-worker.ts` },
    // Workers that are no modules can import it everywhere.
    format: "iife",
    outdir: dist,
    write: false,
  });
  writeFileSync(join(dist, "push-worker.js"), await minify(outputFiles[0]?.text ?? ""));
}

/** Beside the loader that follows every release, one by a name that never changes, and the values for a script tag that accepts that one alone. */
function pinLoader(): void {
  const loader = readFileSync(join(dist, "tessera.js"));
  const src = `tessera-${hashOf(loader)}.js`;
  copyFileSync(join(dist, "tessera.js"), join(dist, src));
  const integrity = `sha384-${createHash("sha384").update(loader).digest("base64")}`;
  writeFileSync(join(dist, "integrity.json"), `${JSON.stringify({ src, integrity })}\n`);
}

const packages = ["lit", "@tessera/sdk/browser"];

/**
 * What every widget uses is one file, downloaded once: Lit, the SDK, `base/` and the plain parts, as far as some widget imports
 * it. Folders of parts are not in it: the widgets that use them bring them.
 */
async function buildCore(): Promise<Shared & { bundles: ReadonlyMap<string, Bundle> }> {
  const own = globSync([`${src}/base/*.ts`, `${src}/parts/*.ts`], { cwd: root })
    .filter((file) => !/\.(test|zh-cn|ar)\.ts$/.test(file))
    .map((file) => `./${file.replaceAll("\\", "/")}`);
  const everything = [...packages, ...own.toSorted()].map((file) => `export * from "${file}";`).join("\n");

  const trial = new Bundler({ root, outdir: dist, textsHash, write: false, shared: null });
  const { inputs } = await trial.text("core", everything);
  const users = new Bundler({
    root,
    outdir: dist,
    textsHash,
    write: false,
    shared: { file: "core.js", inputs, aliases: new Map(), takers: null },
  });
  await bundleWidgets(users);
  const takers = await users.all();
  const taken = new Set([...takers.values()].flatMap(({ takes }) => takes));

  const bundler = new Bundler({ root, outdir: dist, textsHash, write: true, shared: null });
  const { file, aliases } = await bundler.part("core", everything, [...taken], "openPage");
  return { file, inputs, aliases, takers, bundles: await bundler.all() };
}

const bundleWidgets = (bundler: Bundler): Promise<Bundle[]> =>
  Promise.all(widgetNames.map((name) => bundler.entry(`${src}/${name}/${name}.ts`)));

const hashIn = (file: string): string => /-(\w{8})\.js$/.exec(file)?.[1] ?? "";

if (import.meta.main) await buildWidgets();
