import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { minifyTemplates } from "./minify-templates.ts";

/** The file that everybody shares: what is in it is taken from there instead of being bundled again. */
export interface Shared {
  readonly file: string;
  /** Source files in it, relative to the root. */
  readonly inputs: ReadonlySet<string>;
  /** The name under which it exports each thing; the thing's own when there is none. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** One built file. */
export interface Bundle {
  readonly file: string;
  readonly inputs: ReadonlySet<string>;
  /** What it takes from the shared file. */
  readonly takes: readonly string[];
  /** The name under which it exports each thing. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Where and how files are built. */
export interface BundlerOptions {
  readonly root: string;
  readonly outdir: string;
  /** False to look only. */
  readonly write: boolean;
  readonly shared: Shared | null;
}

/** What esbuild is told for every file. */
export const common = {
  bundle: true,
  format: "esm",
  minify: true,
  target: "es2022",
  charset: "utf8",
  // Without verbatimModuleSyntax: an import that only brings types must not load its file.
  tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
} satisfies BuildOptions;

/**
 * Bundles entries to files whose names hold a hash. A file that is imported dynamically becomes a file of its own, however many
 * import it. (esbuild's own splitting would put its helpers into one more file, and so one more request.)
 */
export class Bundler {
  readonly #options: BundlerOptions;
  readonly #done = new Map<string, Promise<Bundle>>();

  constructor(options: BundlerOptions) {
    this.#options = options;
  }

  /** Everything built so far, by source file. */
  async all(): Promise<ReadonlyMap<string, Bundle>> {
    const entries = [...this.#done].map(async ([source, bundle]) => [source, await bundle] as const);
    return new Map(await Promise.all(entries));
  }

  /** Bundles a source file, named relative to the root. */
  entry(source: string): Promise<Bundle> {
    const name = basename(source).replace(/\.ts$/, "");
    const known = this.#done.get(source) ?? this.#bundle(name, { entryPoints: [source] });
    this.#done.set(source, known);
    return known;
  }

  /** Bundles a text that is not in a file. */
  text(name: string, contents: string): Promise<Bundle> {
    return this.#bundle(name, this.#text(name, contents, `export * from "whole";`));
  }

  /** Bundles of a text only what is wanted of its exports, under shorter names, except the one thing that is `kept`. */
  part(name: string, contents: string, wanted: readonly string[], kept: string): Promise<Bundle> {
    const names = [...wanted, kept].toSorted().join(", ");
    return this.#bundle(name, this.#text(name, contents, `export { ${names} } from "whole";`), kept);
  }

  #text(name: string, contents: string, door: string): BuildOptions {
    const resolveDir = this.#options.root;
    const whole: Plugin = {
      name: "whole",
      setup(building) {
        building.onResolve({ filter: /^whole$/ }, () => ({ path: "whole", namespace: "whole" }));
        building.onLoad({ filter: /./, namespace: "whole" }, () => ({ contents, resolveDir, loader: "ts" }));
      },
    };
    const stdin = { contents: door, resolveDir, sourcefile: `${name}.ts` };
    return { stdin, plugins: [whole] };
  }

  async #bundle(name: string, what: BuildOptions, kept?: string): Promise<Bundle> {
    const { root, outdir, write } = this.#options;
    const { metafile, outputFiles } = await build({
      ...common,
      ...what,
      absWorkingDir: root,
      metafile: true,
      legalComments: "external",
      outdir,
      write: false,
      plugins: [...(what.plugins ?? []), this.#links(), minifyTemplates],
    });
    const script = outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
    const { text: exporting, aliases } =
      kept === undefined ? { text: script, aliases: new Map() } : withShortExports(script, kept);
    const { text, takes } = this.#withOneImport(exporting);
    const file = `${name}-${hashOf(text)}.js`;
    if (write) {
      mkdirSync(outdir, { recursive: true });
      writeFileSync(join(outdir, file), text);
      const legal = outputFiles.find(({ path }) => path.endsWith(".LEGAL.txt"));
      if (legal && legal.text !== "") writeFileSync(join(outdir, `${file}.LEGAL.txt`), legal.text);
    }
    return { file, inputs: new Set(Object.keys(metafile.inputs)), takes, aliases };
  }

  /** Leaves out what is in the shared file, and makes files of their own of what is imported dynamically. */
  #links(): Plugin {
    const { root, shared } = this.#options;
    const sourceOf = (path: string) => path.slice(root.length).replaceAll("\\", "/");
    return {
      name: "links",
      setup: (building) =>
        building.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
          if (pluginData === "resolving" || rest.kind === "entry-point") return null;
          const found = await building.resolve(path, { ...rest, pluginData: "resolving" });
          const source = sourceOf(found.path);
          if (rest.kind === "dynamic-import") {
            return { path: `./${(await this.entry(source)).file}`, external: true };
          }
          return shared?.inputs.has(source) ? { path: `./${shared.file}`, external: true } : found;
        }),
    };
  }

  /** esbuild leaves one import of the shared file per source file: here they become one, by the names it exports. */
  #withOneImport(script: string): { readonly text: string; readonly takes: readonly string[] } {
    const { shared } = this.#options;
    if (!shared) return { text: script, takes: [] };
    const pattern = new RegExp(`import\\{([^}]*)\\}from"\\./${shared.file}";`, "g");
    const items = [...script.matchAll(pattern)].flatMap(([, list = ""]) => list.split(","));
    if (items.length === 0) return { text: script, takes: [] };
    const pairs = items.map((item) => item.trim().split(" as "));
    const imports = pairs.map(([own = "", local = own]) => `${shared.aliases.get(own) ?? own} as ${local}`);
    return {
      text: `import{${imports.join()}}from"./${shared.file}";${script.replaceAll(pattern, "")}`,
      takes: pairs.map(([own = ""]) => own),
    };
  }
}

/** Lets a file export things by the short names they have inside it, except one. */
function withShortExports(
  script: string,
  kept: string,
): { readonly text: string; readonly aliases: ReadonlyMap<string, string> } {
  const aliases = new Map<string, string>();
  const text = script.replace(/export\{([^}]*)\};/, (_, list: string) => {
    const items = list.split(",").map((item) => {
      const [local = "", own = local] = item.split(" as ");
      aliases.set(own, own === kept ? own : local);
      return own === kept ? item : local;
    });
    return `export{${items.join()}};`;
  });
  return { text, aliases };
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

// Eight capitals and digits, as esbuild writes them: the server keeps files with such names for ever.
const hashOf = (text: string): string =>
  [...createHash("sha256").update(text).digest().subarray(0, 8)].map((byte) => alphabet[byte % 32]).join("");
