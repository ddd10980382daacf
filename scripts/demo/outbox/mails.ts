import { type House } from "../../../api/src/house.ts";
import { type CapturedMail, capturedMails } from "../../../api/src/platform/providers/mail/local.ts";

/** A captured mail as the outbox shows it and lists it as JSON. */
export interface OutboxMail {
  readonly id: string;
  readonly to: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  readonly headers: Readonly<Record<string, string>>;
  readonly at: string;
  /** The slug of the tenant it belongs to. */
  readonly tenant: string;
}

/** A file that travels with a mail. */
export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** The newest captured mails of some tenants, newest first; of one addressee when given. */
export async function outboxMails(
  { scopes, directory }: House,
  tenantIds: readonly string[],
  to: string | null,
): Promise<OutboxMail[]> {
  const perTenant = await Promise.all(
    tenantIds.map(async (id) => {
      const tenant = await directory.load(id);
      if (!tenant) return [];
      const mails = await capturedMails(scopes, tenant, { to, limit: 200 });
      return mails.map((mail) => present(mail, tenant.slug));
    }),
  );
  return perTenant.flat().sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

function present(mail: CapturedMail, tenant: string): OutboxMail {
  const { id, to, from, fromName, subject, text, html, calendar, headers, capturedAt } = mail;
  return {
    id,
    to,
    from: fromName ? `${fromName} <${from}>` : from,
    subject,
    text,
    html,
    attachments: calendar ? [invitation(calendar)] : [],
    headers,
    at: capturedAt.toISOString(),
    tenant,
  };
}

const invitation = ({ method, ics }: NonNullable<CapturedMail["calendar"]>): Attachment => ({
  filename: method === "CANCEL" ? "cancel.ics" : "invite.ics",
  contentType: `text/calendar; charset=utf-8; method=${method}`,
  content: ics,
});
