import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { join } from "node:path";
import { TestHouse } from "../api/test/house.ts";
import { type BenchRow } from "./slots.ts";

/** How a server of the benchmark is started. */
export interface ApiServerStart {
  readonly mode: "bare" | "bare-pg" | "house" | "demo";
  readonly databaseUrl: string;
  readonly secret: string;
  readonly tenantId: string;
  readonly personId: string;
}

export type ToServer = ApiServerStart | "usage" | "memory";
export type FromServer =
  | { readonly kind: "ready"; readonly url: string }
  | { readonly kind: "usage"; readonly microseconds: number }
  | { readonly kind: "memory"; readonly bytes: number };

const connections = 32;
const requestsPerTurn = 4000;
const turns = 5;

/** CPU of the API per request beside bare node:http, with and without one read from the database, interleaved. */
export async function measureApi(): Promise<BenchRow[]> {
  const house = await TestHouse.open({ works: false });
  const limits = { visitorsPerMinute: 100_000, serversPerMinute: 100_000 };
  const site = await house.site("Bench", {
    tenancy: { limits },
    identity: { requiresVerifiedEmail: false },
    people: { approvesByItself: true },
  });
  const person = await house.ok<{ id: string }>(
    "identity.createMember",
    { email: "bench@example.com", name: "Bench", roles: ["client"] },
    { headers: site.server },
  );
  await house.ok("people.applyForRole", { role: "coach" }, { headers: site.actingFor(person.id) });
  const start = {
    databaseUrl: house.database.adminUrl,
    secret: house.database.secret,
    tenantId: site.live.id,
    personId: person.id,
  };
  const servers = {
    bare: await Server.start({ ...start, mode: "bare" }),
    barePg: await Server.start({ ...start, mode: "bare-pg" }),
    house: await Server.start({ ...start, mode: "house" }),
  };
  const nothing = { path: "tenancy.getSite", input: {} };
  const read = { path: "people.getPerson", input: { id: person.id } };
  const { visitor } = site;
  const costs: Record<"bare" | "nothing" | "barePg" | "read", number[]> = {
    bare: [],
    nothing: [],
    barePg: [],
    read: [],
  };
  for (let turn = 0; turn <= turns; turn += 1) {
    const measured = {
      bare: await servers.bare.costOf(nothing, visitor),
      nothing: await servers.house.costOf(nothing, visitor),
      barePg: await servers.barePg.costOf(read, visitor),
      read: await servers.house.costOf(read, visitor),
    };
    // The first turn warms up.
    if (turn > 0)
      for (const [name, cost] of Object.entries(measured)) costs[name as keyof typeof costs].push(cost);
  }
  for (const one of Object.values(servers)) one.stop();
  await house.close();
  const row = (
    what: string,
    budget: number,
    floor: number,
    own: number,
    anchor: number,
    beside: string,
  ): BenchRow => ({
    what,
    budget: `>= ${budget.toFixed(2)}`,
    floor: floor.toFixed(2),
    measured: `${own.toFixed(0)} us of CPU a request`,
    ratio: anchor / own,
    anchor: `${beside}, ${anchor.toFixed(0)} us`,
  });
  return [
    row(
      "null procedure with key, tenant, limit, validation",
      0.3,
      0.2,
      median(costs.nothing),
      median(costs.bare),
      "bare node:http",
    ),
    row(
      "isolated read by key through the whole stack",
      0.45,
      0.3,
      median(costs.read),
      median(costs.barePg),
      "bare node:http + prepared pg",
    ),
  ];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Starts a server of the benchmark in a process of its own, with these flags for Node and variables. */
export async function startServer(
  asked: ApiServerStart,
  { flags, environment }: { flags: readonly string[]; environment: object } = { flags: [], environment: {} },
): Promise<{ child: ChildProcess; url: string }> {
  const child = fork(join(import.meta.dirname, "api-server.ts"), {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [...flags],
    env: { ...environment, ...process.env },
  });
  child.send(asked);
  const [ready] = (await once(child, "message")) as [FromServer];
  if (ready.kind !== "ready") throw new Error("The server did not start.");
  return { child, url: ready.url };
}

class Server {
  readonly #process: ChildProcess;
  readonly #url: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections });

  private constructor(process: ChildProcess, url: string) {
    this.#process = process;
    this.#url = url;
  }

  static async start(asked: ApiServerStart): Promise<Server> {
    const { child, url } = await startServer(asked);
    return new Server(child, url);
  }

  /** Microseconds of the server's CPU for one request, over a few thousand. */
  async costOf(call: object, headers: Record<string, string>): Promise<number> {
    const before = await this.#usage();
    let left = requestsPerTurn;
    const lane = async () => {
      while (left-- > 0) await this.#post(JSON.stringify(call), headers);
    };
    await Promise.all(Array.from({ length: connections }, lane));
    return ((await this.#usage()) - before) / requestsPerTurn;
  }

  stop(): void {
    this.#agent.destroy();
    this.#process.kill("SIGKILL");
  }

  async #usage(): Promise<number> {
    this.#process.send("usage" satisfies ToServer);
    const [answer] = (await once(this.#process, "message")) as [FromServer];
    if (answer.kind !== "usage") throw new Error("The server did not say what it used.");
    return answer.microseconds;
  }

  #post(body: string, headers: Record<string, string>): Promise<void> {
    return new Promise((done, fail) => {
      const sent = request(`${this.#url}/api/v1/rpc`, {
        method: "POST",
        agent: this.#agent,
        headers: {
          ...headers,
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
        },
      });
      sent.on("error", fail);
      sent.on("response", (response) => {
        response.resume();
        response.on("end", () =>
          response.statusCode === 200 ? done() : fail(new Error(`Answered ${response.statusCode}.`)),
        );
      });
      sent.end(body);
    });
  }
}
