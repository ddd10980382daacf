import { createHash, createHmac, hkdfSync, pbkdf2Sync } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

/** The roles a process signs in with; none may pass row-level security. */
export type LoginRole = "app_rt" | "app_relay" | "app_operator";

interface Role {
  readonly name: LoginRole | "app_owner" | "app_search" | "app_ledger";
  readonly purpose: string;
  readonly canLogin: boolean;
  /** Session defaults; a process may tighten them. */
  readonly defaults: Readonly<Record<string, string>>;
}

const PATIENCE = {
  statement_timeout: "15s",
  idle_in_transaction_session_timeout: "20s",
  lock_timeout: "3s",
};

const ROLES: readonly Role[] = [
  { name: "app_owner", purpose: "owns the tables; migrations run as it", canLogin: false, defaults: {} },
  { name: "app_search", purpose: "owns search documents and their functions", canLogin: false, defaults: {} },
  { name: "app_ledger", purpose: "owns the ledger and its functions", canLogin: false, defaults: {} },
  { name: "app_rt", purpose: "requests and jobs, one tenant at a time", canLogin: true, defaults: PATIENCE },
  {
    name: "app_relay",
    purpose: "outbox, timers, inbound events and the job queue across tenants",
    canLogin: true,
    defaults: PATIENCE,
  },
  {
    name: "app_operator",
    purpose: "read-only view across tenants",
    canLogin: true,
    defaults: { ...PATIENCE, default_transaction_read_only: "on" },
  },
];

/** The address of the same database as `adminUrl` for a role; its password follows from the platform's secret. */
export function roleUrl(adminUrl: string, role: LoginRole, secret: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = derive(secret, role, "password", 32).toString("base64url");
  return url.href;
}

/**
 * Creates the roles or brings them up to date. Roles belong to the whole cluster, so two databases with different
 * secrets cannot share one. `admin` needs CREATEROLE and becomes a member of the owning roles.
 */
export async function ensureRoles(admin: pg.ClientBase, secret: string): Promise<void> {
  for (const role of ROLES) {
    await retryOnClash(() => admin.query(createRole(role)));
    await retryOnClash(() => admin.query(alterRole(role, secret)));
  }
  // Migrations hand tables and functions over to these two; the server asks that the giver be a member.
  await retryOnClash(() => admin.query("grant app_search, app_ledger to app_owner"));
  await retryOnClash(() => admin.query("grant app_owner, app_search, app_ledger to current_user"));
}

/** Throws unless the connected role is subject to row-level security in every respect. */
export async function assertSafeRole(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{
    role: string;
    superuser: boolean;
    bypass: boolean;
    owns: string | null;
  }>(`
    select rolname as role, rolsuper as superuser, rolbypassrls as bypass, (
      select string_agg(c.oid::regclass::text, ', ')
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_'
        and pg_has_role(current_user, c.relowner, 'MEMBER')
    ) as owns
    from pg_roles where rolname = current_user`);
  const found = rows[0];
  if (found === undefined) throw new Error("The database does not say which role is connected.");
  if (found.superuser) throw new Error(unsafe(found.role, "is a superuser"));
  if (found.bypass) throw new Error(unsafe(found.role, "has BYPASSRLS"));
  if (found.owns !== null) throw new Error(unsafe(found.role, `owns tables (${found.owns})`));
}

function unsafe(role: string, why: string): string {
  return `Tessera will not run as the database role ${role}: it ${why}, so rows of one tenant would not be kept from another.`;
}

function createRole(role: Role): string {
  return `do $$ begin create role ${role.name}; exception when duplicate_object or unique_violation then null; end $$`;
}

function alterRole(role: Role, secret: string): string {
  const login = role.canLogin ? `login password '${scramVerifier(role.name, secret)}'` : "nologin";
  return [
    `alter role ${role.name} with ${login} nocreatedb nocreaterole`,
    `comment on role ${role.name} is 'Tessera: ${role.purpose}'`,
    ...Object.entries(role.defaults).map(
      ([name, value]) => `alter role ${role.name} set ${name} = '${value}'`,
    ),
  ].join("; ");
}

// Sent instead of the password, so that the server's log never holds it (RFC 5803 form, 4,096 rounds as PostgreSQL).
function scramVerifier(role: string, secret: string): string {
  const password = derive(secret, role, "password", 32).toString("base64url");
  const salt = derive(secret, role, "salt", 16);
  const salted = pbkdf2Sync(password, salt, 4096, 32, "sha256");
  const storedKey = createHash("sha256").update(hmac(salted, "Client Key")).digest("base64");
  const serverKey = hmac(salted, "Server Key").toString("base64");
  return `SCRAM-SHA-256$4096:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac("sha256", key).update(text).digest();
}

function derive(secret: string, role: string, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "tessera", `postgres/${role}/${use}`, bytes));
}

// Two processes that change one role at once: the second is told "tuple concurrently updated" (XX000) or 40001.
async function retryOnClash(statement: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await statement();
      return;
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      const clash =
        code === "40001" || code === "23505" || /concurrently (updated|deleted)/.test(message ?? "");
      if (!clash || attempt === 10) throw error;
      await sleep(20 * attempt);
    }
  }
}
