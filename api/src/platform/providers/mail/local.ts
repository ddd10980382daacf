import { wallClock } from "../../clock.ts";
import { newId } from "../../ids.ts";
import { systemScope } from "../../jobs/system-scope.ts";
import { type Scopes } from "../../scope/open.ts";
import { type Scope } from "../../scope/scope.ts";
import { fragment } from "../../scope/sql.ts";
import { type Tenant } from "../../scope/tenant.ts";
import { headerText, type Mail, type MailProvider } from "./port.ts";

/** A mail that was kept instead of sent. */
export interface CapturedMail {
  readonly id: string;
  readonly to: string;
  readonly toName: string;
  readonly from: string;
  readonly fromName: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: Mail["calendar"] | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly capturedAt: Date;
}

/** Keeps mails in the database instead of sending them: for sandboxes always, and wherever no mail server is configured. */
export const capturedOutbox = (scopes: Scopes): MailProvider => ({
  name: "captured",
  async send({ to, subject, text, html, calendar, headers = {}, key }, { tenant, from, signal }) {
    signal.throwIfAborted();
    const id = newId(wallClock());
    await inTenant(scopes, tenant, (scope) => {
      return scope.sql`
        insert into captured_mails (tenant_id, id, key, to_address, to_name, from_address, from_name, subject, text, html,
          calendar, headers, captured_at)
        values (${tenant.id}, ${id}, ${key}, ${headerText(to.address)}, ${headerText(to.name)}, ${headerText(from.address)},
          ${headerText(from.name)}, ${headerText(subject)}, ${text}, ${html}, ${calendar ? JSON.stringify(calendar) : null},
          ${JSON.stringify(headers)}, ${wallClock()})
        on conflict (tenant_id, key) do nothing`;
    });
    return id;
  },
});

/** The newest captured mails of a tenant, newest first; of one addressee when given. */
export const capturedMails = (
  scopes: Scopes,
  tenant: Tenant,
  { to = null, limit = 100 }: { to?: string | null; limit?: number } = {},
) =>
  inTenant(scopes, tenant, (scope) => {
    return scope.sql<CapturedMail>`
      select id, to_address as to, to_name, from_address as from, from_name, subject, text, html, calendar, headers, captured_at
      from captured_mails
      where tenant_id = ${tenant.id} and (${to}::text is null or to_address = ${to})
      order by captured_at desc, id desc limit ${limit}`;
  });

/** Deletes captured mails of the scope's tenant: those to an address, or those captured before a moment. */
export async function forgetCapturedMails(
  scope: Scope,
  which: { readonly to: string } | { readonly before: Date },
): Promise<void> {
  const condition =
    "to" in which ? fragment`to_address = ${which.to}` : fragment`captured_at < ${which.before}`;
  await scope.sql`delete from captured_mails where tenant_id = ${scope.tenant.id} and ${condition}`;
}

const inTenant = <Result>(
  scopes: Scopes,
  tenant: Tenant,
  work: (scope: Scope) => Promise<Result>,
): Promise<Result> =>
  scopes.transact(systemScope(tenant, { cause: "mail", requestId: "mail", now: wallClock() }), work);
