import { type Scope } from "../../../platform/scope/scope.ts";
import { whisper } from "../../../platform/stream/whisper.ts";
import { type Presence } from "../models/presence.ts";
import { listPartners } from "./partners.ts";

/** Tells those a member is in conversations with that they came, went or turned away. */
export async function tellPresence(
  scope: Scope,
  { memberId, state, seenAt }: Pick<Presence, "memberId" | "state" | "seenAt">,
): Promise<void> {
  const recipients = await listPartners(scope, memberId);
  await whisper(scope, "presence.changed", { memberId, state, seenAt: seenAt.toISOString(), recipients });
}
