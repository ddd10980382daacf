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
import {
  findTextReports,
  type TextReport,
  type TextReportReader,
  TextReportRefused,
} from "../../platform/providers/sms/reports.ts";
import { NoAnswer } from "../../platform/providers/vendor-call.ts";
import { type ScopeOptions } from "../../platform/scope/open.ts";
import { type Tenant } from "../../platform/scope/tenant.ts";
import { readMember } from "../identity/index.ts";
import { failure } from "./errors.ts";
import { receiveMailEvents } from "./incoming/receive-mail-events.ts";
import { receiveTextReport } from "./incoming/receive-text-report.ts";
import { readUnsubscribeToken, unsubscribeFolder } from "./mails/unsubscribe-link.ts";
import { pagePolicy, unsubscribePage } from "./mails/unsubscribe-page.ts";
import { mailPreview, mailPreviewPolicy, mailPreviewQuery } from "./mails/preview-page.ts";
import { endMails } from "./mails/end-mails.ts";

/** The link in mails that ends mails of their kind, to which mail programs post without showing it (RFC 8058), and where providers tell how messages fared. */
export const notificationRoutes: readonly HttpRoute[] = [
  { method: "GET", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, false) },
  { method: "POST", path: `${unsubscribeFolder}:token`, handler: (ctx) => answer(ctx, true) },
  { method: "POST", path: "/api/v1/hooks/mail/:vendor/:connection", handler: (ctx) => receiveMails(ctx) },
  { method: "POST", path: "/api/v1/hooks/sms/:vendor/:connection", handler: (ctx) => receiveTexts(ctx) },
];

/** How mails look, for a frame of the admin app: a page of the API, because the app takes no foreign markup. */
export const mailPreviewRoutes = (admin: string | null): readonly HttpRoute[] => [
  { method: "GET", path: "/preview/mail", handler: (ctx) => sendMailPreview(ctx, admin) },
];

async function sendMailPreview(ctx: Context, admin: string | null): Promise<void> {
  const asked = mailPreviewQuery.safeParse({ ...ctx.query });
  const tenant = asked.success && admin !== null && (await tenantDoor().loadTenant(asked.data.tenant));
  const page = tenant && mailPreview(tenant, asked.data);
  if (!page || admin === null) throw notFound();
  ctx.set("Content-Security-Policy", mailPreviewPolicy(admin));
  ctx.set("Cache-Control", "no-store");
  ctx.type = "text/html; charset=utf-8";
  ctx.body = page;
}

/** The largest batch of events read, in bytes. */
const eventLimit = 1024 * 1024;

const hookPath = z.object({ vendor: z.string(), connection: z.string() });

/** Where mail providers tell of bounces and complaints: verified on the bytes as they came, before anything reads them. */
async function receiveMails(ctx: Context): Promise<void> {
  const { tenant, vendor, connectionId } = await connectionIn(ctx);
  const reader = await findMailEvents(tenant, vendor, connectionId);
  if (!reader) throw notFound();
  const options = { tenantId: tenant.id, now: wallClock(), signal: AbortSignal.timeout(patienceMs) };
  const events = await reader.read(await readRequest(ctx), options).catch(tellRefusal);
  await tenantDoor().scopes.transact(systemOptions(ctx, tenant, `mail.${vendor}`), (scope) =>
    receiveMailEvents(scope, { vendor, connectionId, events }),
  );
  writeJson(ctx, 200, { received: true });
}

/** Where providers of text messages tell that one did not arrive. */
async function receiveTexts(ctx: Context): Promise<void> {
  const { tenant, vendor, connectionId } = await connectionIn(ctx);
  const reader = await findTextReports(tenant, vendor, connectionId);
  if (!reader) throw notFound();
  const request = await readRequest(ctx);
  const report = readReport(reader, request, ctx.search);
  if (report)
    await tenantDoor().scopes.transact(systemOptions(ctx, tenant, `sms.${vendor}`), (scope) =>
      receiveTextReport(scope, connectionId, report),
    );
  writeJson(ctx, 200, { received: true });
}

/** The connection an event is sent to; its tenant is read from it before anything else is known. */
async function connectionIn(ctx: Context) {
  const { vendor, connection } = hookPath.parse(ctx["params"]);
  const named = readConnectionToken(connection);
  const tenant = named && (await tenantDoor().loadTenant(named.tenantId));
  if (!tenant) throw notFound();
  return { tenant, vendor, connectionId: named.connectionId };
}

const readRequest = async (ctx: Context): Promise<InboundRequest> => ({
  headers: ctx.req.headers,
  body: await readBytes(ctx.req, eventLimit),
});

function readReport(reader: TextReportReader, request: InboundRequest, search: string): TextReport | null {
  try {
    return reader.read(request, search);
  } catch (refusal) {
    if (refusal instanceof TextReportRefused) throw failure("notifications.event_refused");
    throw refusal;
  }
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
