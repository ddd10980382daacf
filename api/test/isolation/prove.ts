import { randomBytes } from "node:crypto";
import pg from "pg";
import { wallClock } from "../../src/platform/clock.ts";
import { newId } from "../../src/platform/ids.ts";
import { type ProcedureEntry } from "../../src/platform/rpc/table.ts";
import { EventSink } from "../event-sink.ts";
import { TestHouse } from "../house.ts";
import { settledChecksums } from "./checksum.ts";
import { type Answer, call, inParallel } from "./client.ts";
import { type Path, type Position, positionsIn, shapeOf, valueAt, withValueAt } from "./positions.ts";
import { type Probe } from "./probe.ts";
import { probes } from "./probes.ts";
import { isOwner, type Headers, kinds, straysOf } from "./callers.ts";
import { memberToken, operatorHeaders } from "./sign-in.ts";
import { openPolicies, type Wall } from "./walls.ts";
import { buildCast, type Cast } from "./world.ts";

/** What a run found. Everything but the counts must be empty. */
export interface Findings {
  readonly leaks: string[];
  readonly broken: string[];
  readonly counts: { procedures: number; positions: number; probes: number; cursors: number };
}

/** Two tenants alike in everything but the word in their texts. */
export class Proof {
  readonly findings: Findings = {
    leaks: [],
    broken: [],
    counts: { procedures: 0, positions: 0, probes: 0, cursors: 0 },
  };
  readonly house: TestHouse;
  readonly #sink: EventSink;
  readonly #admin: pg.Client;
  readonly #a: Cast;
  readonly #b: Cast;
  readonly #tokens: ReadonlySet<string>;
  readonly #strangers = new Map<string, string>();
  /** What somebody was answered about an id that nobody has, by tenant, caller, procedure and path. */
  readonly #unknown = new Map<string, Answer>();

  private constructor(house: TestHouse, sink: EventSink, admin: pg.Client, [a, b]: readonly [Cast, Cast]) {
    this.house = house;
    this.#sink = sink;
    this.#admin = admin;
    this.#a = a;
    this.#b = b;
    this.#tokens = new Set([a, b].flatMap(({ tokens }) => Object.values(tokens)));
  }

  static async open(wall: Wall): Promise<Proof> {
    const house = await TestHouse.open({
      variables: { WEBHOOK_ALLOW_CIDRS: "127.0.0.1/32" },
      withoutPredicate: wall === "policies alone" || wall === "none",
    });
    const sink = await EventSink.start();
    try {
      const admin = new pg.Client({ connectionString: house.database.adminUrl });
      await admin.connect();
      const operator = await operatorHeaders(house);
      const cast = (word: string) => buildCast(house, { word, hooksUrl: sink.url, operator });
      const casts = await Promise.all([cast("quokkavex"), cast("zebulonyx")]);
      // What falls due by itself while the probes run would look like their work.
      await admin.query("update timers set due_at = due_at + interval '1 day' where state = 'pending'");
      if (wall === "predicate alone" || wall === "none") await openPolicies(admin);
      return new Proof(house, sink, admin, casts);
    } catch (failure) {
      await sink.stop();
      await house.close();
      throw failure;
    }
  }

  async close(): Promise<void> {
    await this.#admin.end();
    await this.house.close();
    await this.#sink.stop();
  }

  /** Procedures without a row in the table of probes, and rows without a procedure. */
  get unprobed(): string[] {
    const { table } = this.house.house.dispatcher;
    return [
      ...[...table.keys()].filter((path) => !(path in probes)).map((path) => `add a probe for ${path}`),
      ...Object.keys(probes).filter((path) => !table.has(path)),
    ];
  }

  /** Everything at once, what changes rows of one's own last. */
  async run(): Promise<Findings> {
    await this.askForForeign("a");
    await this.askForForeign("b");
    await this.askForSiblings();
    await this.askForFiles();
    await this.askWithForeignCursors();
    await this.askForOwn();
    return this.findings;
  }

  /** Everybody of one tenant, and strays with credentials of both, ask for the other's rows. */
  async askForForeign(asker: "a" | "b"): Promise<void> {
    const [own, other] = asker === "a" ? [this.#a, this.#b] : [this.#b, this.#a];
    const otherIds = [other.site.live.id, other.site.sandbox.id];
    const before = await settledChecksums(this.#admin, otherIds);
    const callers: Record<string, Headers> = { ...own.headers, ...straysOf(own, other) };
    const tasks = this.#positions(own).flatMap((probed) =>
      Object.entries(callers).map(([kind, headers]) => ({ ...probed, kind, headers })),
    );
    await inParallel(tasks, async ({ entry, probe, position, kind, headers }) => {
      if (probe.isBearer || (probe.endsCaller && "Authorization" in headers && kind !== "server")) return;
      const unknown = await this.#ask(
        own,
        entry,
        withValueAt(probe.input(own), position.path, await this.#stranger(position.value)),
        headers,
      );
      this.#unknown.set(keyOf(own, kind, entry, position.path), unknown);
      const foreignId = String(valueAt(probe.input(other), position.path));
      const foreign = await this.#ask(
        own,
        entry,
        withValueAt(probe.input(own), position.path, foreignId),
        headers,
      );
      this.#compare(
        `${asker}'s ${kind}: ${entry.path} ${position.path.join(".")} of the other tenant`,
        foreign,
        unknown,
      );
    });
    const after = await settledChecksums(this.#admin, otherIds);
    for (const [table, sum] of Object.entries(before)) {
      if (after[table] !== sum)
        this.findings.leaks.push(`${asker} changed the other tenant's ${table}: ${sum} -> ${after[table]}`);
    }
  }

  /** People of a tenant ask for what is another one's of the same tenant. */
  async askForSiblings(): Promise<void> {
    const cast = this.#a;
    const tasks = this.#positions(cast).flatMap((probed) =>
      kinds
        .filter((kind) => !isOwner(kind, probed.entry, probed.probe, true))
        .map((kind) => ({ ...probed, kind })),
    );
    await inParallel(tasks, async ({ entry, probe, position, kind }) => {
      const unknown = this.#unknown.get(keyOf(cast, kind, entry, position.path));
      if (!unknown) return;
      const answer = await this.#ask(cast, entry, probe.input(cast), cast.headers[kind]);
      this.#compare(`${kind}: ${entry.path} ${position.path.join(".")} of somebody else`, answer, unknown);
    });
  }

  /** The address of a file is asked for outside the router. */
  async askForFiles(): Promise<void> {
    const ask = async (headers: Headers, id: string) => {
      const address = `${this.house.house.url}/api/v1/files/${id}/link`;
      const answer = await fetch(address, { method: "POST", headers });
      const { requestId: _, ...said } = (await answer.json()) as Record<string, unknown>;
      this.findings.counts.probes += 1;
      return { status: answer.status, said };
    };
    const callers = { ...this.#a.headers, ...straysOf(this.#a, this.#b) };
    for (const [kind, headers] of Object.entries(callers)) {
      const unknown = JSON.stringify(await ask(headers, newId(wallClock())));
      const isAllowed = ["coach", "staff", "server"].includes(kind);
      const ids = [this.#b.ids.photo, ...(isAllowed ? [] : [this.#a.ids.photo])];
      for (const id of ids) {
        const answer = JSON.stringify(await ask(headers, id));
        if (answer !== unknown) this.findings.leaks.push(`${kind}: the link of a file is answered ${answer}`);
      }
      if (isAllowed && (await ask(headers, this.#a.ids.photo)).status !== 200)
        this.findings.broken.push(`${kind} gets no link of an own file`);
    }
  }

  /** Cursors made in one tenant are refused in the other like broken ones. */
  async askWithForeignCursors(): Promise<void> {
    for (const [path, probe] of Object.entries(probes)) {
      const entry = this.#entry(path);
      if (
        !JSON.stringify(Object.keys((entry.meta.input as { shape?: object }).shape ?? {})).includes(
          '"cursor"',
        )
      )
        continue;
      const cursor = await this.#cursorOf(this.#b, entry, probe);
      if (cursor === null) continue;
      this.findings.counts.cursors += 1;
      for (const kind of kinds.filter((each) => isOwner(each, entry, probe, true))) {
        const ask = (text: string) =>
          this.#ask(this.#a, entry, { ...probe.input(this.#a), cursor: text }, this.#a.headers[kind]);
        const [foreign, broken] = [await ask(cursor), await ask("broken")];
        if (foreign.status !== 400)
          this.findings.leaks.push(`${kind}: ${path} took a cursor of the other tenant`);
        this.#compare(`${kind}: ${path} with a cursor of the other tenant`, foreign, broken);
      }
    }
  }

  async #cursorOf(cast: Cast, entry: ProcedureEntry, probe: Probe): Promise<string | null> {
    for (const kind of kinds.filter((each) => isOwner(each, entry, probe, true))) {
      const input = { ...probe.input(cast), limit: 1 };
      const { data } = await call(this.house.house.url, entry.path, input, cast.headers[kind]);
      const cursor = (data as { nextCursor?: string | null } | undefined)?.nextCursor;
      if (cursor) return cursor;
    }
    return null;
  }

  /** Everybody asks for their own: it must succeed, or be refused for the reason the row names, else the probe proves nothing. */
  async askForOwn(): Promise<void> {
    const cast = this.#a;
    const order = Object.entries(probes).map(([path, probe]) => ({ entry: this.#entry(path), probe }));
    for (const { entry, probe } of order) {
      this.findings.counts.procedures += 1;
      this.findings.counts.positions += this.#positionsOf(cast, probe).length;
      const positions = this.#positionsOf(cast, probe);
      const owners = kinds.filter((kind) => isOwner(kind, entry, probe, positions.length > 0));
      const first = probe.by ?? probe.owners?.[0] ?? owners.find((kind) => kind !== "visitor") ?? owners[0]!;
      for (const kind of entry.kind === "query" ? owners : [first]) {
        const answer = await this.#ask(cast, entry, probe.input(cast), cast.headers[kind]);
        const said = `${answer.status} ${answer.code ?? ""}`.trim();
        if (said !== "200" && !probe.answers?.includes(said))
          this.findings.broken.push(`${kind}: ${entry.path} answered ${said} ${answer.text.slice(0, 300)}`);
        for (const { path } of probe.answersAlike ? [] : positions) {
          const unknown = this.#unknown.get(keyOf(cast, kind, entry, path));
          if (unknown && isSame(answer, unknown))
            this.findings.broken.push(
              `${kind}: ${entry.path} ${path.join(".")} is answered like an unknown one`,
            );
        }
      }
    }
  }

  #positions(cast: Cast) {
    return Object.entries(probes).flatMap(([path, probe]) => {
      const entry = this.#entry(path);
      return this.#positionsOf(cast, probe).map((position) => ({ entry, probe, position }));
    });
  }

  #positionsOf(cast: Cast, probe: Probe): Position[] {
    return positionsIn(probe.input(cast), this.#tokens);
  }

  #entry(path: string): ProcedureEntry {
    const entry = this.house.house.dispatcher.table.get(path);
    if (!entry) throw new Error(`There is no procedure ${path}.`);
    return entry;
  }

  async #ask(asker: Cast, entry: ProcedureEntry, input: object, headers: Headers): Promise<Answer> {
    const other = asker === this.#a ? this.#b : this.#a;
    const answer = await call(this.house.house.url, entry.path, input, headers);
    this.findings.counts.probes += 1;
    if (answer.status >= 500) this.findings.leaks.push(`${entry.path} answered ${answer.status}`);
    const said = answer.text.toLowerCase();
    const asked = JSON.stringify(input);
    const secrets = [
      other.word,
      other.site.live.id,
      ...Object.values(other.ids),
      ...Object.values(other.tokens),
    ];
    const seen = secrets.find((secret) => said.includes(secret.toLowerCase()) && !asked.includes(secret));
    if (seen !== undefined)
      this.findings.leaks.push(
        `${entry.path} told ${seen} of the other tenant: ${answer.text.slice(0, 300)}`,
      );
    return answer;
  }

  #compare(what: string, answer: Answer, unknown: Answer): void {
    if (isSame(answer, unknown)) return;
    const short = ({ text, status }: Answer) => `${status} ${text.slice(0, 250)}`;
    this.findings.leaks.push(`${what} is answered ${short(answer)}; an unknown one ${short(unknown)}`);
  }

  /** An id or token of the same form that nobody has. */
  async #stranger(value: string): Promise<string> {
    if (!this.#tokens.has(value)) return newId(wallClock());
    const known = this.#strangers.get(value);
    if (known !== undefined) return known;
    const isJwt = value.startsWith("ey");
    const stranger = isJwt
      ? await memberToken(randomBytes(32).toString("base64url"), "nobody")
      : value.slice(0, -32) + randomBytes(24).toString("base64url");
    this.#strangers.set(value, stranger);
    return stranger;
  }
}

const keyOf = ({ word }: Cast, kind: string, { path }: ProcedureEntry, at: Path): string =>
  JSON.stringify([word, kind, path, at]);

const isSame = (a: Answer, b: Answer): boolean =>
  a.status === b.status &&
  a.code === b.code &&
  JSON.stringify(shapeOf(a.data)) === JSON.stringify(shapeOf(b.data)) &&
  (a.code === null || JSON.stringify(a.data) === JSON.stringify(b.data));
