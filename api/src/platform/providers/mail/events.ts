import { type Tenant } from "../../scope/tenant.ts";
import { type InboundRequest } from "../payments/port.ts";

/** A mail that came back, or that its reader called unwanted. */
export interface MailEvent {
  /** The provider's id of the event: it is applied once. */
  readonly id: string;
  readonly address: string;
  /** `bounce`: there is no such mailbox, for ever; `complaint`: its owner wants no such mails. */
  readonly reason: "bounce" | "complaint";
  /** In the words of the mailbox's server or of the provider. */
  readonly detail: string;
}

/** The provider did not sign what arrived, or too long ago, or it is about somebody else's account. */
export class MailEventRefused extends Error {
  override readonly name = "MailEventRefused";
}

/** How far back the time of an event may lie: providers try for a day to deliver one, and ids are remembered for longer. */
const eventWindowMs = 48 * 3_600_000;

/** How far ahead of ours a provider's clock may be. */
const clockSkewMs = 5 * 60_000;

/** Whether a signed time is neither too long ago nor ahead. */
export const isTimely = (at: Date, now: Date): boolean =>
  at.getTime() > now.getTime() - eventWindowMs && at.getTime() < now.getTime() + clockSkewMs;

/** Reads what a mail provider tells of mails it sent. */
export interface MailEventReader {
  /** The events of a site in a request, as far as they end mails to an address. Throws `MailEventRefused` unless the provider signed it. */
  read(
    request: InboundRequest,
    options: { readonly tenantId: string; readonly now: Date; readonly signal: AbortSignal },
  ): Promise<readonly MailEvent[]>;
}

/** Finds who reads the events of a connection; null when it has none or tells nothing. */
export type FindMailEvents = (
  tenant: Tenant,
  vendor: string,
  connectionId: string,
) => Promise<MailEventReader | null>;

let find: FindMailEvents | undefined;

/** Tells the process where the readers of mail events are, once at the start. */
export function useMailEvents(chosen: FindMailEvents): void {
  find = chosen;
}

/** Who reads the events of a tenant's connection; null when it has none or tells nothing. */
export const findMailEvents: FindMailEvents = async (...which) => (await find?.(...which)) ?? null;
