import { Resolver } from "node:dns/promises";

/** Name servers to ask, such as `1.1.1.1` or `127.0.0.1:5353`; the machine's own unless told at the start of the process. */
let servers: readonly string[] = [];

/** Tells the process whom to ask for records; nobody in particular for the machine's own name servers. */
export function useNameServers(addresses: readonly string[]): void {
  servers = addresses;
}

/** What stands under a name: nothing is an empty list, and null is that nobody answered. */
export type Records = readonly string[] | null;

/** Questions to name servers. */
export interface NameServers {
  /** The text records of a name, each in one piece. */
  readonly texts: (name: string) => Promise<Records>;
  /** The name that a name is an alias of. */
  readonly aliases: (name: string) => Promise<Records>;
  /** The IPv4 and IPv6 addresses of a name, through its aliases. */
  readonly addresses: (name: string) => Promise<Records>;
}

/** Asks name servers until the work is done or its deadline has passed, which counts as no answer. */
export async function askNameServers<Result>(
  signal: AbortSignal,
  work: (names: NameServers) => Promise<Result>,
): Promise<Result> {
  const resolver = new Resolver({ timeout: 2000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  const cancel = () => resolver.cancel();
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await work({
      // A long record comes in parts that belong together.
      texts: (name) => answered(async () => (await resolver.resolveTxt(name)).map((parts) => parts.join(""))),
      aliases: (name) => answered(() => resolver.resolveCname(name)),
      async addresses(name) {
        const found = await Promise.all([
          answered(() => resolver.resolve4(name)),
          answered(() => resolver.resolve6(name)),
        ]);
        return found.every((each) => each === null) ? null : found.flatMap((each) => each ?? []);
      },
    });
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

async function answered(ask: () => Promise<string[]>): Promise<Records> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "ENOTFOUND" || code === "ENODATA" ? [] : null;
  }
}
