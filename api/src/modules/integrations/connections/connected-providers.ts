import { wallClock } from "../../../platform/clock.ts";
import { systemScope } from "../../../platform/jobs/system-scope.ts";
import { openOperatorTask } from "../../../platform/operator-tasks.ts";
import { type AiProvider } from "../../../platform/providers/ai/port.ts";
import { captchaRefusedTask, type ConnectedCaptcha } from "../../../platform/providers/captcha/for-tenant.ts";
import { type FindMailEvents, type MailEventReader } from "../../../platform/providers/mail/events.ts";
import { type ConnectedMail } from "../../../platform/providers/mail/for-tenant.ts";
import { type PaymentConnections } from "../../../platform/providers/payments/for-tenant.ts";
import { type VideoConnections } from "../../../platform/providers/video/for-tenant.ts";
import { type VideoProvider } from "../../../platform/providers/video/port.ts";
import { type ScopeOptions, type Scopes } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { BuiltProviders } from "./built-providers.ts";
import { activeConnections, findConnection, type UsedConnection } from "./opened-connections.ts";
import { dailyProvider, dailyValues } from "./vendors/daily.ts";
import { openAiProvider, openAiValues } from "./vendors/openai.ts";
import { sendGridMail, sendGridReader, sendGridValues } from "./vendors/sendgrid.ts";
import { sesMail, sesReader, sesValues } from "./vendors/ses.ts";
import { smtpMail, smtpValues } from "./vendors/smtp.ts";
import { stripeGateway, stripeValues } from "./vendors/stripe.ts";
import { turnstileProvider, turnstileValues } from "./vendors/turnstile.ts";
import { type ConnectionKind } from "./vendors/vendor.ts";
import { zoomProvider, zoomValues } from "./vendors/zoom.ts";

const gateways = new BuiltProviders((values) => stripeGateway(stripeValues.parse(values)));
const ais = new BuiltProviders((values) => openAiProvider(openAiValues.parse(values)));
const mails: Readonly<Record<string, BuiltProviders<ConnectedMail>>> = {
  smtp: new BuiltProviders((values) => smtpMail(smtpValues.parse(values))),
  sendgrid: new BuiltProviders((values) => sendGridMail(sendGridValues.parse(values))),
  ses: new BuiltProviders((values) => sesMail(sesValues.parse(values))),
};
const mailEvents: Readonly<Record<string, BuiltProviders<MailEventReader | null>>> = {
  sendgrid: new BuiltProviders((values) => sendGridReader(sendGridValues.parse(values))),
  ses: new BuiltProviders((values) => sesReader(sesValues.parse(values))),
};
const zooms = new BuiltProviders((values) => zoomProvider(zoomValues.parse(values)));
const dailies = new BuiltProviders((values) => dailyProvider(dailyValues.parse(values)));
const captchas = new BuiltProviders((values) => turnstileProvider(turnstileValues.parse(values)));

/** The gateways tenants connected. */
export const connectedPayments: PaymentConnections = {
  async current(scope) {
    const [first] = await activeConnections(scope, "payments");
    return first ? { connectionId: first.id, gateway: gateways.of(first) } : null;
  },
  async find(scope, gateway, connectionId) {
    const found = await findConnection(scope, connectionId);
    if (found?.kind !== "payments" || found.vendor !== gateway) return null;
    return { connectionId, gateway: gateways.of(found) };
  },
};

/** The AI provider a tenant connected; null when it has none. */
export async function connectedAi(scope: Scope): Promise<AiProvider | null> {
  const [first] = await activeConnections(scope, "ai");
  return first ? ais.of(first) : null;
}

/** Finds the mail server a tenant connected; null when it has none. */
export const connectedMail =
  (scopes: Scopes) =>
  async (tenant: Tenant): Promise<ConnectedMail | null> => {
    const first = await firstOutside(scopes, tenant, "mail");
    return first ? (mails[first.vendor]?.of(first) ?? null) : null;
  };

/** Finds who reads what a tenant's mail provider tells of mails; null when nobody does. */
export const connectedMailEvents =
  (scopes: Scopes): FindMailEvents =>
  async (tenant, vendor, connectionId) => {
    const found = await scopes.inspect(outside(tenant, "mail"), (scope) =>
      findConnection(scope, connectionId),
    );
    return found?.kind === "mail" && found.vendor === vendor ? (mailEvents[vendor]?.of(found) ?? null) : null;
  };

/** Finds the captcha a tenant connected; null when it has none. */
export const connectedCaptcha =
  (scopes: Scopes) =>
  async (tenant: Tenant): Promise<ConnectedCaptcha | null> => {
    const first = await firstOutside(scopes, tenant, "captcha");
    if (!first) return null;
    const secretRefused = () =>
      scopes.transact(outside(tenant, "captcha"), (scope) =>
        openOperatorTask(scope, { kind: captchaRefusedTask, subjectId: first.id }),
      );
    return { captcha: captchas.of(first), secretRefused };
  };

const outside = (tenant: Tenant, kind: ConnectionKind): ScopeOptions =>
  systemScope(tenant, { cause: kind, requestId: kind, now: wallClock() });

/** The connection of a kind that is asked first, for callers without a scope. */
async function firstOutside(
  scopes: Scopes,
  tenant: Tenant,
  kind: ConnectionKind,
): Promise<UsedConnection | undefined> {
  const [first] = await scopes.inspect(outside(tenant, kind), (scope) => activeConnections(scope, kind));
  return first;
}

/** The video providers tenants connected. */
export const connectedVideo: VideoConnections = {
  async list(scope) {
    const rows = await activeConnections(scope, "video");
    return rows.map((row) => ({ connectionId: row.id, provider: videoOf(row) }));
  },
  async find(scope, connectionId) {
    const found = await findConnection(scope, connectionId);
    return found?.kind === "video" ? { connectionId, provider: videoOf(found) } : null;
  },
};

const videoOf = (row: UsedConnection): VideoProvider => (row.vendor === "zoom" ? zooms : dailies).of(row);
