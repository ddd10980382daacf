import { type Actor } from "../scope/actor.ts";
import { type Tenant } from "../scope/tenant.ts";

/** The credentials a request carries, as sent. */
export interface Credentials {
  /** The `Authorization` header without its scheme: an access token or a secret key. */
  readonly bearer: string | null;
  /** A publishable key, from the `Tessera-Key` header or the `key` parameter of a public read. */
  readonly publishableKey: string | null;
  /** The signed visitor id, from the `Tessera-Visitor` header. */
  readonly visitorToken: string | null;
  /** The member a server acts for, from `Tessera-Acting-For`. */
  readonly actingFor: string | null;
  /** The page's origin; null outside browsers. */
  readonly origin: string | null;
  /** The host the request was sent to, without its port; null where it does not count. */
  readonly host: string | null;
}

/** Who calls, and what the platform must know of them to let them through. */
export interface Caller {
  /** Null only for operators and for people who have not chosen a tenant yet. */
  readonly tenant: Tenant | null;
  /** Null for somebody with a publishable key who has no visitor id yet, and for tenantless sign-in. */
  readonly actor: Actor | null;
  /** The key that named the tenant, if one did; or the host. */
  readonly keyId: string | null;
  /** How the caller proved the right to speak for the tenant's site. */
  readonly via: "publishable" | "host" | "page" | "secret" | "token" | "none";
  /** The server behind a member it acts for: its key's scopes bind such a call as well. */
  readonly serverScopes: ReadonlySet<string> | null;
  /** Requests per minute this caller may make. */
  readonly requestsPerMinute: number;
  /** Licensed modules of the tenant; `core` is always there. */
  readonly activeModules: ReadonlySet<string>;
}

/** Finds out who calls. Throws `request.key_invalid`, `request.token_expired`, `request.tenant_mismatch` or `request.origin_not_allowed`. */
export type Authenticate = (credentials: Credentials) => Promise<Caller>;
