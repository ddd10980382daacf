import { type Scope } from "../../platform/scope/scope.ts";
import { Session } from "./models/session.ts";

/** Those of some sessions that were ended by signing out, by their member, the team or a new password; not those that ran out. */
export async function endedSessions(scope: Scope, ids: readonly string[]): Promise<string[]> {
  const rows = await scope.read<{ id: string }>`
    select id from ${Session} s where id = any(${ids}::uuid[]) and ended_at is not null`;
  return rows.map(({ id }) => id);
}
