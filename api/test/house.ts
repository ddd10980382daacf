import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import supertest from "supertest";
import { type House, openHouse } from "../src/house.ts";
import {
  addAccount,
  hashPassword,
  provisionTenant,
  type ProvisionedTenant,
} from "../src/modules/identity/index.ts";
import { grantLicence, siteModules, switchOff } from "../src/modules/tenancy/index.ts";
import { wallClock } from "../src/platform/clock.ts";
import { readEnv } from "../src/platform/env.ts";
import { newId } from "../src/platform/ids.ts";
import { createLog } from "../src/platform/log.ts";
import { type CapturedMail, capturedMails } from "../src/platform/providers/mail/local.ts";
import { readRanges } from "../src/platform/outgoing.ts";
import { usePush } from "../src/platform/providers/push/for-tenant.ts";
import { capturedPushes } from "../src/platform/providers/push/local.ts";
import { type Actor } from "../src/platform/scope/actor.ts";
import { type Scope } from "../src/platform/scope/scope.ts";
import { noTenant, type Tenant } from "../src/platform/scope/tenant.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

/** What tests call faster than people do; a test of the limits names its own. */
const roomyLimits = { membersPerMinute: 5000, staffPerMinute: 5000 };

/** The whole API on a database of its own: real HTTP, relay, worker and timers. */
export class TestHouse {
  readonly house: House;
  readonly database: TestDatabase;
  /** Lines of the log that tell of a bug; a test that leaves one here has failed. */
  readonly bugs: string[];

  /** Where uploads are kept. */
  readonly dataFolder: string;

  private constructor(house: House, database: TestDatabase, bugs: string[], dataFolder: string) {
    this.dataFolder = dataFolder;
    this.house = house;
    this.database = database;
    this.bugs = bugs;
  }

  /** Opens the house; `variables` are configuration as the environment would hold it. */
  static async open({
    variables = {},
    works = true,
    withoutPredicate = false,
  }: {
    variables?: Record<string, string>;
    works?: boolean;
    withoutPredicate?: boolean;
  } = {}): Promise<TestHouse> {
    const database = await testDatabase();
    const bugs: string[] = [];
    const dataFolder = await mkdtemp(join(tmpdir(), "tessera-test-"));
    const log = createLog("warning", {
      write: (line: string) => {
        // In a test nothing is away by chance: an attempt of a job that fails is a bug, though more would follow.
        // But for a worker that a busy machine kept from giving signs of life: what it left goes to another.
        const isBug = /"level":"(ERROR|CRITICAL)"|"A job failed\."/.test(line);
        if (isBug && !line.includes('"type":"LeaseLost"')) bugs.push(line);
      },
    });
    const env = readEnv({
      DATABASE_URL: database.adminUrl,
      TESSERA_SECRET: database.secret,
      API_PORT: "0",
      PROOF_OF_WORK_BITS: "0",
      TRUSTED_PROXIES: "1",
      ADMIN_URL: "https://office.example",
      DATA_DIR: dataFolder,
      ...variables,
    });
    const house = await openHouse({ env, serves: true, works, withoutPredicate, log });
    // A test reaches nobody outside; one about push services has its own.
    const captured = capturedPushes(house.scopes);
    usePush({ live: captured, captured, guard: readRanges(env.WEBHOOK_ALLOW_CIDRS) });
    return new TestHouse(house, database, bugs, dataFolder);
  }

  async close(): Promise<void> {
    await this.house.close();
    await this.database.drop();
    await rm(this.dataFolder, { recursive: true, force: true });
  }

  /** Runs work in a transaction of a tenant, as the system unless told. */
  within<Result>(
    tenant: Tenant,
    work: (scope: Scope) => Promise<Result>,
    actor: Actor = { kind: "system", cause: "test" },
  ): Promise<Result> {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    return this.house.scopes.transact({ tenant, actor, now: wallClock(), request }, work);
  }

  /** A live tenant with its sandbox, keys and owner; it has every module unless told. */
  async site(
    name = `Site ${newId(wallClock()).slice(-8)}`,
    settings: Tenant["settings"] = {},
    { modules }: { readonly modules?: readonly string[] } = {},
  ): Promise<TestSite> {
    const tenancy = { limits: roomyLimits, ...(settings["tenancy"] as object | undefined) };
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    const owner = { email: `owner@${slug}.example`, password: "tulip-anvil-47" };
    const passwordHash = await hashPassword(owner.password);
    const made = await this.within(noTenant, async (scope) => {
      const account = await addAccount(scope, { email: owner.email, name: "Olive Owner", passwordHash });
      return provisionTenant(scope, {
        ownerId: account!.id,
        name,
        slug,
        settings: { ...settings, tenancy },
        plan: "enterprise",
      });
    });
    const given = modules ?? siteModules;
    await this.within(made.live, async (scope) => {
      for (const module of siteModules) {
        if (!given.includes(module)) await switchOff(scope, module);
        // A module that no plan brings yet.
        else if (!made.live.activeModules.includes(module)) {
          await grantLicence(scope, { module, kind: "lifetime", source: "operator", expiresAt: null });
        }
      }
    });
    const live = { ...made.live, activeModules: given };
    const sandbox = { ...made.sandbox, activeModules: given };
    return new TestSite(this, { ...made, live, sandbox, owner });
  }

  /** Begins a request to a procedure over RPC; `from` is the address it seems to come from. */
  call(
    path: string,
    input: object,
    { headers = {}, from = "203.0.113.1" }: CallOptions = {},
  ): supertest.Test {
    return supertest(this.house.url)
      .post("/api/v1/rpc")
      .set({ "X-Forwarded-For": from, ...headers })
      .send({ path, input });
  }

  /** Any request, as a browser makes one: uploads, links, pages. */
  request(address: string, init?: Parameters<typeof fetch>[1]): Promise<Response> {
    return fetch(new URL(address, this.house.url), init);
  }

  /** The result of a call that must succeed. */
  async ok<Result>(path: string, input: object, options?: CallOptions): Promise<Result> {
    const { status, body } = (await this.call(path, input, options)) as { status: number; body: Envelope };
    if (status !== 200 || !body.result) {
      throw new Error(`${path}: ${status} ${JSON.stringify(body)} ${this.bugs.at(-1) ?? ""}`);
    }
    return body.result.data as Result;
  }

  /** The status and code of a call that must be refused. */
  async refused(path: string, input: object, options?: CallOptions): Promise<string> {
    const { status, body } = (await this.call(path, input, options)) as { status: number; body: Envelope };
    return `${status} ${body.error?.data.code ?? JSON.stringify(body)}`;
  }

  /** Waits until something is there, as the relay and the worker bring it; throws after half a minute unless told. */
  async until<Found>(
    what: string,
    look: () => Promise<Found | null | undefined | false>,
    patienceMs = 30_000,
  ): Promise<Found> {
    const patience = performance.now() + patienceMs;
    for (;;) {
      const found = await look();
      if (found) return found;
      if (performance.now() > patience)
        throw new Error(`Waited in vain for ${what}. ${this.bugs.at(-1) ?? ""}`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }

  /** Mails to an address, newest first. */
  mailsTo(tenant: Tenant, address: string): Promise<CapturedMail[]> {
    return capturedMails(this.house.scopes, tenant, { to: address });
  }
}

/** One tenant of a test, with ways to call as its people. */
export class TestSite {
  readonly #house: TestHouse;
  readonly owner: { readonly email: string; readonly password: string };
  readonly live: Tenant;
  readonly sandbox: Tenant;
  readonly keys: ProvisionedTenant["liveKeys"];
  readonly sandboxKeys: ProvisionedTenant["sandboxKeys"];

  constructor(house: TestHouse, made: ProvisionedTenant & { owner: { email: string; password: string } }) {
    this.#house = house;
    this.owner = made.owner;
    this.live = made.live;
    this.sandbox = made.sandbox;
    this.keys = made.liveKeys;
    this.sandboxKeys = made.sandboxKeys;
  }

  /** Headers of a page nobody signed in on. */
  get visitor(): Record<string, string> {
    return { "Tessera-Key": this.keys.publishableKey };
  }

  /** Headers of the tenant's server. */
  get server(): Record<string, string> {
    return { Authorization: `Bearer ${this.keys.secretKey}` };
  }

  /** Headers of a member for whom the tenant's server calls: nobody has to sign in. */
  actingFor(memberId: string): Record<string, string> {
    return { ...this.server, "Tessera-Acting-For": memberId };
  }

  /** Headers of the owner in the admin app. */
  async staff(): Promise<Record<string, string>> {
    const { accessToken } = await this.#house.ok<{ accessToken: string }>("identity.staffSignIn", {
      ...this.owner,
      tenantId: this.live.id,
    });
    return { Authorization: `Bearer ${accessToken}` };
  }

  /** Signs somebody in by a code from their mail, as a widget does. */
  async signIn(email: string, headers: Record<string, string> = {}): Promise<SignedIn> {
    const sent = { headers: { ...this.visitor, ...headers } };
    await this.#house.ok("identity.requestCode", { email }, sent);
    const code = await this.#house.until(`a code for ${email}`, async () => {
      const [mail] = await this.#house.mailsTo(this.live, email);
      return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0];
    });
    const session = await this.#house.ok<{ accessToken: string; member: { id: string } }>(
      "identity.signInWithCode",
      { email, code, name: email.split("@")[0]! },
      sent,
    );
    return {
      memberId: session.member.id,
      headers: { ...this.visitor, Authorization: `Bearer ${session.accessToken}` },
    };
  }
}

/** A member who is signed in on a page. */
export interface SignedIn {
  readonly memberId: string;
  readonly headers: Record<string, string>;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

interface Envelope {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data: { readonly code: string } };
}
