import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** A member as other modules know them. */
export type KnownMember = Pick<
  Member,
  "id" | "name" | "email" | "roles" | "pendingRoles" | "locale" | "timeZone" | "status"
> & {
  /** Whether the person wants to be shown to nobody. */
  readonly isHidden: boolean;
  /** Whether the person does not want others to see when they are there. */
  readonly hidesPresence: boolean;
  /** Whether what the person searches for is kept for them, and what they looked at tells what they may like. */
  readonly keepsHistory: boolean;
};

/** A member by id; null when there is none. */
export async function readMember(scope: Scope, id: string): Promise<KnownMember | null> {
  const [member] = await scope.read<KnownMember>`
    select id, name, email, roles, pending_roles, locale, time_zone, status,
      coalesce(preferences ->> 'visibility' = 'hidden', false) as is_hidden,
      coalesce(preferences ->> 'presence' = 'hidden', false) as hides_presence,
      coalesce(preferences ->> 'history' <> 'off', true) as keeps_history
    from ${Member} m where id = ${id}`;
  return member ?? null;
}

/** The names of members, by id. */
export async function nameMembers(
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.read<{ id: string; name: string }>`
    select id, name from ${Member} m where id = any(${ids}::uuid[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
