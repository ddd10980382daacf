import { type Tenant } from "../../scope/tenant.ts";

export interface MailAddress {
  readonly address: string;
  readonly name: string;
}

/** One message to one person, ready to be sent. */
export interface Mail {
  readonly to: MailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly replyTo?: MailAddress;
  /** An invitation that calendars understand (RFC 5546), such as `{ method: "REQUEST", ics }`. */
  readonly calendar?: { readonly method: "REQUEST" | "CANCEL" | "PUBLISH"; readonly ics: string };
  /** Headers besides the usual ones, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The same key is the same mail: sent again after a crash, it reaches the person once where the provider can tell. */
  readonly key: string;
}

/** What a mail is sent with. */
export interface MailOptions {
  readonly tenant: Tenant;
  readonly from: MailAddress;
  readonly signal: AbortSignal;
}

/** There is no such mailbox: trying again would be no use, and sending more harms the sender's name. */
export class MailboxRefused extends Error {
  override readonly name = "MailboxRefused";
}

/** The name of the mark that mails bear at providers which tell later how they fared: the tenant's id, by which sites that share an account are told apart. */
export const tenantMark = "tessera-tenant";

/** Sends mails. Throws when the mail was not accepted, so that it is tried again; `MailboxRefused` when it never will be. */
export interface MailProvider {
  /** Shown in health and in the admin app, such as `captured` or `smtp`. */
  readonly name: string;
  /** Answers the id the mail is known by. */
  send(mail: Mail, options: MailOptions): Promise<string>;
}

/** A text for a mail header: line ends would begin another header. */
export const headerText = (text: string): string => text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ").trim();
