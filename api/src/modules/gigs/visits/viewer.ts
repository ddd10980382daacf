import { requestFailure } from "../../../platform/errors.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { type GigView } from "../models/gig-view.ts";

/** Who looks: the member, else the visitor. */
export function viewerOf({ actor }: Scope): Pick<GigView, "viewerKind" | "viewerId"> {
  const memberId = memberIdOf(actor);
  if (memberId !== null) return { viewerKind: "member", viewerId: memberId };
  const visitorId = visitorIdOf(actor);
  if (visitorId === null) throw requestFailure("request.unauthenticated");
  return { viewerKind: "visitor", viewerId: visitorId };
}
