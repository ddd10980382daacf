import { wallClock } from "../../../platform/clock.ts";
import { newId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";

/** A person who signs in to the admin app, as stored. Accounts are global: any scope sees them. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
  readonly isOperator: boolean;
  readonly status: "active" | "deactivated";
  readonly locale: string;
  readonly version: number;
}

/** The account of an e-mail address (normalised), or null. */
export async function findAccount(scope: Scope, email: string): Promise<Account | null> {
  const [account] = await scope.sql<Account>`
    select id, email, name, password_hash, is_operator, status, locale, version from accounts where email = ${email}`;
  return account ?? null;
}

/** The account of an id, or null. */
export async function readAccount(scope: Scope, id: string): Promise<Account | null> {
  const [account] = await scope.read<Account>`
    select id, email, name, password_hash, is_operator, status, locale, version from accounts where id = ${id}`;
  return account ?? null;
}

/** Adds an account; null when its address has one already. */
export async function addAccount(
  scope: Scope,
  {
    email,
    name,
    passwordHash,
    isOperator = false,
    locale = "en",
  }: { email: string; name: string; passwordHash: string; isOperator?: boolean; locale?: string },
): Promise<Account | null> {
  const at = wallClock();
  const [account] = await scope.sql<Account>`
    insert into accounts (id, email, name, password_hash, is_operator, locale, created_at, updated_at)
    values (${newId(at)}, ${email}, ${name}, ${passwordHash}, ${isOperator}, ${locale}, ${at}, ${at})
    on conflict (email) do nothing
    returning id, email, name, password_hash, is_operator, status, locale, version`;
  return account ?? null;
}

/** Replaces an account's password hash. */
export async function setAccountPassword(scope: Scope, id: string, hash: string): Promise<void> {
  await scope.sql`update accounts set password_hash = ${hash}, updated_at = ${wallClock()} where id = ${id}`;
}

/** The names of accounts, by id. */
export async function nameAccounts(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.read<{ id: string; name: string }>`
    select id, name from accounts where id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
