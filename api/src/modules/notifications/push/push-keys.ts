import { newPushKeys } from "../../../platform/providers/push/web-push.ts";
import { type PushKeys } from "../../../platform/providers/push/port.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { open, seal } from "../../../platform/secrets.ts";
import { PushKey } from "../models/push-key.ts";

const bindingOf = ({ tenant }: Scope) => ({ tenantId: tenant.id, purpose: "notifications.push_key" });

/** The site's public push key, made at first use. Browsers subscribe to it, so it never changes. */
export async function makePushKey(scope: Scope): Promise<string> {
  const { publicKey, privateKey } = newPushKeys();
  await scope.sql`
    insert into push_keys (tenant_id, public_key, private_key_sealed, created_at, updated_at)
    values (${scope.tenant.id}, ${publicKey}, ${seal(privateKey, bindingOf(scope))}, ${scope.now}, ${scope.now})
    on conflict do nothing`;
  const keys = await readPushKeys(scope);
  if (!keys) throw new Error("A push key that was written cannot be read.");
  return keys.publicKey;
}

/** The site's push keys; null before their first use. */
export async function readPushKeys(scope: Scope): Promise<PushKeys | null> {
  const [row] = await scope.read<PushKey>`select * from ${PushKey} k`;
  return row ? { publicKey: row.publicKey, privateKey: open(row.privateKeySealed, bindingOf(scope)) } : null;
}
