import { type AccessClaims, readAccessToken } from "../../platform/access-tokens.ts";
import { wallClock } from "../../platform/clock.ts";
import { notFound, requestFailure } from "../../platform/errors.ts";
import { type Authenticate, type Caller, type Credentials } from "../../platform/rpc/caller.ts";
import { type Actor } from "../../platform/scope/actor.ts";
import { type Scopes } from "../../platform/scope/open.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { readVisitorToken } from "../../platform/visitors.ts";
import {
  isSiteOrigin,
  type KnownKey,
  readPageKey,
  serverCallsOf,
  siteOf,
  type TenantDirectory,
} from "../tenancy/index.ts";
import { SessionStates } from "./session-states.ts";

/**
 * Makes the function that finds out who calls, by key, access token, visitor token or the domain called. Its answers are up to 5 seconds old.
 * `ownOrigin` is the API's, for the pages it serves itself.
 */
export function authenticator(scopes: Scopes, directory: TenantDirectory, ownOrigin: string): Authenticate {
  const authentication = new Authentication(scopes, directory, ownOrigin);
  return (credentials) => authentication.callerOf(credentials);
}

/** Nobody in particular: tenant sign-up and staff sign-in begin like this. */
const nobody: Caller = {
  tenant: null,
  actor: null,
  keyId: null,
  via: "none",
  serverScopes: null,
  requestsPerMinute: 120,
  activeModules: new Set(),
};

const operatorsPerMinute = 1200;

class Authentication {
  readonly #directory: TenantDirectory;
  readonly #ownOrigin: string;
  readonly #ownHost: string;
  readonly #states: SessionStates;
  readonly #activeModules = new WeakMap<Tenant, ReadonlySet<string>>();

  constructor(scopes: Scopes, directory: TenantDirectory, ownOrigin: string) {
    this.#directory = directory;
    this.#ownOrigin = ownOrigin;
    this.#ownHost = new URL(ownOrigin).hostname;
    this.#states = new SessionStates(scopes);
  }

  async callerOf(credentials: Credentials): Promise<Caller> {
    const { bearer, publishableKey, host } = credentials;
    const domain = await this.#siteUnder(host);
    const pageOf = publishableKey === null ? null : readPageKey(publishableKey);
    if (pageOf !== null) return this.#onOwnPage(pageOf, domain, credentials);
    const key = publishableKey === null ? null : await this.#goodKey(publishableKey, "publishable");
    if (bearer?.startsWith("sk_")) return this.#withSecretKey(bearer, [key, domain], credentials);
    if (bearer !== null) return this.#withToken(bearer, { key, domain }, credentials);
    if (key) return this.#asVisitor(key, { via: "publishable", domain }, credentials);
    return domain ? this.#asVisitor(domain, { via: "host", domain }, credentials) : nobody;
  }

  /** The site whose own domain a request was sent to. */
  async #siteUnder(host: string | null): Promise<SiteDomain | null> {
    if (host === null || host === this.#ownHost) return null;
    const tenant = await this.#directory.ownerOf(host);
    return tenant && { id: host, tenant, origin: `https://${host}` };
  }

  #asVisitor(
    { id, tenant }: Named,
    { via, domain }: { readonly via: "publishable" | "host"; readonly domain: SiteDomain | null },
    { origin, visitorToken }: Credentials,
  ): Caller {
    assertSameTenant(tenant, domain);
    assertOrigin(tenant, origin, domain);
    return {
      ...this.#basics(tenant),
      actor: visitorOf(tenant, visitorToken),
      keyId: id,
      via,
      requestsPerMinute: siteOf(tenant).limits.visitorsPerMinute,
    };
  }

  async #onOwnPage(tenantId: string, domain: SiteDomain | null, credentials: Credentials): Promise<Caller> {
    const { bearer, origin, publishableKey, visitorToken } = credentials;
    const tenant = await this.#directory.load(tenantId);
    // Nobody signs in on such a page.
    if (!tenant || bearer !== null) throw requestFailure("request.key_invalid");
    assertSameTenant(tenant, domain);
    if (origin !== null && origin !== this.#ownOrigin && origin !== domain?.origin) {
      throw requestFailure("request.origin_not_allowed");
    }
    return {
      ...this.#basics(tenant),
      actor: visitorOf(tenant, visitorToken),
      keyId: publishableKey,
      via: "page",
      requestsPerMinute: siteOf(tenant).limits.visitorsPerMinute,
    };
  }

  async #withSecretKey(
    bearer: string,
    beside: readonly (Named | null)[],
    { actingFor }: Credentials,
  ): Promise<Caller> {
    const { id, tenant, scopes } = await this.#goodKey(bearer, "secret");
    for (const named of beside) assertSameTenant(tenant, named);
    const isItself = actingFor === null;
    return {
      ...this.#basics(tenant),
      actor: isItself ? { kind: "server", keyId: id, scopes } : await this.#represented(tenant, actingFor),
      keyId: id,
      via: "secret",
      serverScopes: isItself ? null : scopes,
      requestsPerMinute: serverCallsOf(tenant),
    };
  }

  async #represented(tenant: Tenant, memberId: string): Promise<Actor> {
    const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(memberId);
    const member = isId ? await this.#states.represented(tenant, memberId) : null;
    if (member?.status !== "active") throw notFound();
    const { roles, pendingRoles } = member;
    return { kind: "member", memberId, roles, pendingRoles, sessionId: null, visitorId: null };
  }

  async #withToken(
    bearer: string,
    { key, domain }: { readonly key: KnownKey | null; readonly domain: SiteDomain | null },
    { origin }: Credentials,
  ): Promise<Caller> {
    const claims = await readAccessToken(bearer);
    if (!claims) throw ended();
    // A token works where it was issued; outside browsers nobody sends an origin.
    if (origin !== null && claims.origin !== null && origin !== claims.origin) {
      throw requestFailure("request.origin_not_allowed");
    }
    if (claims.audience === "operator") return this.#asOperator(claims);
    const tenant = claims.tenantId === null ? null : await this.#directory.load(claims.tenantId);
    if (!tenant) throw ended();
    assertSameTenant(tenant, key);
    assertSameTenant(tenant, domain);
    if (claims.audience === "staff") return this.#asStaff(tenant, claims);
    assertOrigin(tenant, origin, domain);
    return this.#asMember(tenant, claims);
  }

  async #asMember(tenant: Tenant, claims: AccessClaims): Promise<Caller> {
    const state = await this.#states.member(tenant, claims.sessionId);
    if (state?.status !== "active" || !isCurrent(claims, state)) throw ended();
    const { subjectId: memberId, sessionId, visitorId } = claims;
    const { roles, pendingRoles } = state;
    return {
      ...this.#basics(tenant),
      actor: { kind: "member", memberId, roles, pendingRoles, sessionId, visitorId },
      requestsPerMinute: siteOf(tenant).limits.membersPerMinute,
    };
  }

  async #asStaff(tenant: Tenant, claims: AccessClaims): Promise<Caller> {
    const live = tenant.parentId === null ? tenant : await this.#directory.load(tenant.parentId);
    const state = live && (await this.#states.staff(tenant, live, claims.sessionId));
    if (!state || !isCurrent(claims, state)) throw ended();
    const { subjectId: accountId, sessionId } = claims;
    const { staffRole, permissions } = state;
    return {
      ...this.#basics(tenant),
      actor: { kind: "staff", accountId, staffRole, permissions, sessionId },
      requestsPerMinute: siteOf(tenant).limits.staffPerMinute,
    };
  }

  async #asOperator(claims: AccessClaims): Promise<Caller> {
    const state = await this.#states.operator(claims.sessionId);
    if (!state || !isCurrent(claims, state)) throw ended();
    const { subjectId: accountId, sessionId } = claims;
    return {
      ...nobody,
      actor: { kind: "operator", accountId, sessionId },
      via: "token",
      requestsPerMinute: operatorsPerMinute,
    };
  }

  async #goodKey(token: string, kind: KnownKey["kind"]): Promise<KnownKey> {
    const key = await this.#directory.findKey(token);
    if (key?.kind !== kind) throw requestFailure("request.key_invalid");
    return key;
  }

  #basics(tenant: Tenant) {
    let activeModules = this.#activeModules.get(tenant);
    if (!activeModules) {
      activeModules = new Set(tenant.activeModules);
      this.#activeModules.set(tenant, activeModules);
    }
    return { tenant, keyId: null, via: "token" as const, serverScopes: null, activeModules };
  }
}

function visitorOf(tenant: Tenant, token: string | null): Actor | null {
  const visitorId = token === null ? null : readVisitorToken(token, tenant.id);
  return visitorId === null ? null : { kind: "visitor", visitorId };
}

const isCurrent = (claims: AccessClaims, { version, expiresAt }: { version: number; expiresAt: Date }) =>
  claims.version === version && expiresAt > wallClock();

/** What names a site: a key, or a domain of its own. */
type Named = Pick<KnownKey, "id" | "tenant">;

/** A site's own domain, and the pages served under it. */
interface SiteDomain extends Named {
  readonly origin: string;
}

/** Pages of the site's list may call it, and those of its own domain under that domain. */
function assertOrigin(tenant: Tenant, origin: string | null, domain: SiteDomain | null): void {
  if (origin === null || origin === domain?.origin || isSiteOrigin(tenant, origin)) return;
  throw requestFailure("request.origin_not_allowed");
}

function assertSameTenant(tenant: Tenant, named: Named | null): void {
  if (named && named.tenant.id !== tenant.id) throw requestFailure("request.tenant_mismatch");
}

const ended = () => requestFailure("request.token_expired");
