import { z } from "zod";
import { derivedId, newId } from "../../../platform/ids.ts";
import { type NotedSearch } from "../../../platform/module.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { days, plus } from "../../../platform/time.ts";
import { setTimer, timer } from "../../../platform/timers/timer.ts";
import { readMember } from "../../identity/index.ts";
import { GigSearch } from "../models/gig-search.ts";
import { knownViewer } from "../visits/viewer.ts";
import { keptSince, searchesKeptDays } from "./latest-searches.ts";

/** How many searches somebody's history holds. */
export const mostSearches = 30;

/** Keeps what the caller searched for in their history, unless they chose to have none. */
export async function keepSearch(scope: Scope, { text, words }: NotedSearch): Promise<void> {
  const viewer = knownViewer(scope);
  if (viewer === null) return;
  const { viewerKind, viewerId } = viewer;
  if (viewerKind === "member" && !(await readMember(scope, viewerId))?.keepsHistory) return;
  await scope.sql`
    insert into gig_searches (tenant_id, id, viewer_kind, viewer_id, text, words, searched_at, created_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${viewerKind}, ${viewerId}, ${text}, ${words}, ${scope.now}, ${scope.now})
    on conflict (tenant_id, viewer_kind, viewer_id, words)
    do update set text = excluded.text, searched_at = excluded.searched_at`;
  await scope.sql`
    delete from gig_searches where tenant_id = ${scope.tenant.id} and viewer_kind = ${viewerKind} and viewer_id = ${viewerId}
      and id in (
        select id from ${GigSearch} s where viewer_kind = ${viewerKind} and viewer_id = ${viewerId}
        order by searched_at desc, id offset ${mostSearches})`;
  await forgetLater(scope);
}

const name = "gigs.forget_searches";

/** Sees to it that what is kept today is deleted when its time is over: one timer for each day. */
async function forgetLater(scope: Scope): Promise<void> {
  const today = scope.now.toISOString().slice(0, 10);
  await setTimer(scope, {
    name,
    subjectId: derivedId(name, scope.tenant.id),
    key: today,
    dueAt: plus(new Date(`${today}T00:00:00Z`), days(searchesKeptDays + 1)),
  });
}

/** Deletes searches that are older than they are kept. */
export const forgetDue = timer({
  name,
  payload: z.object({}),
  async run(scope) {
    await scope.query(GigSearch).where("searchedAt", "<", keptSince(scope.now)).delete();
  },
});
