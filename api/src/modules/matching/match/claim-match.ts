import { type Claim } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { plus } from "../../../platform/time.ts";
import { setTimer } from "../../../platform/timers/timer.ts";
import { forgetGoalTimer, goalKeptFor } from "../embeddings/forget-goal.ts";
import { CachedMatch } from "../models/cached-match.ts";
import { Embedding } from "../models/embedding.ts";
import { forgetMatchTimer } from "./forget-match.ts";

/** Gives what was made for a visitor to the member, unless the member has the same already. */
export async function claimMatch(scope: Scope, { visitorId, memberId }: Claim): Promise<void> {
  const answers = await scope.sql<{ expiresAt: Date }>`
    update match_cache m set client_kind = 'member', client_id = ${memberId}, updated_at = ${scope.now}
    where m.tenant_id = ${scope.tenant.id} and m.client_kind = 'visitor' and m.client_id = ${visitorId}
      and not exists (
        select from ${CachedMatch} own
        where own.client_kind = 'member' and own.client_id = ${memberId} and own.profile = m.profile
      )
    returning expires_at`;
  for (const { expiresAt } of answers) {
    const payload = { kind: "member" };
    await setTimer(scope, { name: forgetMatchTimer, subjectId: memberId, dueAt: expiresAt, payload });
  }
  const goals = await scope.sql`
    update embeddings e set owner_id = ${memberId}, updated_at = ${scope.now}
    where e.tenant_id = ${scope.tenant.id} and e.owner_kind = 'goal' and e.owner_id = ${visitorId}
      and not exists (select from ${Embedding} own where own.owner_kind = 'goal' and own.owner_id = ${memberId})
    returning owner_id`;
  if (goals.length === 0) return;
  const dueAt = plus(scope.now, goalKeptFor);
  await setTimer(scope, { name: forgetGoalTimer, subjectId: memberId, dueAt });
}
