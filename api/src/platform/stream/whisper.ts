import { installedModules } from "../installed-modules.ts";
import { type EventName } from "../outbox/announce.ts";
import { type Scope } from "../scope/scope.ts";

/** The channel on which processes that stream hear of what is not kept. */
export const whisperChannel = "tessera_whispers";

/** A notification holds less than 8,000 bytes. */
const NAMED_AT_ONCE = 90;

/** Something to be told now, to whoever listens now. */
export interface Whisper {
  readonly tenantId: string;
  readonly memberIds: readonly string[];
  readonly name: string;
  readonly data: object;
}

/**
 * Tells a fact to those of its recipients who listen at this moment, once the caller's transaction is committed: who types, who is
 * there. Nothing is kept and nothing is numbered; who comes later hears nothing of it. What must arrive is announced instead.
 */
export async function whisper<Name extends EventName>(
  scope: Scope,
  name: Name,
  fact: DomainEvents[Name],
): Promise<void> {
  const definition = installedModules().find(({ events }) => name in events)?.events[name];
  if (!definition?.frame) throw new Error(`${name} has no frame.`);
  // The fact was written by the module that presents it.
  const data = await definition.frame.present(scope, fact as never);
  if (data === null) return;
  const recipients = definition.recipients(fact as never);
  for (let from = 0; from < recipients.length; from += NAMED_AT_ONCE) {
    const memberIds = recipients.slice(from, from + NAMED_AT_ONCE);
    const whispered: Whisper = { tenantId: scope.tenant.id, memberIds, name, data };
    await scope.sql`select pg_notify(${whisperChannel}, ${JSON.stringify(whispered)})`;
  }
}
