import { basename } from "node:path";
import { build, type BuildOptions, type BuildResult, type Plugin } from "esbuild";
import { minifyTemplates } from "./minify-templates.ts";

/** The file that everybody shares: what is in it is taken from there instead of being bundled again. */
export interface Shared {
  readonly file: string;
  /** Source files in it, relative to the root. */
  readonly inputs: ReadonlySet<string>;
}

/** One built file. */
export interface Bundle {
  readonly file: string;
  readonly inputs: ReadonlySet<string>;
  /** What it takes from the shared file. */
  readonly takes: readonly string[];
}

/** Where and how files are built. */
export interface BundlerOptions {
  readonly root: string;
  readonly outdir: string;
  /** False to look only. */
  readonly write: boolean;
  readonly shared: Shared | null;
}

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
    const known = this.#done.get(source) ?? this.#bundle(name, { entryPoints: [{ in: source, out: name }] });
    this.#done.set(source, known);
    return known;
  }

  /** Bundles a text that is not in a file; of what it exports, only the names given when some are. */
  text(name: string, contents: string, exported?: readonly string[]): Promise<Bundle> {
    const resolveDir = this.#options.root;
    const whole: Plugin = {
      name: "whole",
      setup(build) {
        build.onResolve({ filter: /^whole$/ }, () => ({ path: "whole", namespace: "whole" }));
        build.onLoad({ filter: /./, namespace: "whole" }, () => ({ contents, resolveDir, loader: "ts" }));
      },
    };
    const door = exported ? `export { ${exported.join(", ")} } from "whole";` : `export * from "whole";`;
    return this.#bundle(name, {
      stdin: { contents: door, resolveDir, sourcefile: `${name}.ts` },
      plugins: [whole],
    });
  }

  async #bundle(name: string, what: BuildOptions): Promise<Bundle> {
    const { root, outdir, write } = this.#options;
    const result = await build({
      ...what,
      absWorkingDir: root,
      bundle: true,
      format: "esm",
      minify: true,
      metafile: true,
      target: "es2022",
      legalComments: "external",
      outdir,
      entryNames: `${name}-[hash]`,
      write,
      // Without verbatimModuleSyntax: an import that only brings types must not load its file.
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      plugins: [...(what.plugins ?? []), this.#links(), minifyTemplates],
    });
    return this.#described(result);
  }

  /** Leaves out what is in the shared file, and makes files of their own of what is imported dynamically. */
  #links(): Plugin {
    const { root, shared } = this.#options;
    const sourceOf = (path: string) => path.slice(root.length).replaceAll("\\", "/");
    return {
      name: "links",
      setup: (build) =>
        build.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
          if (pluginData === "resolving" || rest.kind === "entry-point") return null;
          const found = await build.resolve(path, { ...rest, pluginData: "resolving" });
          const source = sourceOf(found.path);
          if (rest.kind === "dynamic-import")
            return { path: `./${(await this.entry(source)).file}`, external: true };
          return shared?.inputs.has(source) ? { path: `./${shared.file}`, external: true } : found;
        }),
    };
  }

  #described({ metafile, outputFiles = [] }: BuildResult<{ metafile: true }>): Bundle {
    const [file = ""] = Object.keys(metafile.outputs).filter((output) => output.endsWith(".js"));
    const texts = outputFiles.map(({ text }) => text);
    return {
      file: basename(file),
      inputs: new Set(Object.keys(metafile.inputs)),
      takes: this.#options.shared
        ? texts.flatMap((text) => namesFrom(this.#options.shared?.file ?? "", text))
        : [],
    };
  }
}

function namesFrom(file: string, text: string): string[] {
  const imports = text.matchAll(/import\s*\{([^}]*)\}\s*from\s*"\.\/([^"]+)"/g);
  return [...imports].flatMap(([, list = "", from]) =>
    from === file ? list.split(",").map((item) => item.trim().split(" as ")[0] ?? "") : [],
  );
}
