// Plain JavaScript without dependencies: a fresh clone starts this on whatever Node the machine has, before anything is installed.
import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * What bounds the memory of a process that serves. V8 sizes its heap by the machine, and on 24 GB lets garbage grow to four times
 * what lives: of 59 MB that live once the API has started it held 204 MB, with these 80 MB. And glibc keeps what every thread once
 * needed: after 24 pictures a process held 262 MB, with two arenas 169 MB.
 */
export const bounded = {
  flags: ["--max-semi-space-size=4", "--max-old-space-size=512"],
  environment: { MALLOC_ARENA_MAX: "2" },
};

/**
 * Installs the dependencies when they are missing, then runs a script of this repository on the Node that came with them.
 * Arguments, signals and the exit code pass through.
 * @param {string} script
 * @param {{ flags: readonly string[], environment: Record<string, string> }} options flags are for Node itself
 */
export function runOnOwnNode(script, { flags, environment } = { flags: [], environment: {} }) {
  install(root);
  const complaint = runtimeComplaint(root);
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  const path = [join(root, "node_modules", ".bin"), process.env["PATH"]].join(delimiter);
  // Compiling the API anew takes 40 % of what a process needs until it is there; a test run starts two hundred of them.
  const compiled = join(root, "node_modules", ".cache", "compiled");
  const child = spawn("node", [...flags, join(root, script), ...process.argv.slice(2)], {
    stdio: "inherit",
    env: { NODE_COMPILE_CACHE: compiled, ...environment, ...process.env, PATH: path },
  });
  passSignals(child);
}

/**
 * Runs `npm ci` (or `npm install` where there is no lock file) unless a finished install is there.
 * @param {string} folder
 */
function install(folder) {
  // npm writes this file last, so an install that was interrupted is started again.
  if (existsSync(join(folder, "node_modules", ".package-lock.json"))) return;
  const command = existsSync(join(folder, "package-lock.json")) ? "ci" : "install";
  console.log(`Installing dependencies (npm ${command})`);
  // At its usual level npm warns about every package that will not run on the Node it was started with.
  const { status } = spawnSync("npm", [command, "--loglevel=error"], { cwd: folder, stdio: "inherit" });
  if (status !== 0) {
    console.error(`npm ${command} failed, see its message above.`);
    process.exit(status ?? 1);
  }
}

/**
 * One sentence saying why the installed Node cannot be used, or undefined when it can.
 * @param {string} folder
 */
export function runtimeComplaint(folder) {
  const binary = join(folder, "node_modules", ".bin", "node");
  const asked = existsSync(binary) ? spawnSync(binary, ["--version"], { encoding: "utf8" }) : undefined;
  const version = asked?.status === 0 ? asked.stdout.trim() : "none";
  const [, major = 0, minor = 0] = /^v(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  if (major > 22 || (major === 22 && minor >= 18)) return undefined;
  return (
    `Tessera runs on the Node that npm installs with it (22.18 or newer, found: ${version}); install scripts or ` +
    "development dependencies were switched off, so delete node_modules and run `npm ci --include=dev --ignore-scripts=false`."
  );
}

/** @param {import("node:child_process").ChildProcess} child */
function passSignals(child) {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole process group, so the child has it already.
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on("error", (error) => {
    console.error(`Could not start node: ${error.message}`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)));
}
