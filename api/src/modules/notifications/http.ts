import { type Context } from "koa";
import { z } from "zod";
import { businessTime, wallClock } from "../../platform/clock.ts";
import { notFound } from "../../platform/errors.ts";
import { writeJson } from "../../platform/http/answer.ts";
import { readBytes } from "../../platform/http/body.ts";
import { factsOf } from "../../platform/http/request.ts";
import { tenantDoor } from "../../platform/http/tenant-door.ts";
import { type HttpRoute } from "../../platform/module.ts";
import { findMailEvents, MailEventRefused } from "../../platform/providers/mail/events.ts";
import { readConnectionToken } from "../../platform/providers/payments/for-tenant.ts";
import { type InboundRequest } from "../../platform/providers/payments/port.ts";
import { NoAnswer } from "../../platform/providers/vendor-call.ts";
import { type ScopeOptions } from "../../platform/scope/open.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { readMember } from "../identity/index.ts";
import { failure } from "./errors.ts";
import { receiveMailEvents } from "./incoming/receive-mail-events.ts";
import { readUnsubscribeToken, unsubscribeFolder } from "./mails/unsubscribe-link.ts";
import { pagePolicy, unsubscribePage } from "./mails/unsubscribe-page.ts";
import { endMails } from "./mails/end-mails.ts";

/** The link in mails that ends mails of their kind, to which mail programs post without showing it (RFC 8058), and where providers tell how messages fared. */
export const notificationRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, false) },
  { method: "POST", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, true) },
  { method: "POST", path: "/api/v1/hooks/mail/:vendor/:connection", handler: (ctx) => receiveMails(ctx) },
];

/** The largest batch of events read, in bytes. */
const eventLimit = 1024 * 1024;

const hookPath = z.object({ vendor: z.string(), connection: z.string() });

/** Where mail providers tell of bounces and complaints: verified on the bytes as they came, before anything reads them. */
async function receiveMails(ctx: Context): Promise<void> {
  const { scopes, loadTenant } = tenantDoor();
  const { vendor, connection } = hookPath.parse(ctx["params"]);
  const named = readConnectionToken(connection);
  const tenant = named && (await loadTenant(named.tenantId));
  const reader = tenant && (await findMailEvents(tenant, vendor, named.connectionId));
  if (!reader) throw notFound();
  const { connectionId } = named;
  const request: InboundRequest = { headers: ctx.req.headers, body: await readBytes(ctx.req, eventLimit) };
  const now = wallClock();
  const events = await reader
    .read(request, { tenantId: tenant.id, now, signal: AbortSignal.timeout(patienceMs) })
    .catch(tellRefusal);
  await scopes.transact(systemOptions(ctx, tenant, `mail.${vendor}`), (scope) =>
    receiveMailEvents(scope, { vendor, connectionId, events }),
  );
  writeJson(ctx, 200, { received: true });
}

const patienceMs = 10_000;

function tellRefusal(refusal: unknown): never {
  if (refusal instanceof MailEventRefused) throw failure("notifications.event_refused");
  if (refusal instanceof NoAnswer) throw failure("notifications.events_unavailable");
  throw refusal;
}

const systemOptions = (ctx: Context, tenant: Tenant, cause: string): ScopeOptions => ({
  tenant,
  actor: { kind: "system", cause },
  now: businessTime(tenant),
  request: factsOf(ctx),
});

async function answer(ctx: Context, isDone: boolean): Promise<void> {
  const asked = readUnsubscribeToken(ctx.path.slice(unsubscribeFolder.length));
  const { scopes, loadTenant } = tenantDoor();
  const tenant = asked && (await loadTenant(asked.tenantId));
  if (!asked || !tenant) throw notFound();
  if (isDone) {
    const { memberId, category } = asked;
    const options = systemOptions(ctx, tenant, "notifications.unsubscribe");
    await scopes.transact(options, async (scope) => {
      if (!(await readMember(scope, memberId))) throw notFound();
      await endMails(scope, memberId, category);
    });
  }
  ctx.set("Content-Security-Policy", pagePolicy);
  ctx.set("Cache-Control", "no-store");
  ctx.type = "text/html; charset=utf-8";
  ctx.body = unsubscribePage(asked.locale, isDone);
}
