import { requestFailure } from "../../../platform/errors.ts";
import { memberIdOf, visitorIdOf } from "../../../platform/scope/actor.ts";
import { type Scope } from "../../../platform/scope/scope.ts";
import { failure } from "../errors.ts";

/** Who matches are made for. */
export interface Client {
  readonly kind: "visitor" | "member";
  readonly id: string;
}

/** The role of the people who are found. */
export const matchedRole = "coach";

/** The caller as a client. People who offer coaching and are no clients are found here and do not look. */
export function clientOf({ actor }: Scope): Client {
  if (actor.kind === "member" && actor.roles.includes(matchedRole) && !actor.roles.includes("client"))
    throw failure("matching.clients_only");
  const memberId = memberIdOf(actor);
  if (memberId !== null) return { kind: "member", id: memberId };
  const visitorId = visitorIdOf(actor);
  if (visitorId === null) throw requestFailure("request.unauthenticated");
  return { kind: "visitor", id: visitorId };
}
