import { notFound } from "../../../platform/errors.ts";
import { newId } from "../../../platform/ids.ts";
import { announce } from "../../../platform/outbox/announce.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { minutes, plus } from "../../../platform/time.ts";
import { keptApartFromCaller } from "../../people/index.ts";
import { Gig } from "../models/gig.ts";
import { GigView } from "../models/gig-view.ts";
import { countsAgain } from "../rules/counting.ts";
import { gigsOf } from "../settings.ts";
import { viewerOf } from "./viewer.ts";

/** How many gigs a viewer's list of what they looked at holds. */
export const mostRecent = 50;

/** Remembers that the caller looked at a gig, or went on from it, and lets it count unless it did a short while ago. Sellers looking at their own do not. */
export async function countVisit(scope: Scope, gigId: string, kind: "view" | "click"): Promise<void> {
  const [gig] = await scope.read<Gig>`select seller_id from ${Gig} g where id = ${gigId} and is_visible`;
  if (!gig || (await keptApartFromCaller(scope)).includes(gig.sellerId)) throw notFound();
  const viewer = viewerOf(scope);
  if (viewer.viewerId === gig.sellerId) return;
  await remember(scope, gigId, viewer);
  const [view] = await scope
    .query(GigView)
    .where({ gigId, ...viewer })
    .forUpdate();
  const counted = kind === "view" ? "viewCountedAt" : "clickCountedAt";
  const { viewMinutes } = gigsOf(scope.tenant);
  const isCounted = countsAgain(view?.[counted] ?? null, scope.now, viewMinutes);
  await scope
    .query(GigView)
    .where({ gigId, ...viewer })
    .patch({ viewedAt: scope.now, ...(isCounted && { [counted]: scope.now }) });
  if (!isCounted) return;
  await scope.sql`
    insert into gig_hits (tenant_id, id, gig_id, kind, happened_at)
    values (${scope.tenant.id}, ${newId(scope.now)}, ${gigId}, ${kind}, ${scope.now})`;
  await announce(scope, "gig.visited", { gigId });
}

/** What is beyond the list's end goes, as long as it could count again. */
async function remember(
  scope: Scope,
  gigId: string,
  { viewerKind, viewerId }: Pick<GigView, "viewerKind" | "viewerId">,
): Promise<void> {
  const added = await scope.sql`
    insert into gig_views (tenant_id, gig_id, viewer_kind, viewer_id, viewed_at, created_at)
    values (${scope.tenant.id}, ${gigId}, ${viewerKind}, ${viewerId}, ${scope.now}, ${scope.now})
    on conflict (tenant_id, gig_id, viewer_kind, viewer_id) do nothing returning gig_id`;
  if (added.length === 0) return;
  const over = plus(scope.now, -minutes(gigsOf(scope.tenant).viewMinutes));
  await scope.sql`
    delete from gig_views where tenant_id = ${scope.tenant.id} and viewer_kind = ${viewerKind} and viewer_id = ${viewerId}
      and viewed_at < ${over} and gig_id in (
        select gig_id from ${GigView} v where viewer_kind = ${viewerKind} and viewer_id = ${viewerId}
        order by viewed_at desc, gig_id offset ${mostRecent})`;
}
