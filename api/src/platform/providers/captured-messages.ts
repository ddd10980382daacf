import { wallClock } from "../clock.ts";
import { newId } from "../ids.ts";
import { systemScope } from "../jobs/system-scope.ts";
import { type Scopes } from "../scope/open.ts";
import { type Scope } from "../scope/scope.ts";
import { fragment } from "../scope/sql.ts";
import { type Tenant } from "../scope/tenant.ts";

/** A push or a text message that was kept instead of sent. */
export interface CapturedMessage {
  readonly id: string;
  readonly channel: "push" | "sms";
  /** A number, or the address of a browser. */
  readonly recipient: string;
  readonly body: string;
  readonly capturedAt: Date;
}

/** Keeps a message in the database instead of sending it. */
export async function captureMessage(
  scopes: Scopes,
  tenant: Tenant,
  {
    channel,
    recipient,
    body,
    key,
  }: Pick<CapturedMessage, "channel" | "recipient" | "body"> & { readonly key: string },
): Promise<void> {
  const now = wallClock();
  await scopes.transact(
    systemScope(tenant, { cause: channel, requestId: channel, now }),
    (scope) => scope.sql`
      insert into captured_messages (tenant_id, id, channel, key, recipient, body, captured_at)
      values (${tenant.id}, ${newId(now)}, ${channel}, ${key}, ${recipient}, ${body}, ${now})
      on conflict (tenant_id, channel, key) do nothing`,
  );
}

/** The newest captured messages of a tenant, newest first. */
export const capturedMessages = (scopes: Scopes, tenant: Tenant): Promise<readonly CapturedMessage[]> =>
  scopes.transact(
    systemScope(tenant, { cause: "outbox", requestId: "outbox", now: wallClock() }),
    (scope) => scope.sql<CapturedMessage>`
      select id, channel, recipient, body, captured_at from captured_messages
      where tenant_id = ${tenant.id} order by captured_at desc, id desc limit 100`,
  );

/** Deletes captured messages of the scope's tenant: those to some recipients, or those captured before a moment. */
export async function forgetCapturedMessages(
  scope: Scope,
  which: { readonly to: readonly string[] } | { readonly before: Date },
): Promise<void> {
  const condition =
    "to" in which
      ? fragment`recipient = any(${[...which.to]}::text[])`
      : fragment`captured_at < ${which.before}`;
  await scope.sql`delete from captured_messages where tenant_id = ${scope.tenant.id} and ${condition}`;
}
