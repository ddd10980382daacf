import { build } from "esbuild";

const built = new Map<string, Promise<string>>();

/** A site's own script for browsers, bundled when it is first asked for. */
export function scriptOf(file: string): Promise<string> {
  const known = built.get(file) ?? bundle(file);
  built.set(file, known);
  return known;
}

async function bundle(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    jsx: "automatic",
    define: { "process.env.NODE_ENV": '"production"' },
    // Without verbatimModuleSyntax: an import that only brings types loads nothing.
    tsconfigRaw: {},
  });
  return outputFiles[0]?.text ?? "";
}
