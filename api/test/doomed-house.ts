import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Person } from "../src/modules/orders/testing.ts";
import { wallClock } from "../src/platform/clock.ts";
import { newId } from "../src/platform/ids.ts";
import { type TestHouse } from "./house.ts";

interface Answered {
  readonly status: number;
  readonly body: {
    readonly result?: { readonly data: unknown };
    readonly error?: { readonly data: { readonly code: string } };
  };
}

/** The product's own process on a test's database, and the people who call it: they ask again, with the same key, until they are answered. */
export class DoomedHouse {
  readonly #house: TestHouse;
  readonly #port: number;
  #process: ChildProcess | null = null;
  #calls = 0;
  #isClosed = false;

  constructor(house: TestHouse, port: number) {
    this.#house = house;
    this.#port = port;
  }

  /** Starts the process and waits until it answers. */
  async start(): Promise<void> {
    this.#assertOpen();
    const { database, dataFolder } = this.#house;
    this.#process = spawn("node", [join(import.meta.dirname, "../src/main.ts"), "serve", "work"], {
      stdio: ["ignore", "ignore", "inherit"],
      env: {
        ...process.env,
        DATABASE_URL: database.adminUrl,
        TESSERA_SECRET: database.secret,
        API_PORT: String(this.#port),
        PROOF_OF_WORK_BITS: "0",
        DATA_DIR: dataFolder,
        LOG_LEVEL: "critical",
      },
    });
    while ((await this.#ask("/health").catch(() => null))?.status !== 200) {
      if (this.#process.exitCode !== null) throw new Error("The house did not start.");
      await sleep(50);
    }
  }

  /** Ends the process as a power cut would. */
  async kill(): Promise<void> {
    const process = this.#process;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    const exited = once(process, "exit");
    process.kill("SIGKILL");
    await exited;
  }

  /** Ends the process for good: nobody who still calls goes on, and nothing starts it again. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.kill();
  }

  /** Waits until so many calls more have begun. */
  async calledAgain(count: number): Promise<void> {
    const wanted = this.#calls + count;
    while (this.#calls < wanted) {
      this.#assertOpen();
      await sleep(5);
    }
  }

  async call({ headers }: Pick<Person, "headers">, path: string, input: object): Promise<Answered> {
    let key = newId(wallClock());
    for (;;) {
      this.#assertOpen();
      const answer = await this.#send(path, input, { ...headers, "Idempotency-Key": key });
      const code = answer?.body.error?.data.code;
      if (answer && answer.status < 500 && answer.status !== 429 && code !== "request.in_progress")
        return answer;
      // The key was taken by a process that died: a person presses again.
      if (code === "request.in_progress") key = newId(wallClock());
      await sleep(100);
    }
  }

  async ok<Result>(person: Pick<Person, "headers">, path: string, input: object): Promise<Result> {
    const { status, body } = await this.call(person, path, input);
    if (!body.result) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body.result.data as Result;
  }

  /** Chooses a card on an open pay page, until the page sends the payer on. */
  async choose(url: string, card: string): Promise<void> {
    const form = { method: "POST", body: new URLSearchParams({ card }), redirect: "manual" } as const;
    for (;;) {
      this.#assertOpen();
      const answer = await fetch(url, form).catch(() => null);
      if (answer?.status === 303) return;
      await sleep(100);
    }
  }

  /** Lets time pass in the sandbox, and everything that became due be worked off. */
  async advance(to: Date, office: Record<string, string>): Promise<void> {
    for (;;) {
      const { now, pending } = await this.ok<{ now: string; pending: number }>(
        { headers: office },
        "sandbox.clock",
        { to: to.toISOString() },
      );
      if (now === to.toISOString() && pending === 0) return;
      await sleep(100);
    }
  }

  #assertOpen(): void {
    if (this.#isClosed) throw new Error("The house was closed.");
  }

  async #send(path: string, input: object, headers: Record<string, string>): Promise<Answered | null> {
    try {
      const answer = await this.#ask("/api/v1/rpc", {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: JSON.stringify({ path, input }),
      });
      return { status: answer.status, body: (await answer.json()) as Answered["body"] };
    } catch {
      // Nobody is there, or whoever was died in the middle of the answer.
      return null;
    }
  }

  #ask(path: string, init?: Parameters<typeof fetch>[1]): Promise<Response> {
    if (init) this.#calls += 1;
    return fetch(`http://127.0.0.1:${this.#port}${path}`, init);
  }
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}
