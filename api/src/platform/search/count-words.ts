import { z } from "zod";
import { derivedId } from "../ids.ts";
import { countWords } from "../providers/search/record.ts";
import { type Scope } from "../scope/scope.ts";
import { hours, plus } from "../time.ts";
import { setTimer, timer } from "../timers/timer.ts";

const name = "search.count_words";

/** Has the words of a kind counted within the hour, however much is indexed meanwhile. */
export async function planCount(scope: Scope, kind: string): Promise<void> {
  const hour = hours(1);
  const dueAt = new Date(Math.ceil(plus(scope.now, 1).getTime() / hour) * hour);
  await setTimer(scope, { name, subjectId: derivedId(name, kind), dueAt, payload: { kind } });
}

/** Counts the words of a kind, which says how much each tells, and forgets those nobody uses any more. */
export const countDue = timer({
  name,
  payload: z.object({ kind: z.string() }),
  async run(scope, { payload: { kind } }) {
    if ((await countWords(scope, kind)) > 0) await planCount(scope, kind);
  },
});
