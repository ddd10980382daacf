import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type BuildOptions, type Plugin } from "esbuild";
import { minify } from "./minify.ts";
import { minifyTemplates } from "./minify-templates.ts";
import { trimLit } from "./trim-lit.ts";

/** The file that everybody shares: what is in it is taken from there instead of being bundled again. */
export interface Shared {
  readonly file: string;
  /** Source files in it, relative to the root. */
  readonly inputs: ReadonlySet<string>;
  /** The name under which it exports each thing; the thing's own when there is none. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What each source file's bundle takes from it; null while that is found out. */
  readonly takers: ReadonlyMap<string, Pick<Bundle, "takes">> | null;
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

/** How a bundle is called. */
interface Naming {
  /** What keeps its name, when all else it exports gets shorter ones. */
  readonly kept?: string;
  /** What its file's name ends in, when that is not a hash of its content. */
  readonly hash?: string | undefined;
  /** The source file it is made of. */
  readonly source?: string;
}

/** Where and how files are built. */
export interface BundlerOptions {
  readonly root: string;
  readonly outdir: string;
  /** What the names of translations end in; one for all of them, so that the loader needs to know no more. */
  readonly textsHash: string;
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
    const hash = isTranslation(source) ? this.#options.textsHash : undefined;
    const known = this.#done.get(source) ?? this.#bundle(name, { entryPoints: [source] }, { hash, source });
    this.#done.set(source, known);
    return known;
  }

  /** Bundles a text that is not in a file. */
  text(name: string, contents: string): Promise<Bundle> {
    return this.#bundle(name, this.#text(name, contents, `export * from "whole";`));
  }

  /** Bundles of a text only what is wanted of its exports, under shorter names, except the one thing that is `kept`. */
  part(name: string, contents: string, wanted: readonly string[], kept: string): Promise<Bundle> {
    const names = [...wanted.filter((name) => name !== helperName), kept].toSorted().join(", ");
    return this.#bundle(name, this.#text(name, contents, `export { ${names} } from "whole";`), { kept });
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

  async #bundle(name: string, what: BuildOptions, { kept, hash, source = "" }: Naming = {}): Promise<Bundle> {
    const { root, outdir, write } = this.#options;
    const { metafile, outputFiles } = await build({
      ...common,
      ...what,
      absWorkingDir: root,
      metafile: true,
      legalComments: "external",
      outdir,
      write: false,
      plugins: [...(what.plugins ?? []), this.#links(source), minifyTemplates, trimLit],
    });
    const written = outputFiles.find(({ path }) => path.endsWith(".js"))?.text ?? "";
    const bundled = this.#withSharedHelper(written, kept !== undefined);
    // Translations are sentences and little else.
    const minified = write && hash === undefined ? await minify(bundled) : bundled;
    // What is left of lines stands in markup, where a space does the same; but Lit's own mean it.
    const script = this.#options.shared ? minified.replaceAll("\n", " ") : minified;
    const { text: exporting, aliases } =
      kept === undefined ? { text: script, aliases: new Map() } : withShortExports(script, kept);
    const text = this.#withShortImports(exporting);
    const file = `${name}-${hash ?? hashOf(text)}.js`;
    if (write) {
      mkdirSync(outdir, { recursive: true });
      writeFileSync(join(outdir, file), text);
      const legal = outputFiles.find(({ path }) => path.endsWith(".LEGAL.txt"));
      if (legal && legal.text !== "") writeFileSync(join(outdir, `${file}.LEGAL.txt`), legal.text);
    }
    const takes = this.#takenBy(bundled);
    return { file, inputs: new Set(Object.keys(metafile.inputs)), takes, aliases };
  }

  /** Leaves out what is in the shared file, and makes files of their own of what is imported dynamically. */
  #links(entry: string): Plugin {
    const { root, shared } = this.#options;
    const takes = shared?.takers?.get(entry)?.takes;
    const sourceOf = (path: string) => path.slice(root.length).replaceAll("\\", "/");
    return {
      name: "links",
      setup: (building) => {
        building.onResolve({ filter: /./ }, async ({ path, pluginData, ...rest }) => {
          if (pluginData === "resolving" || rest.kind === "entry-point") return null;
          if (rest.namespace === "shared") return { path, external: true };
          const found = await building.resolve(path, { ...rest, pluginData: "resolving" });
          const source = sourceOf(found.path);
          if (rest.kind === "dynamic-import") {
            return { path: `./${(await this.entry(source)).file}`, external: true };
          }
          if (!shared?.inputs.has(source)) return found;
          return takes
            ? { path: "shared", namespace: "shared" }
            : { path: `./${shared.file}`, external: true };
        });
        // All that is taken goes through one door: each thing has one name in the file then, however many sources use it.
        building.onLoad({ filter: /./, namespace: "shared" }, () => ({
          contents: `export { ${takes?.join()} } from "./${shared?.file}";`,
        }));
      },
    };
  }

  /** esbuild writes what calls decorators into every file: the shared file exports its own, and the others take that. */
  #withSharedHelper(script: string, isShared: boolean): string {
    const { shared } = this.#options;
    const [helper, local] = decoratorHelper.exec(script) ?? [];
    if (helper === undefined) return script;
    if (isShared) return script.replace("export{", () => `export{${local} as ${helperName},`);
    if (!shared) return script;
    // Replaced by functions: the helper's name may hold a dollar sign, which means something in a replacement.
    return script
      .replace(helper, "")
      .replace(`}from"./${shared.file}"`, (door) => `,${helperName} as ${local}${door}`);
  }

  /** What a script takes from the shared file; asked of one that is only looked at, where each source has an import of its own. */
  #takenBy(script: string): string[] {
    const pattern = new RegExp(`import\\{([^}]*)\\}from"\\./${this.#options.shared?.file}"`, "g");
    const names = [...script.matchAll(pattern)].flatMap(([, list = ""]) =>
      list.split(",").map((item) => item.split(" as ")[0] ?? ""),
    );
    return [...new Set(names)];
  }

  /** Takes things from the shared file by the names under which it exports them. */
  #withShortImports(script: string): string {
    const { shared } = this.#options;
    const pattern = new RegExp(`import\\{([^}]*)\\}(?=from"\\./${shared?.file}")`);
    return script.replace(pattern, (_, list: string) => {
      const items = list.split(",").map((item) => {
        const [own = "", local = own] = item.split(" as ");
        return `${shared?.aliases.get(own) ?? own} as ${local}`;
      });
      return `import{${items.join()}}`;
    });
  }
}

const helperName = "callDecorators";
const decoratorHelper =
  /var [\w$]+=Object\.defineProperty;var [\w$]+=Object\.getOwnPropertyDescriptor;var ([\w$]+)=\([\w$,]+\)=>\{for\([^}]*return[^}]*\};/;

/** Whether a source file holds the sentences of a language that is not in the widgets themselves. */
export const isTranslation = (source: string): boolean => /\.texts\.(zh-cn|ar)\.ts$/.test(source);

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

/** The part of a file's name that changes with its content: eight capitals and digits, as esbuild writes them. Browsers keep files with such names for ever. */
export const hashOf = (content: string | Buffer): string =>
  [...createHash("sha256").update(content).digest().subarray(0, 8)]
    .map((byte) => alphabet[byte % 32])
    .join("");
