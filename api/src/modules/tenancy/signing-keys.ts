import { wallClock } from "../../platform/clock.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { open } from "../../platform/secrets.ts";
import { signingKeyBinding } from "./issue-key.ts";
import { ApiKey } from "./models/api-key.ts";

/** What the tenant's server signs member tokens of a kid with, by its secret key; null when that key is unknown or has ended. */
export async function findSigningKey(scope: Scope, kid: string): Promise<Buffer | null> {
  const [key] = await scope.read<{ id: string; sealed: string; expiresAt: Date | null }>`
    select id, sealed_signing_key as sealed, expires_at from ${ApiKey} k where signing_id = ${kid} and revoked_at is null`;
  if (!key || (key.expiresAt && key.expiresAt <= wallClock())) return null;
  return Buffer.from(open(key.sealed, signingKeyBinding(scope.tenant.id, key.id)), "base64url");
}
