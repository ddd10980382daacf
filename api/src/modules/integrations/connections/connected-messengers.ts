import { type ChatConnections } from "../../../platform/providers/chat-hooks/for-tenant.ts";
import { type FindMailEvents, type MailEventReader } from "../../../platform/providers/mail/events.ts";
import { type ConnectedMail } from "../../../platform/providers/mail/for-tenant.ts";
import { connectionHookUrl } from "../../../platform/providers/payments/for-tenant.ts";
import { type SmsProvider } from "../../../platform/providers/sms/port.ts";
import { type FindTextReports } from "../../../platform/providers/sms/reports.ts";
import { twilio, twilioReports } from "../../../platform/providers/sms/twilio.ts";
import { type Scopes } from "../../../platform/scope/open.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type Tenant } from "../../../platform/scope/tenant.ts";
import { BuiltProviders } from "./built-providers.ts";
import { activeConnections, findConnection } from "./opened-connections.ts";
import { firstOutside, outside } from "./outside-scope.ts";
import { vendors } from "./vendors/all-vendors.ts";
import { chatHookValues, chatOf, chatVendors } from "./vendors/chat-hook.ts";
import { sendGridMail, sendGridReader, sendGridValues } from "./vendors/sendgrid.ts";
import { sesMail, sesReader, sesValues } from "./vendors/ses.ts";
import { smtpMail, smtpValues } from "./vendors/smtp.ts";
import { twilioOptions, twilioValues } from "./vendors/twilio.ts";

const mails: Readonly<Record<string, BuiltProviders<ConnectedMail>>> = {
  smtp: new BuiltProviders((values) => smtpMail(smtpValues.parse(values))),
  sendgrid: new BuiltProviders((values) => sendGridMail(sendGridValues.parse(values))),
  ses: new BuiltProviders((values) => sesMail(sesValues.parse(values))),
};
const twilios = new BuiltProviders((values, { tenantId, id }) =>
  twilioOptions(twilioValues.parse(values), connectionHookUrl(tenantId, vendors.twilio.hookPath ?? "", id)),
);
const chats = new BuiltProviders((values, { vendor }) => {
  const entered = chatHookValues.parse(values);
  const open = chatVendors[vendor];
  if (!open) throw new Error(`${vendor} is no chat.`);
  return { provider: chatOf(open, entered), news: entered.news };
});
const mailEvents: Readonly<Record<string, BuiltProviders<MailEventReader | null>>> = {
  sendgrid: new BuiltProviders((values) => sendGridReader(sendGridValues.parse(values))),
  ses: new BuiltProviders((values) => sesReader(sesValues.parse(values))),
};

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

/** Finds who sends the text messages of a tenant by its own account; null when nobody does. */
export const connectedSms =
  (scopes: Scopes) =>
  async (tenant: Tenant): Promise<SmsProvider | null> => {
    const first = await firstOutside(scopes, tenant, "sms");
    return first ? twilio(await twilios.of(first)) : null;
  };

/** Whether a tenant has connected who sends its text messages. */
export const hasConnectedSms = async (scope: Scope): Promise<boolean> =>
  (await activeConnections(scope, "sms")).length > 0;

/** Finds who reads what a tenant's provider tells of text messages; null when nobody does. */
export const connectedTextReports =
  (scopes: Scopes): FindTextReports =>
  async (tenant, vendor, connectionId) => {
    const found = await scopes.inspect(outside(tenant, "sms"), (scope) =>
      findConnection(scope, connectionId),
    );
    return found?.kind === "sms" && found.vendor === vendor ? twilioReports(await twilios.of(found)) : null;
  };

/** The chats teams connected. */
export const connectedChats: ChatConnections = {
  async list(scope) {
    const rows = await activeConnections(scope, "chat");
    return Promise.all(rows.map(async (row) => ({ connectionId: row.id, ...(await chats.of(row)) })));
  },
  async find(scope, connectionId) {
    const found = await findConnection(scope, connectionId);
    return found?.kind === "chat" ? { connectionId, ...(await chats.of(found)) } : null;
  },
};
