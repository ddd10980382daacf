import { type Scope } from "../../platform/scope/scope.ts";
import { Member } from "./models/member.ts";

/** A member as other modules know them. */
export type KnownMember = Pick<Member, "id" | "name" | "email" | "roles" | "locale" | "timeZone" | "status">;

/** A member by id; null when there is none. */
export async function readMember(scope: Scope, id: string): Promise<KnownMember | null> {
  const [member] = await scope.read<KnownMember>`
    select id, name, email, roles, locale, time_zone, status from ${Member} m where id = ${id}`;
  return member ?? null;
}
