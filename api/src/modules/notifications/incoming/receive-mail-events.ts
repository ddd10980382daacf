import { type MailEvent } from "../../../platform/providers/mail/events.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { suppress } from "../suppressions/suppress.ts";
import { isNews } from "./once.ts";

/** Sends no more mails to the addresses that bounced or complained. Each event counts once: an address the team let in again stays in. */
export async function receiveMailEvents(
  scope: Scope,
  {
    vendor,
    connectionId,
    events,
  }: { readonly vendor: string; readonly connectionId: string; readonly events: readonly MailEvent[] },
): Promise<void> {
  for (const { id, address, reason, detail } of events) {
    if (await isNews(scope, connectionId, id))
      await suppress(scope, { address, reason, detail, source: vendor });
  }
}
