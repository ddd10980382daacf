import { type Actor } from "../../platform/scope/actor.ts";
import { type Scope } from "../../platform/scope/scope.ts";
import { nameAccounts, nameMembers } from "../identity/index.ts";
import { nameKeys } from "../tenancy/index.ts";

/** Who did something, by kind and id. */
export interface ActorMark {
  readonly actorKind: Actor["kind"];
  readonly actorId: string | null;
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Answers the names of those who did something; null where nobody stands behind it, or is gone. */
export async function readActorNames(
  scope: Scope,
  marks: readonly ActorMark[],
): Promise<(mark: ActorMark) => string | null> {
  const idsOf = (...kinds: readonly Actor["kind"][]) => [
    ...new Set(
      marks.flatMap(({ actorKind, actorId }) =>
        actorId !== null && kinds.includes(actorKind) && idShape.test(actorId) ? [actorId] : [],
      ),
    ),
  ];
  const [accounts, members, keys] = await Promise.all([
    nameAccounts(scope, idsOf("staff", "operator")),
    nameMembers(scope, idsOf("member")),
    nameKeys(scope, idsOf("server")),
  ]);
  const none: ReadonlyMap<string, string> = new Map();
  const named = {
    staff: accounts,
    operator: accounts,
    member: members,
    server: keys,
    visitor: none,
    system: none,
  };
  return ({ actorKind, actorId }) => named[actorKind].get(actorId ?? "") ?? null;
}
