import { createServer } from "node:net";

/** Takes the wished port of each name, or where it is in use the first free one of those a hundred above it. No two names share one. */
export async function choosePorts<Name extends string>(
  wished: Readonly<Record<Name, number>>,
): Promise<Record<Name, number>> {
  const chosen: [string, number][] = [];
  for (const [name, wish] of Object.entries<number>(wished)) {
    const taken = new Set(chosen.map(([, port]) => port));
    chosen.push([name, await freePort(wish, taken)]);
  }
  return Object.fromEntries(chosen) as Record<Name, number>;
}

async function freePort(wish: number, taken: ReadonlySet<number>): Promise<number> {
  for (let port = wish; port < 65_000; port += 100) {
    if (!taken.has(port) && (await isFree(port))) return port;
  }
  throw new Error(`There is no free port near ${wish}.`);
}

/** The two addresses of this machine that `localhost` may stand for. */
export const loopbacks = ["127.0.0.1", "::1"] as const;

async function isFree(port: number): Promise<boolean> {
  for (const host of loopbacks) {
    const problem = await problemOfListening(port, host);
    // A machine without IPv6 has no ::1 to be taken.
    if (problem && problem !== "EADDRNOTAVAIL" && problem !== "EAFNOSUPPORT") return false;
  }
  return true;
}

function problemOfListening(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", ({ code }: NodeJS.ErrnoException) => resolve(code ?? "unknown"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(null)));
  });
}
