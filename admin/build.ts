// Builds the app into admin/dist: page.html, and beside it files whose names hold a hash of what is in them.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

const folder = import.meta.dirname;
const files = join(folder, "dist/files");

/** Pages that were opened before a deployment still ask for the files of their build. */
const keptDays = 30;

/** Builds the app and answers the names of its files. */
async function bundle(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: folder,
    entryPoints: { app: "src/app.ts", admin: "src/admin.css" },
    outdir: "dist/files",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    assetNames: "[name]-[hash]",
    loader: { ".svg": "file" },
    publicPath: "/files",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    metafile: true,
  });
  return Object.keys(metafile.outputs).map((file) => basename(file));
}

/** The page with the addresses of its files, and with what they must contain. */
function pageFor(built: readonly string[]): string {
  const find = (pattern: RegExp) => {
    const name = built.find((file) => pattern.test(file));
    if (name === undefined) throw new Error(`The build made no file like ${pattern}.`);
    return name;
  };
  const app = find(/^app-\w+\.js$/);
  const style = find(/^admin-\w+\.css$/);
  const values: Record<string, string> = {
    app: `/files/${app}`,
    appIntegrity: integrityOf(app),
    style: `/files/${style}`,
    styleIntegrity: integrityOf(style),
    mark: `/files/${find(/^mark-\w+\.svg$/)}`,
  };
  const page = readFileSync(join(folder, "page.html"), "utf8");
  return page.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

const integrityOf = (name: string): string =>
  `sha384-${createHash("sha384")
    .update(readFileSync(join(files, name)))
    .digest("base64")}`;

function forgetOldFiles(current: ReadonlySet<string>): void {
  const now = Date.now();
  for (const name of readdirSync(files)) {
    const file = join(files, name);
    // A file still in use begins its last days only when a build no longer makes it.
    if (current.has(name)) utimesSync(file, now / 1000, now / 1000);
    else if (now - statSync(file).mtimeMs > keptDays * 86_400_000) rmSync(file);
  }
}

mkdirSync(files, { recursive: true });
const built = await bundle();
writeFileSync(join(folder, "dist/page.html"), pageFor(built));
forgetOldFiles(new Set(built));
