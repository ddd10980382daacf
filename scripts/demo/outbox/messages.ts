import { type House } from "../../../api/src/house.ts";
import {
  type CapturedMessage,
  capturedMessages,
} from "../../../api/src/platform/providers/captured-messages.ts";

/** A captured push or text message as the outbox shows it and lists it as JSON. */
export interface OutboxMessage {
  readonly id: string;
  readonly channel: "push" | "sms";
  /** A number, or the address of a browser. */
  readonly to: string;
  /** Empty for a text message. */
  readonly title: string;
  readonly text: string;
  readonly at: string;
  /** The slug of the tenant it belongs to. */
  readonly tenant: string;
}

/** The newest captured pushes and text messages of some tenants, newest first. */
export async function outboxMessages(
  { scopes, directory }: House,
  tenantIds: readonly string[],
): Promise<OutboxMessage[]> {
  const perTenant = await Promise.all(
    tenantIds.map(async (id) => {
      const tenant = await directory.load(id);
      if (!tenant) return [];
      return (await capturedMessages(scopes, tenant)).map((message) => present(message, tenant.slug));
    }),
  );
  return perTenant.flat().sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
}

function present(message: CapturedMessage, tenant: string): OutboxMessage {
  const { id, channel, recipient: to, body, capturedAt } = message;
  const { title, text } = channel === "push" ? pushed(body) : { title: "", text: body };
  return { id, channel, to, title, text, at: capturedAt.toISOString(), tenant };
}

/** What a push says, out of what the page's worker reads. */
function pushed(payload: string): { readonly title: string; readonly text: string } {
  const { title, body } = JSON.parse(payload) as { title: string; body: string };
  return { title, text: body };
}
