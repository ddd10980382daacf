// Builds the widgets into widgets/dist/v1: the loader by its plain name, everything else by names that hold a hash.
import { existsSync, globSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { Bundler, type Bundle, common, type Shared } from "./bundle.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const src = "widgets/src";

/** Where the built files lie. */
export const dist = join(root, "widgets/dist/v1");

/** The folders of widgets; each has a file of its own name that defines its tag. */
const widgetNames: readonly string[] = readdirSync(join(root, src)).filter((name) =>
  existsSync(join(root, src, name, `${name}.ts`)),
);

/** What is built: the file of each tag and of its texts, and every file by its source. */
export interface Built {
  readonly files: Readonly<Record<string, string>>;
  readonly bundles: ReadonlyMap<string, Bundle>;
}

/** Builds the core, the widgets and the loader that knows their files. */
export async function buildWidgets(): Promise<Built> {
  rmSync(join(root, "widgets/dist"), { recursive: true, force: true });
  const core = await buildCore();
  const bundler = new Bundler({ root, outdir: dist, write: true, shared: core });
  await bundleWidgets(bundler);
  const bundles = new Map([...core.bundles, ...(await bundler.all())]);
  const files = filesOf(core.file, bundles);
  await build({
    ...common,
    absWorkingDir: root,
    entryPoints: { tessera: `${src}/loader.ts` },
    outdir: dist,
    define: { FILES: JSON.stringify(files) },
  });
  return { files, bundles };
}

const decorators = ["property", "state"].map((name) => `@lit/reactive-element/decorators/${name}.js`);
const packages = ["lit", ...decorators, "@tessera/sdk/browser"];

/**
 * What every widget uses is one file, downloaded once: Lit, the SDK, `base/` and the plain parts, as far as some widget imports
 * it. Folders of parts are not in it: the widgets that use them bring them.
 */
async function buildCore(): Promise<Shared & { bundles: ReadonlyMap<string, Bundle> }> {
  const own = globSync([`${src}/base/*.ts`, `${src}/parts/*.ts`], { cwd: root })
    .filter((file) => !/\.(test|zh-cn|ar)\.ts$/.test(file))
    .map((file) => `./${file.replaceAll("\\", "/")}`);
  const everything = [...packages, ...own.toSorted()].map((file) => `export * from "${file}";`).join("\n");

  const trial = new Bundler({ root, outdir: dist, write: false, shared: null });
  const { inputs } = await trial.text("core", everything);
  const users = new Bundler({
    root,
    outdir: dist,
    write: false,
    shared: { file: "core.js", inputs, aliases: new Map() },
  });
  await bundleWidgets(users);
  const taken = new Set([...(await users.all()).values()].flatMap(({ takes }) => takes));

  const bundler = new Bundler({ root, outdir: dist, write: true, shared: null });
  const { file, aliases } = await bundler.part("core", everything, [...taken], "openPage");
  return { file, inputs, aliases, bundles: await bundler.all() };
}

const bundleWidgets = (bundler: Bundler): Promise<Bundle[]> =>
  Promise.all(widgetNames.map((name) => bundler.entry(`${src}/${name}/${name}.ts`)));

function filesOf(core: string, bundles: ReadonlyMap<string, Bundle>): Built["files"] {
  const fileOf = (name: string, source: string): [name: string, file: string][] => {
    const bundle = bundles.get(`${src}/${source}.ts`);
    return bundle ? [[name, bundle.file]] : [];
  };
  const textsOf = (name: string, source: string) =>
    ["zh-cn", "ar"].flatMap((language) =>
      fileOf(`${name}:${language.split("-")[0]}`, `${source}.texts.${language}`),
    );
  return Object.fromEntries([
    ["page", core],
    ...textsOf("page", "base/base"),
    ...widgetNames.flatMap((name) => fileOf(`tessera-${name}`, `${name}/${name}`)),
    ...widgetNames.flatMap((name) => textsOf(`tessera-${name}`, `${name}/${name}`)),
  ]);
}

if (import.meta.main) await buildWidgets();
