import { requestFailure } from "../../../platform/errors.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type GigView } from "../models/gig-view.ts";

/** Who looks at gigs: a member, or a visitor who is nobody else. */
export type Viewer = Pick<GigView, "viewerKind" | "viewerId">;

/** Who looks: the member, else the visitor; null for somebody who did nothing yet. */
export function knownViewer({ actor }: Scope): Viewer | null {
  const memberId = memberIdOf(actor);
  if (memberId !== null) return { viewerKind: "member", viewerId: memberId };
  const visitorId = visitorIdOf(actor);
  return visitorId === null ? null : { viewerKind: "visitor", viewerId: visitorId };
}

/** Who looks; refuses nobody in particular. */
export function viewerOf(scope: Scope): Viewer {
  const viewer = knownViewer(scope);
  if (viewer === null) throw requestFailure("request.unauthenticated");
  return viewer;
}
