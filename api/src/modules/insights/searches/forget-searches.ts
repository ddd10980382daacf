import { z } from "zod";
import { derivedId } from "../../../platform/ids.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { Search } from "../models/search.ts";

/** How long searches are kept. */
export const searchDays = 90;

const name = "insights.forget_searches";

/** Sees to it that what is written today is deleted when its time is over: one timer for each day. */
export async function forgetLater(scope: Scope): Promise<void> {
  const today = scope.now.toISOString().slice(0, 10);
  await setTimer(scope, {
    name,
    subjectId: derivedId(name, scope.tenant.id),
    key: today,
    dueAt: plus(new Date(`${today}T00:00:00Z`), days(searchDays + 1)),
  });
}

/** Deletes searches that are older than they are kept. */
export const forgetSearches = timer({
  name,
  payload: z.object({}),
  async run(scope) {
    await scope
      .query(Search)
      .where("searchedAt", "<", plus(scope.now, -days(searchDays)))
      .delete();
  },
});
