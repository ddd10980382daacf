import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";

/** A package that is bundled for browsers. */
interface Bundle {
  readonly workspace: string;
  /** The files its bundles are made of, beside the lock file. */
  readonly sources: readonly string[];
}

const bundles: readonly Bundle[] = [
  {
    workspace: "widgets",
    sources: ["widgets/src/**/*.ts", "widgets/*.json", "sdk-js/src/**/*.ts", "scripts/widgets/*.ts"],
  },
  {
    workspace: "admin",
    sources: ["admin/src/**/*.{ts,css,svg}", "admin/*.{ts,json,html}", "sdk-js/src/**/*.ts"],
  },
];

/** Builds the browser bundles whose sources changed since they were built. */
export async function buildBundles(tell: (line: string) => void): Promise<void> {
  await Promise.all(
    bundles.map(async (bundle) => {
      const mark = join(root, bundle.workspace, "dist/.built-from");
      const state = stateOf(bundle);
      if (existsSync(mark) && readFileSync(mark, "utf8") === state) return;
      tell(`Building ${bundle.workspace}`);
      await run("npm", ["run", "--silent", "build", "-w", bundle.workspace]);
      writeFileSync(mark, state);
    }),
  );
}

/** A text that changes with every byte the bundle is made of. */
function stateOf({ sources }: Bundle): string {
  const hash = createHash("sha256");
  const files = globSync(sources, { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  for (const file of [...files.toSorted(), "package-lock.json"]) {
    hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function run(command: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
    let said = "";
    const listen = (chunk: Buffer) => void (said += chunk.toString());
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("error", reject);
    child.once("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command} ${args.join(" ")} failed:\n${said.trim()}`));
    });
  });
}
