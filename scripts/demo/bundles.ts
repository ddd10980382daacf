import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./folder.ts";
import { sourceDigest } from "./source-digest.ts";

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
    bundles.map(async ({ workspace, sources }) => {
      const mark = join(root, workspace, "dist/.built-from");
      const state = sourceDigest(sources);
      if (existsSync(mark) && readFileSync(mark, "utf8") === state) return;
      tell(`Building ${workspace}`);
      await run("npm", ["run", "--silent", "build", "-w", workspace]);
      writeFileSync(mark, state);
    }),
  );
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
