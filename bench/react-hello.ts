import { existsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { downloadPackages } from "./download.ts";

const version = "19.2.0";

/** A script that shows one line by React, bundled and minified as for production; undefined when React cannot be downloaded. */
export async function loadReactHello(): Promise<string | undefined> {
  const folder = join(tmpdir(), `tessera-bench-react-${version}`);
  const packages = [
    { name: "react", version },
    { name: "react-dom", version },
    { name: "scheduler", version: "0.27.0" },
  ];
  if (!existsSync(join(folder, "node_modules/scheduler")) && !downloadPackages(folder, packages))
    return undefined;
  const entry = join(folder, "hello.js");
  writeFileSync(
    entry,
    `import { createElement } from "react";
     import { createRoot } from "react-dom/client";
     createRoot(document.getElementById("app")).render(createElement("p", null, "Hello"));`,
  );
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
  });
  return outputFiles[0]?.text;
}
