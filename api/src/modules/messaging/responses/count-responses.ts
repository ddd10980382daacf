import { z } from "zod";
import { type Scope } from "../../../platform/scope/scope.ts";
import { plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { showAnswerTime } from "../../people/index.ts";
import { keptApartFrom } from "../../safety/index.ts";
import { MemberResponses } from "../models/member-responses.ts";
import { GivenAnswer } from "../models/given-answer.ts";
import { Participant } from "../models/participant.ts";
import { answerTime, countedTime, usualAnswerMinutes } from "../rules/responses.ts";

const name = "messaging.count_responses";

/** Counts anew how a member has answered: after each answer, when somebody has waited for a day, and when an old answer ceases to count. */
export const countResponses = timer({
  name,
  payload: z.object({}),
  async run(scope, { subjectId: memberId }) {
    const since = plus(scope.now, -countedTime);
    await scope.query(GivenAnswer).where({ memberId }).where("askedAt", "<=", since).delete();
    const given = await countGiven(scope, memberId);
    const overdue = await countOverdue(scope, memberId, since);
    const { answered, medianMinutes } = given;
    const asked = given.count + overdue.count;
    await scope
      .query(MemberResponses)
      .insert({ memberId, asked, answered, medianMinutes })
      .onConflict(["tenantId", "memberId"])
      .merge(["asked", "answered", "medianMinutes", "updatedAt"]);
    await showAnswerTime(scope, memberId, usualAnswerMinutes({ asked, medianMinutes }));
    const oldest = [given.oldest, overdue.oldest].filter((at) => at !== null).toSorted((a, b) => +a - +b)[0];
    if (oldest) await setTimer(scope, { name, subjectId: memberId, dueAt: plus(oldest, countedTime) });
  },
});

interface Given {
  readonly count: number;
  readonly answered: number;
  readonly medianMinutes: number | null;
  readonly oldest: Date | null;
}

async function countGiven(scope: Scope, memberId: string): Promise<Given> {
  const [row] = await scope.read<Given>`
    select count(*)::int as count, min(asked_at) as oldest,
      (count(*) filter (where answered_at - asked_at <= make_interval(secs => ${answerTime / 1000})))::int as answered,
      round(extract(epoch from percentile_cont(0.5) within group (order by answered_at - asked_at)) / 60)::int
        as median_minutes
    from ${GivenAnswer} a where member_id = ${memberId}`;
  return row!;
}

/** What waits longer than a day, unless somebody wrote it from whom the member is kept apart. */
async function countOverdue(
  scope: Scope,
  memberId: string,
  since: Date,
): Promise<{ readonly count: number; readonly oldest: Date | null }> {
  const [row] = await scope.read<{ count: number; oldest: Date | null }>`
    select count(*)::int as count, min(asked_at) as oldest from ${Participant} p
    where member_id = ${memberId} and left_at is null
      and asked_at > ${since} and asked_at <= ${plus(scope.now, -answerTime)}
      and not exists (
        select from ${Participant} other
        where other.conversation_id = p.conversation_id
          and other.member_id = any(${await keptApartFrom(scope, memberId)}::uuid[])
      )`;
  return row!;
}
