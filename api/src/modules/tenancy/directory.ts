import { wallClock } from "../../platform/clock.ts";
import { FreshCache } from "../../platform/fresh-cache.ts";
import { tokenHash } from "../../platform/ids.ts";
import { systemScope } from "../../platform/jobs/system-scope.ts";
import { type Scopes, type ScopeOptions } from "../../platform/scope/open.ts";
import { noTenant, type Tenant } from "../../platform/scope/tenant.ts";
import { readKey } from "./key-format.ts";
import { ApiKey, type KeyKind } from "./models/api-key.ts";
import { normaliseDomain } from "./rules/domains.ts";
import { isLocalOrigin } from "./rules/origins.ts";

/** A key that is good at this moment, and whose it is. */
export interface KnownKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly tenant: Tenant;
  readonly scopes: ReadonlySet<string>;
}

interface StoredKey {
  readonly id: string;
  readonly kind: KeyKind;
  readonly scopes: ReadonlySet<string>;
  readonly expiresAt: Date | null;
}

// Every process learns of a change within 5 seconds: 4 in the cache, the rest for the reading.
const fresh = { maxAgeMs: 4000 };
const tenants = new FreshCache<Tenant | null>({ ...fresh, maxEntries: 10_000 });
const keys = new FreshCache<StoredKey | null>({ ...fresh, maxEntries: 20_000 });
const owners = new FreshCache<string | null>({ ...fresh, maxEntries: 10_000 });
const origins = new FreshCache<boolean>({ ...fresh, maxEntries: 10_000 });

/** Lets this process see a change of a tenant as soon as it is committed. */
export const forgetTenant = (id: string): void => tenants.forget(id);

/** Lets this process see a change of a key as soon as it is committed. */
export const forgetKey = (hash: string): void => keys.forget(hash);

/** Lets this process see whose a domain is as soon as it is committed. */
export const forgetDomain = (domain: string): void => owners.forget(domain);

/** Finds tenants, keys and origins for the platform, before there is a scope to work in. Answers are up to 5 seconds old. */
export class TenantDirectory {
  readonly #scopes: Scopes;
  readonly #touched = new Map<string, number>();
  /** What publishable keys say, which are no secrets: reading and hashing one costs 3 us, and every call of a page brings it. */
  readonly #publishable = new Map<string, NamedKey>();
  readonly #loaded = new Map<string, LoadedTenant>();

  constructor(scopes: Scopes) {
    this.#scopes = scopes;
  }

  /** The tenant of an id, or null. The same object as long as nothing of it changed. */
  load(id: string): Promise<Tenant | null> {
    return tenants.get(id, () => this.#readTenant(id));
  }

  /** The key of a token, unless it is unknown, revoked, expired or of a tenant that is gone. */
  async findKey(token: string): Promise<KnownKey | null> {
    const named = this.#publishable.get(token) ?? nameOf(token);
    if (!named) return null;
    const tenant = await this.load(named.tenantId);
    if (!tenant) return null;
    const { kind, hash } = named;
    const key = await keys.get(hash, () => this.#readKey(tenant, hash));
    const now = wallClock();
    if (key?.kind !== kind || (key.expiresAt && key.expiresAt <= now)) return null;
    if (kind === "publishable" && !this.#publishable.has(token)) {
      if (this.#publishable.size >= 20_000) this.#publishable.clear();
      this.#publishable.set(token, named);
    }
    this.#touch(tenant, key.id, now);
    return { id: key.id, kind: key.kind, tenant, scopes: key.scopes };
  }

  /** The tenant that has proven a domain, or null; `host` is as a browser sends it, without a port. */
  async ownerOf(host: string): Promise<Tenant | null> {
    const domain = normaliseDomain(host);
    if (domain === null) return null;
    const id = await owners.get(domain, () => this.#readOwner(domain));
    return id === null ? null : this.load(id);
  }

  /** Whether any site allows an origin: what a preflight request is answered by, which names no site. */
  isKnownOrigin(origin: string): Promise<boolean> {
    if (isLocalOrigin(origin)) return Promise.resolve(true);
    return origins.get(origin, async () => {
      const found = await this.#scopes.inspect(system(noTenant), (scope) => {
        return scope.read`
          select 1 as found from tenants
          where settings -> 'tenancy' -> 'allowedOrigins' @> ${JSON.stringify([origin])}::jsonb limit 1`;
      });
      return found.length > 0;
    });
  }

  async #readTenant(id: string): Promise<Tenant | null> {
    const [row] = await this.#scopes.inspect(system(noTenant), (scope) => {
      return scope.read<Tenant & { settingsVersion: number }>`
        select id, slug, name, is_sandbox, parent_id, status, clock_offset_ms, active_modules, limits, may_hide_powered_by, settings, settings_version
        from tenants_with_rights where id = ${id}`;
    });
    if (!row) return null;
    // The parsed settings hang on the object: an unchanged tenant stays the same one.
    const { settings, ...marked } = row;
    const mark = JSON.stringify(marked);
    const known = this.#loaded.get(id);
    if (known?.mark === mark) return known.tenant;
    const { settingsVersion: _, ...standing } = marked;
    const tenant = { ...standing, settings };
    if (this.#loaded.size >= 10_000) this.#loaded.clear();
    this.#loaded.set(id, { mark, tenant });
    return tenant;
  }

  async #readOwner(domain: string): Promise<string | null> {
    const [row] = await this.#scopes.inspect(system(noTenant), (scope) => {
      return scope.read<{ tenantId: string }>`select tenant_id from domain_owners where domain = ${domain}`;
    });
    return row?.tenantId ?? null;
  }

  async #readKey(tenant: Tenant, hash: string): Promise<StoredKey | null> {
    const [row] = await this.#scopes.inspect(system(tenant), (scope) => {
      return scope.read<Pick<ApiKey, "id" | "kind" | "scopes" | "expiresAt">>`
        select id, kind, scopes, expires_at from ${ApiKey} k where hash = ${hash} and revoked_at is null`;
    });
    return row ? { ...row, scopes: new Set(row.scopes) } : null;
  }

  /** Writes down, at most once a minute and behind the answer, that a key is in use. */
  #touch(tenant: Tenant, id: string, now: Date): void {
    const minute = Math.floor(now.getTime() / 60_000);
    if (this.#touched.get(id) === minute) return;
    if (this.#touched.size >= 20_000) this.#touched.clear();
    this.#touched.set(id, minute);
    this.#scopes
      .transact(system(tenant), (scope) => {
        return scope.sql`update api_keys set last_used_at = ${now} where tenant_id = ${tenant.id} and id = ${id}`;
      })
      // Only a hint for people: the call itself must not fail for it.
      .catch(() => this.#touched.delete(id));
  }
}

interface NamedKey {
  readonly kind: KeyKind;
  readonly tenantId: string;
  readonly hash: string;
}

function nameOf(token: string): NamedKey | null {
  const named = readKey(token);
  return named && { ...named, hash: tokenHash(token) };
}

interface LoadedTenant {
  readonly mark: string;
  readonly tenant: Tenant;
}

const system = (tenant: Tenant): ScopeOptions =>
  systemScope(tenant, { cause: "authentication", requestId: "authentication", now: wallClock() });
