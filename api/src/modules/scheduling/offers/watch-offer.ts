import { memberIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { watchWriting } from "../../safety/index.ts";
import { type SessionOffer } from "../models/session-offer.ts";

/** Has the site's rules look at what a host says in an offer now and did not say before; what the team writes is the site's. */
export async function watchOffer(
  scope: Scope,
  { id, hostId, ...said }: Pick<SessionOffer, "id" | "hostId" | "title" | "description">,
  before?: Pick<SessionOffer, "title" | "description">,
): Promise<void> {
  if (memberIdOf(scope.actor) === null) return;
  const texts = (["title", "description"] as const)
    .filter((name) => said[name] !== before?.[name])
    .map((name) => said[name]);
  await watchWriting(scope, { subject: { kind: "offer", id }, authorId: hostId, texts, audience: "public" });
}
