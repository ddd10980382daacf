import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** How to start a program that refuses to run as root. */
export interface Launch {
  /** Words put before the program. */
  readonly prefix: readonly string[];
  /** The user and group the program's files must belong to; null when the caller's own do. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
  /** For spawn, when the change of user happens there. */
  readonly identity: { readonly uid: number; readonly gid: number } | Record<string, never>;
}

const DIRECT: Launch = { prefix: [], owner: null, identity: {} };

/**
 * Finds a way to run `program` in `dir` as somebody who is not root, without creating a system user.
 * Each way is tried for real, because containers differ in what they allow.
 */
export function unprivileged(program: string, dir: string): Launch {
  if (process.getuid?.() !== 0) return DIRECT;
  const ways = candidates();
  for (const way of ways) {
    if (works(way, program, dir)) return way;
  }
  throw new Error(
    `PostgreSQL does not run as root, and no other user on this machine can reach ${dir}. Start Tessera as a normal user, or set DATABASE_URL.`,
  );
}

function candidates(): Launch[] {
  const user = borrowedUser();
  const ids = { uid: user.uid, gid: user.gid };
  const namespace = ["unshare", "--user", `--map-user=${ids.uid}`, `--map-group=${ids.gid}`, "--"];
  const capability = ["setpriv", `--reuid=${ids.uid}`, `--regid=${ids.gid}`, "--clear-groups"];
  // The secure bit, because PostgreSQL asks access(2), which else forgets the capabilities of anybody but root.
  const mayPass = [
    "--inh-caps=+dac_override",
    "--ambient-caps=+dac_override",
    "--securebits=+no_setuid_fixup",
    "--",
  ];
  return [
    // Inside the namespace root carries another name; files stay root's, so a checkout only root can enter is fine.
    { prefix: namespace, owner: null, identity: {} },
    { prefix: [], owner: ids, identity: ids },
    // Containers forbid namespaces but leave this capability: a way through directories only root can enter.
    { prefix: [...capability, ...mayPass], owner: ids, identity: {} },
  ];
}

// initdb looks its user up by number, so it has to be one that /etc/passwd knows.
function borrowedUser(): { uid: number; gid: number } {
  const entries = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody", "daemon"]) {
    const entry = entries.find((fields) => fields[0] === name);
    if (entry !== undefined && Number(entry[2]) > 0) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  return { uid: 65_534, gid: 65_534 };
}

// The user really changed, the data can be reached, and so can the program, which complains when it cannot find itself.
const PROBE = 'test "$(id -u)" != 0 && cd "$1" && test -z "$("$2" --version 2>&1 >/dev/null)"';

function works(way: Launch, program: string, dir: string): boolean {
  const [command, ...args] = [...way.prefix, "sh", "-c", PROBE, "sh", dir, program];
  const { status } = spawnSync(command, args, {
    ...way.identity,
    stdio: "ignore",
    timeout: 10_000,
    cwd: "/",
  });
  return status === 0;
}
