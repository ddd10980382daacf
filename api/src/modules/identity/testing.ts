import { type Server } from "node:http";
import { type AddressInfo } from "node:net";
import pg from "pg";
import supertest from "supertest";
import { testDatabase } from "../../../test/database.ts";
import { createApp } from "../../app.ts";
import { wallClock } from "../../platform/clock.ts";
import { openRuntimePool } from "../../platform/db/pool.ts";
import { requestErrors } from "../../platform/errors.ts";
import { closeServer, createPatientServer, listen } from "../../platform/http/server.ts";
import { newId } from "../../platform/ids.ts";
import { installModules } from "../../platform/installed-modules.ts";
import { type Module } from "../../platform/module.ts";
import { useMail } from "../../platform/providers/mail/for-tenant.ts";
import { type CapturedMail, capturedMails, capturedOutbox } from "../../platform/providers/mail/local.ts";
import { Bulkhead } from "../../platform/rpc/bulkhead.ts";
import { Dispatcher } from "../../platform/rpc/dispatcher.ts";
import { RateLimiter } from "../../platform/rpc/limits.ts";
import { router } from "../../platform/rpc/procedure.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { Scopes } from "../../platform/scope/open.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";
import { KeyRing, useKeyRing } from "../../platform/secrets.ts";
import { visitorDesk } from "../../platform/visitors.ts";
import { TenantDirectory } from "../tenancy/index.ts";
import { tenancyModule } from "../tenancy/module.ts";
import { tenancyRouter } from "../tenancy/router.ts";
import { authenticator } from "./authenticate.ts";
import { identityModule } from "./module.ts";
import { hashPassword } from "./passwords.ts";
import { identityRouter } from "./router.ts";
import { addAccount } from "./staff/accounts.ts";
import { provisionTenant, type ProvisionedTenant } from "./staff/provision-tenant.ts";

/** The API with tenancy and identity alone, on a database of its own. */
export class IdentityHouse {
  readonly scopes: Scopes;
  readonly directory: TenantDirectory;
  readonly #server: Server;
  readonly #close: () => Promise<void>;
  readonly #admin: pg.Client;
  readonly #modules: readonly Module[];
  /** Bugs behind masked answers; a test that leaves one here has failed. */
  readonly bugs: unknown[] = [];

  private constructor(parts: {
    scopes: Scopes;
    directory: TenantDirectory;
    modules: readonly Module[];
    admin: pg.Client;
    close: () => Promise<void>;
  }) {
    this.scopes = parts.scopes;
    this.directory = parts.directory;
    this.#modules = parts.modules;
    this.#admin = parts.admin;
    this.#close = parts.close;
    const dispatcher = new Dispatcher({
      router: router({ tenancy: tenancyRouter, identity: identityRouter }),
      scopes: this.scopes,
      authenticate: authenticator(this.scopes, this.directory),
      visitors: visitorDesk(0),
      limiter: new RateLimiter(),
      bulkhead: new Bulkhead({ atOnce: 8 }),
      observe: ({ bug }) => {
        if (bug !== null) this.bugs.push(bug);
      },
    });
    const app = createApp({
      env: { API_URL: undefined, TRUSTED_PROXIES: 1 },
      dispatcher,
      errors: { ...requestErrors },
      stream: null,
      routes: [],
      isKnownOrigin: (origin) => this.directory.isKnownOrigin(origin),
      healthChecks: [],
      providers: () => ({}),
      metrics: async () => "",
      widgetsFolder: null,
      reportBug: (bug) => this.bugs.push(bug),
    });
    this.#server = createPatientServer(app.callback());
  }

  /** Opens the house; `extra` modules stand for the higher ones. */
  static async open(extra: readonly Module[] = []): Promise<IdentityHouse> {
    useKeyRing(KeyRing.parse(`t1:${Buffer.alloc(32, 7).toString("base64")}`));
    const modules = [tenancyModule, identityModule, ...extra];
    installModules(modules);
    const database = await testDatabase();
    const knex = openRuntimePool(database.url("app_rt"), { size: 12, name: "identity test" });
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const scopes = new Scopes(knex);
    const captured = capturedOutbox(scopes);
    useMail({ live: captured, captured, from: "Tessera <no-reply@tessera.test>" });
    const house = new IdentityHouse({
      scopes,
      directory: new TenantDirectory(scopes),
      modules,
      admin,
      close: async () => {
        await knex.destroy();
        await admin.end();
        await database.drop();
      },
    });
    await listen(house.#server, { port: 0, host: "127.0.0.1" });
    return house;
  }

  async close(): Promise<void> {
    await closeServer(this.#server);
    await this.#close();
  }

  /** A superuser's connection, for looking behind the walls. */
  get admin(): pg.Client {
    return this.#admin;
  }

  /** Begins a request to a procedure over RPC; `from` is the address it seems to come from, a new one each time unless told. */
  call(
    path: string,
    input: object,
    { headers = {}, from = this.#newAddress() }: CallOptions = {},
  ): supertest.Test {
    const { port } = this.#server.address() as AddressInfo;
    return supertest(`http://127.0.0.1:${port}`)
      .post("/api/v1/rpc")
      .set({ "X-Forwarded-For": from, ...headers })
      .send({ path, input });
  }

  #calls = 0;

  #newAddress(): string {
    this.#calls += 1;
    return `10.${(this.#calls >> 16) & 255}.${(this.#calls >> 8) & 255}.${this.#calls & 255}`;
  }

  /** Begins a REST request. */
  rest(method: "get" | "post" | "patch" | "options", path: string): supertest.Test {
    const { port } = this.#server.address() as AddressInfo;
    return supertest(`http://127.0.0.1:${port}`)[method](`/api/v1${path}`);
  }

  /** The result of a call that must succeed. */
  async ok<Result>(path: string, input: object, options?: CallOptions): Promise<Result> {
    const { status, body } = (await this.call(path, input, options)) as { status: number; body: Envelope };
    if (status !== 200 || !body.result)
      throw new Error(`${path}: ${status} ${JSON.stringify(body)} ${String(this.bugs.at(-1) ?? "")}`);
    return body.result.data as Result;
  }

  /** The status and code of a call that must be refused. */
  async refused(path: string, input: object, options?: CallOptions): Promise<string> {
    const { status, body } = (await this.call(path, input, options)) as { status: number; body: Envelope };
    return `${status} ${body.error?.data.code ?? JSON.stringify(body)}`;
  }

  /** Runs work in a transaction of a tenant. */
  within<Result>(
    tenant: Tenant,
    work: (scope: Scope) => Promise<Result>,
    actor: Actor = { kind: "system", cause: "test" },
  ): Promise<Result> {
    const request = { requestId: "test", ip: null, origin: null, locale: "", userAgent: null };
    return this.scopes.transact({ tenant, actor, now: wallClock(), request }, work);
  }

  /** A tenant with its sandbox, keys and owner. */
  async tenant(
    name = `Site ${newId(wallClock()).slice(-8)}`,
    settings: Tenant["settings"] = {},
  ): Promise<TestTenant> {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    const owner = { email: `owner@${slug}.example`, password: "tulip-anvil-47" };
    const passwordHash = await hashPassword(owner.password);
    const made = await this.within(noTenant, async (scope) => {
      const account = await addAccount(scope, { email: owner.email, name: "Olive Owner", passwordHash });
      return provisionTenant(scope, { ownerId: account!.id, name, slug, settings });
    });
    return { ...made, owner, key: { "Tessera-Key": made.liveKeys.publishableKey } };
  }

  /** Hands announced events to the jobs that want them, as the relay and the worker do. */
  async deliver(): Promise<void> {
    const { rows } = await this.#admin.query<{ tenant_id: string; name: string; fact: unknown }>(
      "delete from outbox returning tenant_id, name, fact",
    );
    for (const { tenant_id, name, fact } of rows) {
      const tenant = await this.directory.load(tenant_id);
      const jobs = this.#modules
        .flatMap((module) => module.jobs)
        .filter((job) => job.on?.some((event) => event === name));
      for (const job of jobs) {
        if (!("prepare" in job)) throw new Error(`${job.name} is not a three-part job.`);
        const prepared = await this.within(tenant!, (scope) => job.prepare(scope, fact));
        if (prepared === null) continue;
        const outcome = await job.call(prepared, {
          key: `${job.name} test`,
          signal: AbortSignal.timeout(5000),
        });
        await this.within(tenant!, (scope) => job.finish(scope, prepared, outcome));
      }
    }
  }

  /** The mails somebody was sent, newest first, once events were delivered. */
  async mailsTo(tenant: Tenant, address: string): Promise<CapturedMail[]> {
    await this.deliver();
    return capturedMails(this.scopes, tenant, { to: address });
  }

  /** The newest code mailed to somebody. */
  async codeFor(tenant: Tenant, address: string): Promise<string> {
    const [mail] = await this.mailsTo(tenant, address);
    return /\b\d{6}\b/.exec(mail?.text ?? "")?.[0] ?? "none";
  }

  /** The token of the newest link mailed to somebody. */
  async linkFor(tenant: Tenant, address: string): Promise<string> {
    const [mail] = await this.mailsTo(tenant, address);
    return /#tessera-\w+=([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "none";
  }

  /** Signs somebody in by code, as a widget does. */
  async signIn(site: TestTenant, email: string, options: CallOptions = {}): Promise<MemberSession> {
    const headers = { ...site.key, ...options.headers };
    await this.ok("identity.requestCode", { email }, { ...options, headers });
    const code = await this.codeFor(site.live, email);
    return this.ok("identity.signInWithCode", { email, code }, { ...options, headers });
  }
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly from?: string;
}

interface Envelope {
  readonly result?: { readonly data: unknown };
  readonly error?: { readonly data: { readonly code: string } };
}

export interface TestTenant extends ProvisionedTenant {
  readonly owner: { readonly email: string; readonly password: string };
  /** The header that names the live site. */
  readonly key: Readonly<Record<string, string>>;
}

/** A member's session as answered. */
export interface MemberSession {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly accessExpiresAt: string;
  readonly refreshExpiresAt: string;
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly emailVerified: boolean;
    readonly roles: string[];
  };
}

/** The header of a signed-in call. */
export const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });
