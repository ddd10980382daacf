import pg from "pg";
import supertest from "supertest";
import { type CallOptions, TestHouse } from "../../../test/house.ts";
import { wallClock } from "../../platform/clock.ts";
import { installedModules, installModules } from "../../platform/installed-modules.ts";
import { tokenHash } from "../../platform/ids.ts";
import { type Module } from "../../platform/module.ts";
import { type CapturedMail } from "../../platform/providers/mail/local.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";
import { identityModule } from "./module.ts";
import { hashPassword } from "./passwords.ts";
import { addAccount } from "./staff/accounts.ts";
import { provisionTenant, type ProvisionedTenant } from "./staff/provision-tenant.ts";

/** The API whose worker stands still: events are handed to identity's jobs when a test says so, so it can look in between. */
export class IdentityHouse {
  readonly #test: TestHouse;
  /** A superuser's connection, for looking behind the walls. */
  readonly admin: pg.Client;
  readonly ok: TestHouse["ok"];
  readonly refused: TestHouse["refused"];
  readonly within: TestHouse["within"];
  #calls = 0;
  #tenants = 0;

  private constructor(test: TestHouse, admin: pg.Client) {
    this.#test = test;
    this.admin = admin;
    this.ok = (path, input, options) => test.ok(path, input, this.#fromSomewhere(options));
    this.refused = (path, input, options) => test.refused(path, input, this.#fromSomewhere(options));
    this.within = (...call) => test.within(...call);
  }

  /** Opens the house; `extra` modules stand for higher ones. */
  static async open(extra: readonly Module[] = []): Promise<IdentityHouse> {
    const test = await TestHouse.open({ works: false });
    installModules([...installedModules(), ...extra]);
    const admin = new pg.Client({ connectionString: test.database.adminUrl });
    await admin.connect();
    return new IdentityHouse(test, admin);
  }

  async close(): Promise<void> {
    await this.admin.end();
    await this.#test.close();
  }

  /** Bugs behind masked answers; a test that leaves one here has failed. */
  get bugs(): readonly string[] {
    return this.#test.bugs;
  }

  /** Begins a request to a procedure over RPC, from a new address unless told. */
  call(path: string, input: object, options?: CallOptions): supertest.Test {
    return this.#test.call(path, input, this.#fromSomewhere(options));
  }

  /** Begins a REST request. */
  rest(method: "get" | "options", path: string): supertest.Test {
    return supertest(this.#test.house.url)[method](`/api/v1${path}`);
  }

  #fromSomewhere(options: CallOptions = {}): CallOptions {
    this.#calls += 1;
    return {
      from: `10.${(this.#calls >> 16) & 255}.${(this.#calls >> 8) & 255}.${this.#calls & 255}`,
      ...options,
    };
  }

  /** A tenant with its sandbox, keys and owner. */
  async tenant(name = `Site ${++this.#tenants}`, settings: Tenant["settings"] = {}): Promise<TestTenant> {
    const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
    const owner = { email: `owner@${slug}.example`, password: "tulip-anvil-47" };
    const passwordHash = await hashPassword(owner.password);
    const made = await this.within(noTenant, async (scope) => {
      const account = await addAccount(scope, { email: owner.email, name: "Olive Owner", passwordHash });
      return provisionTenant(scope, { ownerId: account!.id, name, slug, settings, plan: "enterprise" });
    });
    return { ...made, owner, key: { "Tessera-Key": made.liveKeys.publishableKey } };
  }

  /** Hands announced events to identity's jobs, as the relay and the worker do. */
  async deliver(): Promise<void> {
    const { rows } = await this.admin.query<{ tenant_id: string; name: string; fact: unknown }>(
      "delete from outbox returning tenant_id, name, fact",
    );
    for (const { tenant_id: tenantId, name, fact } of rows) {
      const tenant = await this.#test.house.directory.load(tenantId);
      for (const job of identityModule.jobs.filter(({ on }) => on?.some((event) => event === name))) {
        if (!tenant || !("prepare" in job)) throw new Error(`${job.name} cannot be delivered here.`);
        const prepared = await this.within(tenant, (scope) => job.prepare(scope, fact));
        if (prepared === null) continue;
        const outcome = await job.call(prepared, { key: name, signal: AbortSignal.timeout(5000) });
        await this.within(tenant, (scope) => job.finish(scope, prepared, outcome));
      }
    }
  }

  /** The mails somebody was sent, newest first, once events were delivered. */
  async mailsTo(tenant: Tenant, address: string): Promise<CapturedMail[]> {
    await this.deliver();
    return this.#test.mailsTo(tenant, address);
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

  /** When the refresh token that a sign-in answered ends. */
  async refreshEnd({ refreshToken }: MemberSession): Promise<Date> {
    const { rows } = await this.admin.query<{ expires_at: Date }>(
      "select expires_at from refresh_tokens where hash = $1",
      [tokenHash(refreshToken)],
    );
    return rows[0]!.expires_at;
  }

  /** Signs somebody in by code, as a widget does. */
  async signIn(site: TestTenant, email: string, options: CallOptions = {}): Promise<MemberSession> {
    const headers = { ...site.key, ...options.headers };
    await this.ok("identity.requestCode", { email }, { ...options, headers });
    const code = await this.codeFor(site.live, email);
    return this.ok("identity.signInWithCode", { email, code }, { ...options, headers });
  }
}

/** A tenant of a test. */
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
  readonly member: {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly emailVerified: boolean;
    readonly roles: string[];
    readonly pendingRoles: string[];
  };
}

/** The header of a signed-in call. */
export const bearer = (token: string): Record<string, string> => ({ Authorization: `Bearer ${token}` });

/** The wall clock of a test, in milliseconds. */
export const nowMs = (): number => wallClock().getTime();
